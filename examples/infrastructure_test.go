// Package examples shows fieldsafe to those who meet it: in a service, in a log
// pipeline, before a commit.
package examples

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
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

// The sidecar's command line does what it says, for a log that is there before it,
// for what comes later, and for the last line before it is told to end.
func TestSidecarCommand(t *testing.T) {
	manifest, err := os.ReadFile("sidecar/deployment.yaml")
	if err != nil {
		t.Fatal(err)
	}
	script := regexp.MustCompile(`(?m)^            - -c\n            - (.*)$`).FindSubmatch(manifest)
	if script == nil {
		t.Fatal("no command in the manifest")
	}
	path := filepath.Join(t.TempDir(), "orders.log")
	log, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	fmt.Fprintln(log, "first by jane.doe@corp.example.org")

	command := exec.Command("sh", "-c", strings.ReplaceAll(string(script[1]), "/log/orders.log", path))
	command.Env = append(os.Environ(), "PATH="+filepath.Dir(built(t))+string(os.PathListSeparator)+os.Getenv("PATH"))
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	pipe, err := command.StdoutPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = syscall.Kill(-command.Process.Pid, syscall.SIGKILL) }() // tail outlives the shell, but for a container
	output := bufio.NewScanner(pipe)
	for _, word := range []string{"first", "second", "last"} {
		if !output.Scan() || output.Text() != word+" by [REDACTED:email_address]" {
			t.Errorf("got %q for the %s line", output.Text(), word)
		}
		switch word {
		case "first":
			fmt.Fprintln(log, "second by jane.doe@corp.example.org")
		case "second":
			fmt.Fprintln(log, "last by jane.doe@corp.example.org")
			err = command.Process.Signal(syscall.SIGTERM)
		}
	}
	if output.Scan() || err != nil {
		t.Errorf("more came than was logged: %q, %v", output.Text(), err)
	}
	if _ = command.Wait(); command.ProcessState.ExitCode() != 128+int(syscall.SIGTERM) {
		t.Error(command.ProcessState)
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
