// Package files decides which files are checked and reads them: arguments of
// the command line, directories, the index of git. It knows nothing of what is
// in them.
package files

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// File is one file to be checked.
type File struct {
	Name  string // as it is shown, with slashes
	Read  func() ([]byte, error)
	Lines []Span // the lines to report, from 1; nil means all
	// IsName says that the content is itself a name, that of a branch.
	IsName bool
}

// Span is a range of lines, both included.
type Span struct{ First, Last int }

// Names returns the names of all files.
func (l *List) Names() map[string]bool {
	names := make(map[string]bool, len(l.Files))
	for _, f := range l.Files {
		names[f.Name] = true
	}
	return names
}

// Options says how directories are walked.
type Options struct {
	NoIgnore  bool      // read what .gitignore excludes, too
	Stdin     io.Reader // for the argument "-"
	StdinName string    // what "-" is called, and so which format it has
}

// Skipped counts what a directory has and nobody reads.
type Skipped struct {
	Symlinks, Submodules int
}

// List is what the arguments amount to.
type List struct {
	Files   []File
	Skipped Skipped
	Errors  []*fs.PathError // what could not be listed; the rest is still there

	close func() error
}

// Close ends what the list's files are read through.
func (l *List) Close() error {
	if l.close == nil {
		return nil
	}
	return l.close()
}

// Expand lists the files of args: a file, a directory with all below it (also
// as "dir/..."), or "-" for standard input. Files that are named are always
// listed; those found in directories unless git ignores them.
func Expand(args []string, o Options) *List {
	l := &List{}
	for _, arg := range args {
		l.expand(arg, o)
	}
	l.sort()
	return l
}

func (l *List) sort() {
	slices.SortStableFunc(l.Files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	l.Files = slices.CompactFunc(l.Files, func(a, b File) bool { return a.Name == b.Name })
}

func (l *List) expand(arg string, o Options) {
	if arg == "-" {
		l.Files = append(l.Files, File{Name: o.StdinName, Read: func() ([]byte, error) { return io.ReadAll(o.Stdin) }})
		return
	}
	if dir, ok := strings.CutSuffix(arg, "..."); ok && (dir == "" || strings.HasSuffix(dir, "/")) {
		arg = filepath.Clean(dir)
	}
	info, err := os.Stat(arg)
	switch {
	case err != nil:
		l.fail(arg, err)
	case !info.IsDir():
		l.add(arg)
	case o.NoIgnore || !l.addTracked(arg):
		l.walk(arg)
	}
}

func (l *List) add(name string) {
	l.Files = append(l.Files, File{Name: filepath.ToSlash(name), Read: func() ([]byte, error) { return os.ReadFile(name) }})
}

// addTracked adds what git would not ignore below dir. It returns false when
// dir is in no work tree, or there is no git.
func (l *List) addTracked(dir string) bool {
	out, err := exec.Command("git", "-C", dir, "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		return false
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		if name != "" {
			l.addEntry(filepath.Join(dir, name))
		}
	}
	return true
}

// addEntry adds a directory entry that may be anything.
func (l *List) addEntry(name string) {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist): // deleted since git last looked
	case err != nil:
		l.fail(name, err)
	case info.Mode()&fs.ModeSymlink != 0:
		l.Skipped.Symlinks++
	case info.IsDir():
		l.Skipped.Submodules++
	case info.Mode().IsRegular():
		l.add(name)
	}
}

func (l *List) walk(dir string) {
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			l.fail(name, err)
		case e.IsDir() && e.Name() == ".git":
			return fs.SkipDir
		case !e.IsDir():
			l.addEntry(name)
		}
		return nil
	})
	if err != nil {
		l.fail(dir, err)
	}
}

func (l *List) fail(name string, err error) {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	l.Errors = append(l.Errors, &fs.PathError{Op: "read", Path: filepath.ToSlash(name), Err: err})
}

// IsBinary guesses as git does: a NUL byte near the start.
func IsBinary(data []byte) bool {
	return bytes.IndexByte(data[:min(len(data), 8000)], 0) >= 0
}
