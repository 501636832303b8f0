// Package precommit holds a hook for git, a configuration for the pre-commit
// framework, and a script to try the hook.
package precommit

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestTry(t *testing.T) {
	command := exec.Command("./try", t.TempDir())
	command.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	for _, want := range []string{"main.tf:", "a bucket"} {
		if !strings.Contains(string(output), want) {
			t.Errorf("no %q in the output:\n%s", want, output)
		}
	}
	for _, secret := range []string{"536-90-4399", "Lantern", "jane.doe@corp"} {
		if strings.Contains(string(output), secret) {
			t.Errorf("the output repeats %q", secret)
		}
	}
}
