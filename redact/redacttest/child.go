package redacttest

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"regexp"
	"runtime/debug"
	"strings"
)

// Some errors end the process, and nobody can recover from them. What may bring them
// about is logged by a process of its own: the test binary, which runs one subtest.

const childVariable = "REDACTTEST_CHILD"

// checkSafely is Check, in another process where that may end it. The name is that of
// the test.
func (c Case) checkSafely(name string, newHandler NewHandler) string {
	switch {
	case !c.deadly:
		return c.Check(newHandler)
	case os.Getenv(childVariable) == "":
		return strings.TrimSuffix(inChild(name), " ("+c.Reason+")")
	}
	const stack = 64 << 20 // it takes long to fill what is usual
	defer debug.SetMaxStack(debug.SetMaxStack(stack))
	return c.Check(newHandler)
}

// inChild runs the test of that name in another process, and says what is wrong with
// it, or returns "".
func inChild(name string) string {
	binary, err := os.Executable()
	if err != nil {
		return "the test cannot find its own binary"
	}
	child := exec.Command(binary, "-test.run", patternOf(name), "-test.timeout", (2 * patience).String())
	child.Env = append(os.Environ(), childVariable+"=1")
	out, err := child.CombinedOutput()
	var failed *exec.ExitError
	switch {
	case err == nil && bytes.Contains(out, []byte("no tests to run")):
		return "the test was not found in its own binary"
	case err == nil:
		return ""
	case !errors.As(err, &failed):
		return "the test cannot run its own binary"
	}
	for line := range strings.Lines(string(out)) {
		if _, fatal, ok := strings.Cut(line, "fatal error: "); ok {
			return "the handler ended the process: " + strings.TrimSpace(fatal)
		}
		if _, said, ok := strings.Cut(line, ".go:"); ok && strings.HasPrefix(line, "        ") {
			_, said, _ = strings.Cut(said, ": ")
			return strings.TrimSpace(said)
		}
	}
	return "the handler ended the process"
}

// patternOf returns the pattern that only the test of that name matches.
func patternOf(name string) string {
	parts := strings.Split(name, "/")
	for i, part := range parts {
		parts[i] = "^" + regexp.QuoteMeta(part) + "$"
	}
	return strings.Join(parts, "/")
}
