package fieldsafe_test

import (
	"go/ast"
	"path"
	"slices"
	"strings"
	"testing"
)

const (
	maxFileLines     = 450
	maxFunctionLines = 70
	maxUsualLines    = 35 // of nine functions in ten
)

func TestFileLength(t *testing.T) {
	for _, file := range sources(t) {
		if isCatalogueData(file) {
			continue
		}
		if lines := file.files.File(file.syntax.Pos()).LineCount(); lines > maxFileLines {
			t.Errorf("%s has %d lines, more than %d", file.path, lines, maxFileLines)
		}
	}
}

func isCatalogueData(file source) bool {
	return file.folder() == "detect" && strings.HasPrefix(path.Base(file.path), "catalog_")
}

// Test functions are left out: a table may be as long as its cases need.
func TestFunctionLength(t *testing.T) {
	var lengths []int
	for _, file := range sources(t) {
		if file.isTest() {
			continue
		}
		for _, declaration := range file.syntax.Decls {
			function, ok := declaration.(*ast.FuncDecl)
			if !ok {
				continue
			}
			first, last := file.files.Position(function.Pos()), file.files.Position(function.End())
			length := last.Line - first.Line + 1
			if length > maxFunctionLines {
				t.Errorf("%s: %s has %d lines, more than %d", first, function.Name.Name, length, maxFunctionLines)
			}
			lengths = append(lengths, length)
		}
	}
	slices.Sort(lengths)
	if ninetieth := lengths[len(lengths)*9/10]; ninetieth > maxUsualLines {
		t.Errorf("one function in ten has at least %d lines, more than %d", ninetieth, maxUsualLines)
	}
}
