package checks

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fieldsafe/fieldsafe/detect"
)

var update = flag.Bool("update", false, "write checks.tsv from the documentation of the verifiers")

const detectFolder = "../../../../detect"

// TestTableIsTheCode reads what each detector's verifier is documented to do. "go
// test -run TestTableIsTheCode -update" writes it to the table.
func TestTableIsTheCode(t *testing.T) {
	c := readCode(t)
	var rows strings.Builder
	for _, d := range detect.All() {
		name := c.verifierOf[d.ID]
		if (name != "") != (d.Verify != nil) {
			t.Errorf("%s: verifier %q is not the one that it has", d.ID, name)
		}
		if name == "" {
			continue
		}
		doc := c.doc(name)
		if doc == "" {
			t.Errorf("%s is not documented", name)
		}
		rows.WriteString(d.ID + "\t" + doc + "\n")
	}
	if *update {
		if err := os.WriteFile("checks.tsv", []byte(rows.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(table, rows.String()); diff != "" {
		t.Errorf("run with -update (-checks.tsv +code):\n%s", diff)
	}
}

func TestOf(t *testing.T) {
	if got := Of("us_ssn"); !strings.HasSuffix(got, ".") {
		t.Errorf("us_ssn: %q is no sentence", got)
	}
	for _, id := range []string{"password_assignment", "no_such_detector", ""} {
		if got := Of(id); got != "" {
			t.Errorf("%s: %q, but it has no verifier", id, got)
		}
	}
}

// code is what the source of package detect says of verifiers.
type code struct {
	verifierOf map[string]string // by detector
	docOf      map[string]string // by verifier
}

func readCode(t *testing.T) code {
	t.Helper()
	files, err := filepath.Glob(detectFolder + "/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no source in %s (%v)", detectFolder, err)
	}
	c := code{map[string]string{}, map[string]string{}}
	for _, name := range slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "_test.go") }) {
		syntax, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(syntax, c.visit)
	}
	return c
}

func (c code) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		doc := strings.Join(strings.Fields(n.Doc.Text()), " ")
		c.docOf[key(n)] = strings.TrimPrefix(doc, n.Name.Name+" ")
	case *ast.CompositeLit:
		id, verifier := "", ""
		for _, e := range n.Elts {
			pair, ok := e.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			switch key, _ := pair.Key.(*ast.Ident); {
			case key == nil:
			case key.Name == "ID":
				id = stringOf(pair.Value)
			case key.Name == "Verify":
				if f, ok := pair.Value.(*ast.Ident); ok {
					verifier = f.Name
				}
			}
		}
		if id != "" && verifier != "" {
			c.verifierOf[id] = verifier
		}
	}
	return true
}

// key is the name of a function, and of its receiver's type before it.
func key(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	if receiver, ok := f.Recv.List[0].Type.(*ast.StarExpr); ok {
		return fmt.Sprint(receiver.X) + "." + f.Name.Name
	}
	return fmt.Sprint(f.Recv.List[0].Type) + "." + f.Name.Name
}

// doc is what a verifier is documented to do. Those of national telephone numbers
// hand over to their plan without a word.
func (c code) doc(verifier string) string {
	if doc := c.docOf[verifier]; doc != "" || !strings.HasPrefix(verifier, "verifyPhone") {
		return doc
	}
	return c.docOf["phonePlan.verify"]
}

func stringOf(e ast.Expr) string {
	literal, _ := e.(*ast.BasicLit)
	if literal == nil {
		return ""
	}
	s, _ := strconv.Unquote(literal.Value)
	return s
}
