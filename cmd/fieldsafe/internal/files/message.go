package files

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
)

// scissors begin what git shows below a commit message and drops later.
const scissors = "------------------------ >8 ------------------------"

// CommitMessage returns the message in the file of that name, as git keeps it:
// without comments. They are blanked, so that lines keep their numbers.
func CommitMessage(name string) File {
	return File{Name: filepath.ToSlash(name), Read: func(limit int) ([]byte, error) {
		data, err := readFile(name, limit)
		if err != nil {
			return nil, err
		}
		return withoutComments(data, commentChar()), nil
	}}
}

func commentChar() byte {
	if out, err := git("config", "core.commentChar"); err == nil && len(bytes.TrimSpace(out)) == 1 {
		return out[0]
	}
	return '#'
}

func withoutComments(data []byte, char byte) []byte {
	var kept []byte
	for line := range bytes.Lines(data) {
		if line[0] == char {
			if bytes.Contains(line, []byte(scissors)) {
				break
			}
			line = []byte{'\n'}
		}
		kept = append(kept, line...)
	}
	return kept
}

// OwnAddress returns the address that git writes into commits, which a message
// may repeat, or "".
func OwnAddress() string {
	out, _ := git("config", "user.email")
	return strings.TrimSpace(string(out))
}

// Branch returns the name of the current branch.
func Branch() (File, error) {
	out, err := git("symbolic-ref", "--short", "HEAD")
	if err != nil {
		return File{}, errors.New("files: there is no current branch")
	}
	name := bytes.TrimSpace(out)
	return File{Name: "branch name", IsName: true, Read: func(int) ([]byte, error) { return name, nil }}, nil
}
