package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/check"
)

// Problems writes a line for each file that could not be read, or not in the
// syntax that its name promises.
func Problems(w io.Writer, r *check.Result) {
	for _, u := range r.Unparsed {
		fmt.Fprintf(w, "%s:%v; read as text\n", shown(u.File), u.Err)
	}
	for _, u := range r.Unreadable {
		fmt.Fprintf(w, "%s: not checked: %v\n", shown(u.File), u.Err)
	}
	for _, u := range r.Unused {
		fmt.Fprintf(w, "%s:%d: fieldsafe:allow %s allows nothing; remove it\n", shown(u.File), u.At, strings.Join(u.Detectors, ","))
	}
}

// Summary writes one line that says how much was checked and what was not.
func Summary(w io.Writer, r *check.Result) {
	var checked []string
	if r.Fields > 0 || r.Lines == 0 {
		checked = append(checked, Count(r.Fields, "field"))
	}
	if r.Lines > 0 {
		checked = append(checked, Count(r.Lines, "line"))
	}
	fmt.Fprintf(w, "checked %s in %s: %s", strings.Join(checked, " and "), Count(r.Files, "file"), Count(len(r.Findings), "finding"))
	var rest []string
	for _, part := range []struct {
		n    int
		what string // what such files are
		noun string // or what one is called
	}{
		{len(r.Unparsed), "read as text", ""},
		{len(r.Unreadable), "unreadable", ""},
		{r.Binary, "binary", ""},
		{r.TooLarge, "too large", ""},
		{r.ByPolicy, "excluded by the policy", ""},
		{r.Excluded.Symlinks, "", "symbolic link"},
		{r.Excluded.Submodules, "", "submodule"},
	} {
		switch {
		case part.n == 0:
		case part.noun != "":
			rest = append(rest, Count(part.n, part.noun))
		default:
			rest = append(rest, thousands(part.n)+" "+part.what)
		}
	}
	if len(rest) > 0 {
		fmt.Fprintf(w, " (files not checked, or not in full: %s)", strings.Join(rest, ", "))
	}
	fmt.Fprintln(w)
}

// Count writes a number of things.
func Count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return thousands(n) + " " + what
}

// thousands writes 1204 as 1,204.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
