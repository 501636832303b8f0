package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"golang.org/x/text/width"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/ndjson"
	"github.com/fieldsafe/fieldsafe/urlcheck"
)

func newURL() *cobra.Command {
	var lines bool
	c := &cobra.Command{
		Use:   "url",
		Short: "Check, strip, mask or explain URLs that carry credentials",
		Long: `url works on URLs, data source names and connection strings, one a line on
standard input, or given as arguments (which other users of the machine may see).

With --ndjson it answers other programs: one JSON object a line in, one a line
out, in order, flushed whenever it waits for more input.

In:  {"id": any, "in": string}
Out: {"id": any, "strip": string, "mask": string, "found": bool}
     or {"id": any, "error": string} for a line that cannot be read.`,
		Example: `  fieldsafe url strip < urls.txt
  echo '{"in":"postgres://app:pw1@db/x"}' | fieldsafe url --ndjson`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if !lines {
				return errors.New("url: want check, strip, mask, explain or --ndjson")
			}
			return ndjson.URL(c.InOrStdin(), c.OutOrStdout())
		},
	}
	c.Flags().BoolVar(&lines, "ndjson", false, "one JSON object a line in, one a line out")
	c.AddCommand(newURLCheck(), newURLExplain(),
		newURLEdit("strip", "Remove the credentials and leave every other byte", urlcheck.Strip),
		newURLEdit("mask", "Write *** over the credentials and leave every other byte", urlcheck.Mask))
	return c
}

func newURLCheck() *cobra.Command {
	return &cobra.Command{
		Use:   "check [URL]...",
		Short: "Say which URLs carry credentials, where, and of what kind",
		Long: `check prints a line for each URL that carries credentials: its number, the parts
they are in and the bytes. The URL itself is not printed.

Exit status: 0 none does, 1 one or more do, 2 an error.`,
		RunE: func(c *cobra.Command, args []string) error {
			found := false
			err := eachURL(args, c.InOrStdin(), func(n int, line string) error {
				bad := urlcheck.Check(strings.TrimRight(line, "\r\n"))
				if bad == nil {
					return nil
				}
				found = true
				_, err := fmt.Fprintf(c.OutOrStdout(), "%d: %s\n", n, strings.TrimPrefix(bad.Error(), "urlcheck: "))
				return err
			})
			if err == nil && found {
				return errFindings
			}
			return err
		},
	}
}

func newURLEdit(name, short string, edit func(string) string) *cobra.Command {
	return &cobra.Command{
		Use:   name + " [URL]...",
		Short: short,
		Long: short + `: what has none comes back as it was.

Exit status: 0, or 2 an error.`,
		RunE: func(c *cobra.Command, args []string) error {
			out := bufio.NewWriter(c.OutOrStdout())
			err := eachURL(args, c.InOrStdin(), func(_ int, line string) error {
				raw := strings.TrimRight(line, "\r\n")
				_, err := out.WriteString(edit(raw) + line[len(raw):])
				return err
			})
			return errors.Join(err, out.Flush())
		},
	}
}

func newURLExplain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [URL]...",
		Short: "Say for each part that looks like a credential what it is, and why",
		Long: `explain prints each URL masked and underlined, and below it every part that is, or
looks like, a credential: its component, its bytes, the detector and the reason,
and, of a user name or password, the parsers that read it as one: those of
RFC 3986 and WHATWG, net/url of Go, curl, git, urllib of Python. Controls are
shown as pictures.

Exit status: 0, with credentials or without, or 2 an error.`,
		RunE: func(c *cobra.Command, args []string) error {
			return eachURL(args, c.InOrStdin(), func(_ int, line string) error {
				return explainURL(c.OutOrStdout(), strings.TrimRight(line, "\r\n"))
			})
		},
	}
}

func explainURL(w io.Writer, raw string) error {
	var b strings.Builder
	fmt.Fprintln(&b, strings.Map(shown, urlcheck.Mask(raw)))
	parts := urlcheck.Explain(raw)
	if len(parts) == 0 {
		fmt.Fprintln(&b, "  carries no credentials")
	} else {
		fmt.Fprintln(&b, underline(raw, parts))
	}
	for _, p := range parts {
		fmt.Fprintf(&b, "  %s", p.Component)
		if p.Name != "" {
			fmt.Fprintf(&b, " %s", p.Name)
		}
		fmt.Fprintf(&b, ", bytes %d–%d: %s, %s%s\n", p.Start, p.End, p.Detector, p.Reason, remarks(p))
		if strings.HasPrefix(p.Reason, "userinfo.") && !p.Nested {
			fmt.Fprintf(&b, "    read as credentials by %s\n", parsers(raw, p))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// underline returns carets that stand below the *** of the masked URL.
func underline(raw string, parts []urlcheck.Part) string {
	var b strings.Builder
	pos := 0
	for _, p := range parts {
		b.WriteString(strings.Map(blank, raw[pos:p.Start]))
		b.WriteString("^^^")
		pos = p.End
	}
	return b.String()
}

// shown returns what a terminal can show in the place of r: the picture of a
// control, and nothing that changes the direction of what follows.
func shown(r rune) rune {
	switch {
	case r == '\t':
	case r < ' ':
		return '\u2400' + r
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
		return unicode.ReplacementChar
	}
	return r
}

// blank returns a blank as wide as r on a terminal, or -1 where r takes no room.
func blank(r rune) rune {
	switch kind := width.LookupRune(r).Kind(); {
	case r == '\t':
		return r
	case unicode.Is(unicode.Bidi_Control, r): // shown as another one
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return -1
	case kind == width.EastAsianWide, kind == width.EastAsianFullwidth:
		return '\u3000'
	}
	return ' '
}

// parsers names the parsers that read p as credentials, in all of raw or in the
// word that p stands in, whichever more of them do.
func parsers(raw string, p urlcheck.Part) string {
	names := urlcheck.SeenBy(raw, p)
	if start := strings.LastIndexAny(raw[:p.Start], " \"'`(<[=,") + 1; start > 0 {
		end := len(raw)
		if i := strings.IndexAny(raw[p.End:], " \"'`)>],"); i >= 0 {
			end = p.End + i
		}
		p.Start, p.End = p.Start-start, p.End-start
		if word := urlcheck.SeenBy(raw[start:end], p); len(word) > len(names) {
			names = word
		}
	}
	if len(names) == 0 {
		return "no common parser"
	}
	return strings.Join(names, ", ")
}

func remarks(p urlcheck.Part) string {
	s := ""
	if p.Nested {
		s += ", within a value or encoded text"
	}
	if p.Malformed {
		s += ", by a lenient reading of malformed input"
	}
	return s
}

// eachURL calls do with each argument, or with each line of in when there are
// none, and its number from 1. Lines come with their ends.
func eachURL(args []string, in io.Reader, do func(n int, line string) error) error {
	for i, raw := range args {
		if err := do(i+1, raw+"\n"); err != nil {
			return err
		}
	}
	if len(args) > 0 {
		return nil
	}
	r := bufio.NewReader(in)
	for n := 1; ; n++ {
		line, err := r.ReadString('\n')
		if line != "" {
			if err := do(n, line); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
