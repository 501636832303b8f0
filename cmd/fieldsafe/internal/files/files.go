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
	"path/filepath"
	"slices"
	"strings"
)

// File is one file to be checked.
type File struct {
	Name string // as it is shown, with slashes
	// Read returns the content, or ErrTooLarge if that is more than limit bytes.
	Read  func(limit int) ([]byte, error)
	Lines []Span // the lines to report, from 1; nil means all
	// IsName says that the content is itself a name, that of a branch.
	IsName bool
}

// ErrTooLarge says that a file has more bytes than its reader wants.
var ErrTooLarge = errors.New("files: too large")

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
	Notes   []string        // what else the user should know

	here  string // the working directory, if that is known
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
	l.here, _ = os.Getwd()
	for _, arg := range args {
		l.expand(arg, o)
	}
	l.sort()
	return l
}

// local makes name relative to the working directory if it lies below, so that
// it does not matter to policies, baselines and reports how it was given.
func (l *List) local(name string) string {
	if rel, err := filepath.Rel(l.here, name); err == nil && filepath.IsAbs(name) && filepath.IsLocal(rel) {
		return rel
	}
	return filepath.Clean(name)
}

func (l *List) sort() {
	slices.SortStableFunc(l.Files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	l.Files = slices.CompactFunc(l.Files, func(a, b File) bool { return a.Name == b.Name })
}

func (l *List) expand(arg string, o Options) {
	if arg == "-" {
		l.Files = append(l.Files, File{Name: o.StdinName, Read: func(limit int) ([]byte, error) { return read(o.Stdin, 0, limit) }})
		return
	}
	if dir, ok := strings.CutSuffix(arg, "..."); ok && (dir == "" || strings.HasSuffix(dir, "/")) {
		arg = dir
	}
	arg = l.local(arg)
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
	l.Files = append(l.Files, File{Name: filepath.ToSlash(name), Read: func(limit int) ([]byte, error) { return readFile(name, limit) }})
}

func readFile(name string, limit int) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	return read(file, info.Size(), limit)
}

// read reads all of r, which likely holds size bytes, but no more than limit.
func read(r io.Reader, size int64, limit int) ([]byte, error) {
	if size > int64(limit) {
		return nil, ErrTooLarge
	}
	var b bytes.Buffer
	b.Grow(int(size) + bytes.MinRead)
	_, err := b.ReadFrom(io.LimitReader(r, int64(limit)+1))
	if err == nil && b.Len() > limit {
		err = ErrTooLarge
	}
	return b.Bytes(), err
}

// addTracked adds what git would not ignore below dir. It returns false when
// dir is in no work tree, or git does not tell.
func (l *List) addTracked(dir string) bool {
	out, warnings, err := gitAt(dir, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	if err != nil {
		if !errors.Is(err, errNoRepository) {
			l.Notes = append(l.Notes, "nothing is left out, because git does not tell what it ignores: "+err.Error())
		}
		return false
	}
	if warnings != "" { // of directories that cannot be opened
		l.fail(dir, errors.New(warnings))
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
