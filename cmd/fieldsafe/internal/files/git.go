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
	var out bytes.Buffer
	if err := diff(&out, paths, "diff", "--cached", "--raw", "-z", "--abbrev=64", "--no-renames"); err != nil {
		return nil, err
	}
	if err := known(paths, out.Len() > 0); err != nil {
		return nil, err
	}
	l := &List{}
	blobs := &blobReader{}
	l.close = blobs.close
	parts := strings.Split(out.String(), "\x00")
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
	p := patch{added: make(map[string][]Span)}
	if err := diff(&p, paths, "-c", "core.quotePath=false", "diff", "--merge-base", "--unified=0", "--no-color",
		"--no-ext-diff", "--no-textconv", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", revision); err != nil {
		return nil, err
	}
	if err := known(paths, len(p.added) > 0); err != nil {
		return nil, err
	}
	l := &List{}
	for name, lines := range p.added {
		l.addEntry(relative(here, name))
		if n := len(l.Files); n > 0 && l.Files[n-1].Lines == nil {
			l.Files[n-1].Lines = lines
		}
	}
	l.sort()
	return l, nil
}

// diff runs git with the arguments, limited to paths, and writes what it says
// to w.
func diff(w io.Writer, paths []string, args ...string) error {
	cmd := exec.Command("git", append(append(args, "--"), paths...)...)
	cmd.Stdout = w
	_, err := run(cmd)
	return err
}

// known returns an error for a path of which git knows nothing. That nothing
// differs there is fine.
func known(paths []string, differs bool) error {
	if differs || len(paths) == 0 {
		return nil
	}
	_, err := git(append([]string{"ls-files", "--error-unmatch", "--"}, paths...)...)
	return err
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
	var out bytes.Buffer
	cmd := exec.Command("git", args...)
	cmd.Stdout = &out
	_, err := run(cmd)
	return out.Bytes(), err
}

// gitAt runs git for the repository that dir is in, and also returns what it
// warns of.
func gitAt(dir string, args ...string) (out []byte, warnings string, err error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		return strings.HasPrefix(v, "GIT_DIR=") || strings.HasPrefix(v, "GIT_WORK_TREE=") || strings.HasPrefix(v, "GIT_INDEX_FILE=")
	})
	var written bytes.Buffer
	cmd.Stdout = &written
	warnings, err = run(cmd)
	return written.Bytes(), warnings, err
}

// run runs a git command and returns what it warns of.
func run(cmd *exec.Cmd) (warnings string, err error) {
	cmd.Env = append(cmd.Environ(), "LC_ALL=C") // errors are told apart by their words
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	err = cmd.Run()
	said := strings.TrimSpace(stderr.String())
	if err == nil {
		return said, nil
	}
	line, _, _ := strings.Cut(said, "\n")
	if strings.HasPrefix(line, "fatal: not a git repository") {
		return "", errNoRepository
	}
	return "", fmt.Errorf("files: git: %w: %s", err, line)
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
