//go:build !amd64 || purego

package scan

func classify(m *masks, text string, base int) { classifyGeneric(m, text, base) }
