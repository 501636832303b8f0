package fieldsafe_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// Each program of the README runs as it stands there and prints the text below it.
func TestREADME(t *testing.T) {
	programs := regexp.MustCompile("(?s)```go\n(.*?)```\n+```text\n(.*?)```").FindAllStringSubmatch(read(t, "README.md"), -1)
	require.Len(t, programs, 3)
	for _, program := range programs {
		file := filepath.Join(t.TempDir(), "main.go")
		require.NoError(t, os.WriteFile(file, []byte(program[1]), 0o600))
		output, err := exec.Command("go", "run", file).CombinedOutput()
		require.NoError(t, err, "%s", output)
		if diff := cmp.Diff(program[2], string(output)); diff != "" {
			t.Errorf("%s\nprints (-README +program):\n%s", program[1], diff)
		}
	}
}
