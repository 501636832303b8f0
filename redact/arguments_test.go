package redact

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"
)

// An option of a command says what its argument is, in lists of any type.
func TestArguments(t *testing.T) {
	args := []string{"mysql", "--password", "velvet-57", "--host", "north", "--api-token", "velvet-57", "--password", "--user", "bob"}
	raw, err := json.Marshal(args)
	require.NoError(t, err)
	for name, v := range map[string]any{
		"strings": args, "any": []any{"-password", "velvet-57", "--host", "north", "--user", "bob"}, "named": []word{"--db_password", "velvet-57", "north", "--user", "bob"},
		"array": [4]string{"--client-secret", "velvet-57", "north", "--user"}, "raw": json.RawMessage(raw), "in a struct": struct{ Args []string }{args},
		"in a map": map[string]any{"argv": args}, "command": exec.Command("mysql", args[1:5]...), "text behind words": `running {"args":` + string(raw) + `}`,
	} {
		for form, handler := range bothForms {
			var out bytes.Buffer
			bare := handler(&out)
			for _, ours := range []*Handler{NewHandler(bare, nil), NewHandler(NewHandler(bare, nil), nil)} {
				got := written(ours, &out, v)
				require.NotContains(t, got, "velvet", "%s, %s", name, form)
				if name != "command" { // of which JSON writes the error, and text fewer arguments
					require.Contains(t, got, "north", "%s, %s", name, form)
					require.Contains(t, got, "--user", "%s, %s", name, form)
				}
			}
		}
	}
	clean := []any{"--token-count", "12", "password", "email", "-x", "--password=", "-12.5", "7"}
	require.Equal(t, clean, (*Redactor)(nil).Any(clean), "names alone are no options")
}
