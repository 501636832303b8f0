package redact

import "bytes"

// A Kubernetes object in YAML or JSON says in one line that it is a Secret, and
// what it holds in others, before or after that.

// objectStart returns where the first line begins that gives an apiVersion, or
// -1. Where it stands behind a bracket, the object may be on that line alone.
func objectStart(b []byte) int {
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("Version")) // begins with a rarer byte than apiVersion
		if i < 0 {
			return -1
		}
		at += i + len("Version")
		if start := bytes.LastIndexByte(b[:at], '\n') + 1; beginsObject(b[start:]) {
			return start
		}
	}
}

func beginsObject(line []byte) bool {
	rest, ok := bytes.CutPrefix(bytes.TrimLeft(line, " \t-\""), []byte("apiVersion"))
	return ok && bytes.HasPrefix(bytes.TrimLeft(rest, "\""), []byte(":"))
}

// objectLength is a lengthFunc: lines are a part of the object as long as they
// look like YAML or JSON and begin no other.
func objectLength(b []byte, last bool) (n int, ended bool) {
	first, n := firstLine(b)
	inJSON := bytes.HasPrefix(bytes.TrimLeft(first, " \t-"), []byte{'"'})
	for n < len(b) {
		line, size := firstLine(b[n:])
		if !endsLine(b[n:], size) && !last {
			return n, false
		}
		if beginsObject(line) || !insideObject(line) || beginsValue(line, inJSON) {
			return n, true
		}
		n += size
	}
	return n, last
}

// insideObject reports whether the line may be one of YAML, or of JSON that has
// a line for each member: empty, indented, a bracket, a comment, a name.
func insideObject(line []byte) bool {
	line = bytes.TrimRight(line, "\r")
	switch {
	case len(line) == 0 || bytes.IndexByte([]byte(" \t#{}[]\""), line[0]) >= 0:
		return true
	case bytes.HasPrefix(line, []byte("- ")):
		return true
	}
	i := bytes.IndexByte(line, ':')
	return i > 0 && !bytes.ContainsAny(line[:i], " \t=[") && (i+1 == len(line) || line[i+1] == ' ')
}

// beginsValue reports whether a line begins a JSON value that is no part of the object
// before it: what goes on in YAML is indented, and a line of indented JSON that begins
// with a bracket holds nothing else.
func beginsValue(line []byte, inJSON bool) bool {
	if len(line) == 0 || line[0] != '{' && line[0] != '[' {
		return false
	}
	return !inJSON || len(bytes.TrimRight(line, " \t\r")) > 1
}

// An entry of a .netrc may have a line for each of its words (the manual page of
// GNU inetutils, netrc(5)).

// machineStart returns where the first line begins that names a machine and says
// nothing else, or -1.
func machineStart(b []byte) int {
	for at := 0; at < len(b); {
		if b[at] == 'm' && bytes.HasPrefix(b[at:], []byte("machine ")) && namesMachine(b[at:]) {
			return at
		}
		_, size := firstLine(b[at:])
		at += size
	}
	return -1
}

func namesMachine(b []byte) bool {
	line, _ := firstLine(b)
	return len(bytes.Fields(line)) == 2
}

// machineLength is a lengthFunc.
func machineLength(b []byte, last bool) (n int, ended bool) {
	_, n = firstLine(b)
	for n < len(b) {
		line, size := firstLine(b[n:])
		if !endsLine(b[n:], size) && !last {
			return n, false
		}
		switch word, _, _ := bytes.Cut(bytes.TrimLeft(line, " \t"), []byte(" ")); string(word) {
		case "login", "account", "password":
		default:
			return n, true
		}
		n += size
	}
	return n, last
}
