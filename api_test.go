package fieldsafe_test

import (
	"bytes"
	"flag"
	"go/ast"
	"go/doc"
	"go/printer"
	"go/token"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write testdata/api from the code")

// public is a package that others can import.
type public struct {
	folder string
	module string
	files  *token.FileSet
	doc    *doc.Package
}

// publicPackages are all packages but commands and those in internal folders.
func publicPackages(t *testing.T) []public {
	t.Helper()
	syntax := map[string][]*ast.File{}
	var packages []public
	for _, file := range sources(t) {
		folder := file.folder()
		if file.isTest() || file.syntax.Name.Name == "main" || strings.Contains("/"+folder+"/", "/internal/") {
			continue
		}
		if syntax[folder] == nil {
			packages = append(packages, public{folder: folder, module: file.module, files: file.files})
		}
		syntax[folder] = append(syntax[folder], file.syntax)
	}
	for i, p := range packages {
		parsed, err := doc.NewFromFiles(p.files, syntax[p.folder], path.Join(corePath, p.folder))
		require.NoError(t, err)
		packages[i].doc = parsed
	}
	return packages
}

// An exported name is a promise; this test makes each new one visible. After a
// deliberate change: go test . -run TestAPI -update
func TestAPI(t *testing.T) {
	for _, p := range publicPackages(t) {
		if p.module != "." || p.folder == "." {
			continue
		}
		t.Run(p.folder, func(t *testing.T) {
			golden := path.Join("testdata/api", strings.ReplaceAll(p.folder, "/", "_")+".txt")
			got := exported(t, p)
			if *update {
				require.NoError(t, os.MkdirAll(path.Dir(golden), 0o755))
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			if diff := cmp.Diff(read(t, golden), got); diff != "" {
				t.Errorf("exported API (-%s +code):\n%s", golden, diff)
			}
		})
	}
}

// exported prints the declarations of a package without comments, bodies and
// unexported parts.
func exported(t *testing.T, p public) string {
	t.Helper()
	var out bytes.Buffer
	style := printer.Config{Mode: printer.UseSpaces | printer.TabIndent, Tabwidth: 8}
	show := func(node ast.Node) {
		ast.Inspect(node, dropComments)
		require.NoError(t, style.Fprint(&out, p.files, node))
		out.WriteString("\n")
	}
	values := func(list []*doc.Value) {
		for _, v := range list {
			show(v.Decl)
		}
	}
	functions := func(list []*doc.Func) {
		for _, f := range list {
			show(f.Decl)
		}
	}
	values(p.doc.Consts)
	values(p.doc.Vars)
	functions(p.doc.Funcs)
	for _, typ := range p.doc.Types {
		out.WriteString("\n")
		show(typ.Decl)
		values(typ.Consts)
		values(typ.Vars)
		functions(typ.Funcs)
		functions(typ.Methods)
	}
	return out.String()
}

func dropComments(node ast.Node) bool {
	switch n := node.(type) {
	case *ast.FuncDecl:
		n.Doc, n.Body = nil, nil
	case *ast.GenDecl:
		n.Doc = nil
	case *ast.TypeSpec:
		n.Doc, n.Comment = nil, nil
	case *ast.ValueSpec:
		n.Doc, n.Comment = nil, nil
	case *ast.Field:
		n.Doc, n.Comment = nil, nil
	}
	return true
}

func TestEverythingExportedIsDocumented(t *testing.T) {
	for _, p := range publicPackages(t) {
		missing := func(name, text string) {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s: %s is not documented", p.folder, name)
			}
		}
		functions := func(prefix string, list []*doc.Func) {
			for _, f := range list {
				missing(prefix+f.Name, f.Doc)
			}
		}
		values := func(list []*doc.Value) {
			for _, v := range list {
				for _, spec := range v.Decl.Specs {
					value := spec.(*ast.ValueSpec)
					missing(value.Names[0].Name, v.Doc+value.Doc.Text()+value.Comment.Text())
				}
			}
		}
		missing("the package", p.doc.Doc)
		values(p.doc.Consts)
		values(p.doc.Vars)
		functions("", p.doc.Funcs)
		for _, typ := range p.doc.Types {
			missing(typ.Name, typ.Doc)
			values(typ.Consts)
			values(typ.Vars)
			functions("", typ.Funcs)
			functions(typ.Name+".", typ.Methods)
		}
	}
}
