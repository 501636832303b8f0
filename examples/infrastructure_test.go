// Package examples shows fieldsafe to those who meet it: in a service, in a log
// pipeline, before a commit.
package examples

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/infrastructure.txt from what check prints")

const golden = "testdata/infrastructure.txt"

// The check finds what testdata/infrastructure.txt lists, none of the lines that are
// marked as clean, and ends with status 1.
func TestCheckInfrastructure(t *testing.T) {
	output, err := exec.Command(built(t), "check", "--format", "text", "infrastructure").Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("the check ended with %v, want status 1", err)
	}
	got := strings.Join(regexp.MustCompile(`(?m)^\S+\.(?:yaml|tf):\d+:\d+: \S+`).FindAllString(string(output), -1), "\n") + "\n"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	for finding := range strings.Lines(got) {
		name, rest, _ := strings.Cut(finding, ":")
		number, _, _ := strings.Cut(rest, ":")
		if strings.Contains(line(t, name, number), "# clean") {
			t.Errorf("%s:%s is clean", name, number)
		}
	}
}

// built builds the command and returns its path.
func built(t *testing.T) string {
	t.Helper()
	command := filepath.Join(t.TempDir(), "fieldsafe")
	if output, err := exec.Command("go", "build", "-o", command, "github.com/fieldsafe/fieldsafe/cmd/fieldsafe").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	return command
}

// What we tell others to deploy passes our own check.
func TestCheckSidecar(t *testing.T) {
	if output, err := exec.Command(built(t), "check", "sidecar").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, output)
	}
}

func line(t *testing.T, name, number string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	index, err := strconv.Atoi(number)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(text), "\n")[index-1]
}
