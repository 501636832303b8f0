//go:build unix

package examples

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

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
