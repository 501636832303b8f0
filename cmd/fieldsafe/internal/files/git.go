package files

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Staged lists the files that a commit would add or change, as they are in the
// index: what the work tree has by now does not matter. Paths, if any, limit
// what is listed. The list must be closed.
func Staged(paths []string) (*List, error) {
	here, err := workingDir()
	if err != nil {
		return nil, err
	}
	out, err := diff(paths, "diff", "--cached", "--raw", "-z", "--abbrev=64", "--no-renames")
	if err != nil {
		return nil, err
	}
	l := &List{}
	blobs := &blobReader{}
	l.close = blobs.close
	parts := strings.Split(string(out), "\x00")
	for i := 0; i+1 < len(parts); i += 2 {
		// :old-mode new-mode old-id new-id status
		entry := strings.Fields(parts[i])
		if len(entry) != 5 {
			return nil, errors.New("files: git diff --raw: unknown output")
		}
		switch mode, id := entry[1], entry[3]; mode {
		case "000000": // deleted, unmerged, or not yet added
		case "120000":
			l.Skipped.Symlinks++
		case "160000":
			l.Skipped.Submodules++
		default:
			l.Files = append(l.Files, File{
				Name: filepath.ToSlash(relative(here, parts[i+1])),
				Read: func(limit int) ([]byte, error) { return blobs.read(id, limit) },
			})
		}
	}
	return l, nil
}

// Since lists the files of the work tree that differ from where it left the
// history of the revision, with the lines that were added.
func Since(revision string, paths []string) (*List, error) {
	here, err := workingDir()
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(revision, "-") {
		return nil, errors.New("files: a revision does not begin with a hyphen")
	}
	out, err := diff(paths, "-c", "core.quotePath=false", "diff", "--merge-base", "--unified=0", "--no-color",
		"--no-ext-diff", "--no-textconv", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", revision)
	if err != nil {
		return nil, err
	}
	l := &List{}
	for name, lines := range addedLines(out) {
		l.addEntry(relative(here, name))
		if n := len(l.Files); n > 0 && l.Files[n-1].Lines == nil {
			l.Files[n-1].Lines = lines
		}
	}
	l.sort()
	return l, nil
}

// diff runs git with the arguments, limited to paths. That nothing differs there
// is fine, but not that git knows nothing of that name.
func diff(paths []string, args ...string) ([]byte, error) {
	out, err := git(append(append(args, "--"), paths...)...)
	if err == nil && len(out) == 0 && len(paths) > 0 {
		_, err = git(append([]string{"ls-files", "--error-unmatch", "--"}, paths...)...)
	}
	return out, err
}

// addedLines reads a patch without context: for each file, the lines that the
// new version has and the old one had not.
func addedLines(patch []byte) map[string][]Span {
	added := make(map[string][]Span)
	name := ""
	header := true
	for line := range bytes.Lines(patch) {
		text := strings.TrimRight(string(line), "\r\n")
		switch {
		case strings.HasPrefix(text, "diff --git "):
			header = true
		case header && strings.HasPrefix(text, "+++ "):
			name = patchName(text[len("+++ "):])
		case strings.HasPrefix(text, "@@ "):
			header = false
			if s, ok := hunk(text); ok {
				added[name] = append(added[name], s)
			}
		}
	}
	return added
}

// patchName reads the name of a file in a patch, which git quotes like C where
// it has control characters, and ends with a tab where it has blanks.
func patchName(s string) string {
	s = strings.TrimSuffix(s, "\t")
	if plain, err := strconv.Unquote(s); err == nil {
		s = plain
	}
	return strings.TrimPrefix(s, "b/")
}

// hunk reads "@@ -a,b +c,d @@": d lines from c on were added, 1 if there is no d.
func hunk(header string) (Span, bool) {
	_, rest, ok := strings.Cut(header, " +")
	rest, _, ok2 := strings.Cut(rest, " ")
	first, count, counted := strings.Cut(rest, ",")
	from, err := strconv.Atoi(first)
	if !ok || !ok2 || err != nil {
		return Span{}, false
	}
	n := 1
	if counted {
		n, _ = strconv.Atoi(count)
	}
	return Span{from, from + n - 1}, n > 0
}

// workingDir returns where the working directory is below the top of the work
// tree.
func workingDir() (string, error) {
	out, err := git("rev-parse", "--show-prefix")
	return strings.TrimSuffix(string(out), "\n"), err
}

// relative turns a name below the top of the work tree, as git gives it, into
// one relative to here, the working directory.
func relative(here, name string) string {
	if rel, err := filepath.Rel(filepath.Clean("/"+here), "/"+name); err == nil {
		return rel
	}
	return name
}

var errNoRepository = errors.New("files: not in a git repository")

// git runs git for the repository that the environment names, as it does in
// hooks, or else for that of the working directory.
func git(args ...string) ([]byte, error) {
	out, _, err := run(exec.Command("git", args...))
	return out, err
}

// gitAt runs git for the repository that dir is in, and also returns what it
// warns of.
func gitAt(dir string, args ...string) (out []byte, warnings string, err error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		return strings.HasPrefix(v, "GIT_DIR=") || strings.HasPrefix(v, "GIT_WORK_TREE=") || strings.HasPrefix(v, "GIT_INDEX_FILE=")
	})
	return run(cmd)
}

func run(cmd *exec.Cmd) (out []byte, warnings string, err error) {
	cmd.Env = append(cmd.Environ(), "LC_ALL=C") // errors are told apart by their words
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err = cmd.Output()
	said := strings.TrimSpace(stderr.String())
	if err != nil {
		line, _, _ := strings.Cut(said, "\n")
		if strings.HasPrefix(line, "fatal: not a git repository") {
			return nil, "", errNoRepository
		}
		return nil, "", fmt.Errorf("files: git: %w: %s", err, line)
	}
	return out, said, nil
}

// blobReader reads objects through one git process, which it starts when the
// first is asked for.
type blobReader struct {
	mu  sync.Mutex
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func (b *blobReader) start() error {
	b.cmd = exec.Command("git", "cat-file", "--batch")
	b.cmd.Stderr = os.Stderr
	in, err := b.cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := b.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	b.in, b.out = in, bufio.NewReaderSize(out, 64<<10)
	return b.cmd.Start()
}

func (b *blobReader) read(id string, limit int) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.cmd == nil {
		if err := b.start(); err != nil {
			return nil, err
		}
	}
	if _, err := io.WriteString(b.in, id+"\n"); err != nil {
		return nil, err
	}
	header, err := b.out.ReadString('\n')
	if err != nil {
		return nil, err
	}
	parts := strings.Fields(header) // id type size
	if len(parts) != 3 {
		return nil, errors.New("files: git has no such object")
	}
	size, err := strconv.Atoi(parts[2])
	if err != nil {
		return nil, err
	}
	if size > limit {
		_, err = io.CopyN(io.Discard, b.out, int64(size)+1)
		return nil, errors.Join(ErrTooLarge, err)
	}
	data := make([]byte, size+1) // a line break follows
	_, err = io.ReadFull(b.out, data)
	return data[:size], err
}

func (b *blobReader) close() error {
	if b.cmd == nil {
		return nil
	}
	b.in.Close()
	return b.cmd.Wait()
}
