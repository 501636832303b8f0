package fieldsafe_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

const corePath = "github.com/fieldsafe/fieldsafe"

// source is one Go file of the repository.
type source struct {
	path   string // relative to the repository, with slashes
	module string // directory of its go.mod, "." for the core
	syntax *ast.File
	files  *token.FileSet
}

func (s source) isTest() bool { return strings.HasSuffix(s.path, "_test.go") }

// folder is the file's import path below the core's, which for the core and for
// nested modules alike is its directory.
func (s source) folder() string { return path.Dir(s.path) }

func (s source) imports() []string {
	var paths []string
	for _, spec := range s.syntax.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		paths = append(paths, name)
	}
	return paths
}

// sources parses every Go file of the repository, nested modules included. A
// copy of the core module alone (as the module proxy serves it) is fine too.
func sources(t *testing.T) []source {
	t.Helper()
	files := token.NewFileSet()
	modules := moduleDirs(t)
	var all []source
	walk(t, func(name string) {
		if path.Ext(name) != ".go" {
			return
		}
		syntax, err := parser.ParseFile(files, name, nil, parser.ParseComments)
		require.NoError(t, err)
		all = append(all, source{name, moduleOf(modules, name), syntax, files})
	})
	require.NotEmpty(t, all)
	return all
}

// moduleDirs lists the directories that hold a go.mod, the core's first.
func moduleDirs(t *testing.T) []string {
	t.Helper()
	var dirs []string
	walk(t, func(name string) {
		if path.Base(name) == "go.mod" {
			dirs = append(dirs, path.Dir(name))
		}
	})
	slices.Sort(dirs)
	require.Equal(t, ".", dirs[0])
	return dirs
}

func moduleOf(modules []string, name string) string {
	best := "."
	for _, dir := range modules {
		if strings.HasPrefix(name, dir+"/") && len(dir) > len(best) {
			best = dir
		}
	}
	return best
}

// walk calls visit for each file that the go command would look at.
func walk(t *testing.T, visit func(name string)) {
	t.Helper()
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		base := entry.Name()
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (strings.HasPrefix(base, ".") || base == "testdata"):
			return fs.SkipDir
		case !entry.IsDir():
			visit(filepath.ToSlash(name))
		}
		return nil
	})
	require.NoError(t, err)
}

// floor says on which floor of the house a folder stands. Code may import from
// its own floor and from those below it.
func floor(module, folder string) int {
	first, _, _ := strings.Cut(folder, "/")
	switch {
	case module != ".":
		return 4
	case first == "internal" || strings.HasPrefix(folder, "detect/internal/"):
		return 0
	case first == "detect":
		return 1
	case first == "urlcheck":
		return 2
	}
	return 3 // redact, and the tests of the root
}

func TestImportsGoOneWay(t *testing.T) {
	modules := moduleDirs(t)
	for _, file := range sources(t) {
		for _, imported := range file.imports() {
			folder, ours := strings.CutPrefix(imported, corePath+"/")
			if !ours {
				continue
			}
			module := moduleOf(modules, folder+"/")
			measures := strings.HasPrefix(file.module, "benchmarks/")
			switch {
			case module != "." && module != file.module && !measures:
				t.Errorf("%s imports %s, which is of another nested module", file.path, folder)
			case floor(module, folder) > floor(file.module, file.folder()):
				t.Errorf("%s imports %s, which stands above it", file.path, folder)
			case file.folder() == "detect/internal/scan" && folder != file.folder():
				t.Errorf("%s imports %s: the engine knows nothing of ours", file.path, folder)
			}
		}
	}
}

// The core's dependencies are a promise to everybody who imports it.
func TestCoreDependencies(t *testing.T) {
	allowed := []string{"golang.org/x/text"}
	allowedInTests := append(allowed, "github.com/google/go-cmp", "github.com/stretchr/testify")
	for _, file := range sources(t) {
		if file.module != "." {
			continue
		}
		list := allowed
		if file.isTest() {
			list = allowedInTests
		}
		for _, imported := range file.imports() {
			if !inStandardLibrary(imported) && !within(imported, append(list, corePath)) {
				t.Errorf("%s imports %s", file.path, imported)
			}
			if imported == "C" || imported == "unsafe" {
				t.Errorf("%s imports %s: the core is plain Go", file.path, imported)
			}
		}
	}

	var direct []string
	for module, comment := range required(t, "go.mod") {
		if comment == "" {
			direct = append(direct, module)
		}
	}
	for _, module := range direct {
		if !slices.Contains(allowedInTests, module) {
			t.Errorf("go.mod requires %s", module)
		}
	}
}

func inStandardLibrary(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".")
}

func within(imported string, modules []string) bool {
	return slices.ContainsFunc(modules, func(module string) bool {
		return imported == module || strings.HasPrefix(imported, module+"/")
	})
}

var requireLine = regexp.MustCompile(`(?m)^(?:require )?\s*(\S+\.\S+/\S+) v\S+(?: // (indirect))?$`)

// required maps the modules that a go.mod requires to "indirect" or "".
func required(t *testing.T, file string) map[string]string {
	t.Helper()
	text := read(t, file)
	modules := map[string]string{}
	for _, line := range requireLine.FindAllStringSubmatch(text, -1) {
		modules[line[1]] = line[2]
	}
	require.Equal(t, strings.Count(text, " v"), len(modules), "%s has lines this test cannot read", file)
	return modules
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	return string(text)
}

// Every module asks for the same Go, is in the workspace, and can be installed
// by its path and version once published, which a replace would forbid.
func TestModules(t *testing.T) {
	version := regexp.MustCompile(`(?m)^go 1\.26(\.0)?$`)
	var want []string
	for _, dir := range moduleDirs(t) {
		text := read(t, path.Join(dir, "go.mod"))
		if !version.MatchString(text) {
			t.Errorf("%s/go.mod: want go 1.26", dir)
		}
		for _, directive := range []string{"replace", "toolchain", "exclude"} {
			if regexp.MustCompile(`(?m)^` + directive + `\b`).MatchString(text) {
				t.Errorf("%s/go.mod has a %s directive", dir, directive)
			}
		}
		if strings.HasPrefix(dir, "integrations/") && strings.Count(text, corePath+"/") != 1 {
			t.Errorf("%s/go.mod names another module of ours than itself and the core", dir)
		}
		name := path.Join(corePath, dir)
		if !strings.HasPrefix(text, "module "+name+"\n") {
			t.Errorf("%s/go.mod: want module %s", dir, name)
		}
		if dir != "." {
			dir = "./" + dir
		}
		want = append(want, dir)
	}
	if len(want) == 1 {
		return // the core module alone, outside its repository
	}
	var got []string
	for _, line := range regexp.MustCompile(`(?m)^\t(\.\S*)$`).FindAllStringSubmatch(read(t, "go.work"), -1) {
		got = append(got, line[1])
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("go.work (-want +got):\n%s", diff)
	}
}
