package policy

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func recorded(t *testing.T, findings ...[4]string) *Baseline {
	t.Helper()
	b := NewBaseline()
	b.Record()
	checked := make(map[string]bool)
	for _, f := range findings {
		b.Has(f[0], f[1], f[2], f[3])
		checked[f[0]] = true
	}
	b.Replace(checked)
	name := filepath.Join(t.TempDir(), BaselineName)
	if err := b.Save(name); err != nil {
		t.Fatal(err)
	}
	loaded, err := LoadBaseline(name)
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

func TestBaselineKnowsAFindingWhereItMoves(t *testing.T) {
	in := [4]string{"a.tf", "x.tags[1].Value", "email_address", "jane.doe@corp.test"}
	tests := []struct {
		why   string
		asked [4]string
		want  bool
	}{
		{"the same", in, true},
		{"another place in its list", [4]string{in[0], "x.tags[7].Value", in[2], in[3]}, true},
		{"another key", [4]string{in[0], "x.tags[1].Name", in[2], in[3]}, false},
		{"another value", [4]string{in[0], in[1], in[2], "john.roe@corp.test"}, false},
		{"another detector", [4]string{in[0], in[1], "email_slug", in[3]}, false},
		{"another file", [4]string{"b.tf", in[1], in[2], in[3]}, false},
	}
	for _, tt := range tests {
		b := recorded(t, in)
		if got := b.Has(tt.asked[0], tt.asked[1], tt.asked[2], tt.asked[3]); got != tt.want {
			t.Errorf("%s: %v", tt.why, got)
		}
		if b.Has(tt.asked[0], tt.asked[1], tt.asked[2], tt.asked[3]) {
			t.Errorf("%s: known twice", tt.why)
		}
	}
}

func TestBaselineForgetsFilesThatAreGone(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("here.tf", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	b := recorded(t, [4]string{"here.tf", "a", "us_ssn", "1"}, [4]string{"gone.tf", "a", "us_ssn", "1"})
	if n := b.Stale(nil); n != 1 {
		t.Errorf("%d stale, want 1", n)
	}
	b.Prune(nil)
	if n := b.Len(); n != 1 {
		t.Errorf("%d left, want 1", n)
	}
	b.Prune(map[string]bool{"here.tf": true})
	if n := b.Len(); n != 0 {
		t.Errorf("%d left of what was checked and not found, want 0", n)
	}
}

// The same findings in any order give the same bytes, without a value in them.
func TestBaselineDoesNotChurn(t *testing.T) {
	dir := t.TempDir()
	findings := [][4]string{{"b", "x[0]", "us_ssn", "536904399"}, {"a", "", "email_address", "jane.doe@corp.test"}, {"b", "x[3]", "us_ssn", "536904399"}}
	b := recorded(t, findings...)
	write := func(name string) string {
		if err := b.Save(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	first := write("first")
	b = b.Afresh()
	b.Record()
	for _, i := range []int{2, 0, 1} {
		b.Has(findings[i][0], findings[i][1], findings[i][2], findings[i][3])
	}
	b.Replace(map[string]bool{"a": true, "b": true})
	if second := write("second"); second != first {
		t.Errorf("first %s second %s", first, second)
	}
	if strings.Contains(first, "536904399") || strings.Contains(first, "jane") || strings.Count(first, `"detector"`) != 2 {
		t.Error(first)
	}
}
