package files

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAddedLines(t *testing.T) {
	const text = `diff --git a/a.tf b/a.tf
index 1..2 100644
--- a/a.tf
+++ b/a.tf
@@ -1,2 +1 @@ resource
-x
-y
++++ b/not-a-name
@@ -7 +6,3 @@
+z
@@ -9,2 +9,0 @@
-gone
diff --git "a/b\303\251 c.tf" "b/b\303\251 c.tf"
--- /dev/null
+++ "b/b\303\251 c.tf"
@@ -0,0 +1,2 @@
+a
+b
diff --git a/with blank b/with blank
--- a/with blank	
+++ b/with blank	
@@ -1 +1 @@
+b
`
	want := map[string][]Span{
		"a.tf":       {{1, 1}, {6, 8}},
		"bé c.tf":    {{1, 2}},
		"with blank": {{1, 1}},
	}
	long := strings.Repeat("@@ -1 +1 @@ ", maxPatchLine)
	for why, pieces := range map[string][]string{
		"whole":                     {text},
		"byte by byte":              strings.Split(text, ""),
		"with a line of any length": {text[:strings.Index(text, "+z")], "+" + long, long + "\n", text[strings.Index(text, "+z"):]},
	} {
		p := patch{added: make(map[string][]Span)}
		for _, piece := range pieces {
			if n, err := p.Write([]byte(piece)); n != len(piece) || err != nil {
				t.Fatal(n, err)
			}
		}
		if diff := cmp.Diff(want, p.added); diff != "" {
			t.Errorf("%s: %s", why, diff)
		}
	}
}

func TestWithoutComments(t *testing.T) {
	got := withoutComments([]byte("a\n# b\nc # d\n# "+scissors+"\ne\n"), '#')
	if string(got) != "a\n\nc # d\n" {
		t.Errorf("got %q", got)
	}
}

func TestIsBinary(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "text é \xff": false, "a\x00b": true,
		strings.Repeat("a", 8000) + "\x00": false,
	} {
		if IsBinary([]byte(text)) != want {
			t.Errorf("%.20q: want %v", text, want)
		}
	}
}

// In a directory: regular files, but neither links nor the innards of git. What
// is named twice is listed once.
func TestExpand(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b/c.txt", "a.txt", ".git/config", ".env"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("a.txt", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	l := Expand([]string{"./...", "a.txt", "missing"}, Options{NoIgnore: true})
	var names []string
	for _, f := range l.Files {
		names = append(names, f.Name)
		if data, err := f.Read(100); err != nil || string(data) != f.Name {
			t.Errorf("%s reads %q, %v", f.Name, data, err)
		}
	}
	if diff := cmp.Diff([]string{".env", "a.txt", "b/c.txt"}, names); diff != "" {
		t.Error(diff)
	}
	if l.Skipped.Symlinks != 1 || len(l.Errors) != 1 || l.Errors[0].Path != "missing" {
		t.Errorf("skipped %+v, errors %v", l.Skipped, l.Errors)
	}
}

// However a file is named, it has one name, and no more of it is read than is
// wanted.
func TestExpandNamesAndLimits(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.WriteFile("a.txt", []byte("12345"), 0o644); err != nil {
		t.Fatal(err)
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	l := Expand([]string{"./a.txt", filepath.Join(here, "a.txt"), "../" + filepath.Base(here) + "/a.txt", "-"},
		Options{Stdin: strings.NewReader("12345"), StdinName: "stdin"})
	var names []string
	for _, f := range l.Files {
		names = append(names, f.Name)
		if data, err := f.Read(4); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %q, %v", f.Name, data, err)
		}
	}
	if diff := cmp.Diff([]string{"../" + filepath.Base(here) + "/a.txt", "a.txt", "stdin"}, names); diff != "" {
		t.Error(diff)
	}
}
