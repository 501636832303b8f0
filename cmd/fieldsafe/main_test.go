package main

import (
	"flag"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/cli"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"fieldsafe": func() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScript runs testdata/script: command lines as people type them, with
// their output. "go test -run TestScript -update" rewrites the expected output.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Vars = append(e.Vars,
				"GIT_AUTHOR_NAME=a", "GIT_COMMITTER_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_EMAIL=a@example.com",
				"GITHUB_ACTIONS=", "GITHUB_STEP_SUMMARY=")
			return nil
		},
	})
}

// Every command line of the README is one that the command understands.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	lines := regexp.MustCompile("(?m)(?:^|: )(fieldsafe .*?)(?: +#.*)?$").FindAllSubmatch(readme, -1)
	if len(lines) < 15 {
		t.Fatalf("%d command lines", len(lines))
	}
	for _, line := range lines {
		args := strings.Fields(string(line[1]))[1:]
		if status := cli.Main(append(args, "--help"), strings.NewReader(""), io.Discard, io.Discard); status != 0 {
			t.Errorf("%s: not understood", line[1])
		}
	}
}

// What the README shows of the recipes is what examples/precommit has, which is
// tried in repositories.
func TestReadmeShowsTheRecipes(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	comment := regexp.MustCompile(`(?m)^#([ \t].*)?\n`)
	for _, name := range []string{".pre-commit-config.yaml", "lefthook.yml", "pre-commit"} {
		recipe, err := os.ReadFile("../../examples/precommit/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if want := "\n" + string(comment.ReplaceAll(recipe, nil)) + "```"; !strings.Contains(string(readme), want) {
			t.Errorf("README.md has no %s", name)
		}
	}
}
