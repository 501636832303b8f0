package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

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
		Long:  short + `: what has none comes back as it was.`,
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
RFC 3986 and WHATWG, net/url of Go, curl, git, urllib of Python.`,
		RunE: func(c *cobra.Command, args []string) error {
			return eachURL(args, c.InOrStdin(), func(_ int, line string) error {
				return explainURL(c.OutOrStdout(), strings.TrimRight(line, "\r\n"))
			})
		},
	}
}

func explainURL(w io.Writer, raw string) error {
	var b strings.Builder
	fmt.Fprintln(&b, urlcheck.Mask(raw))
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
		for _, r := range raw[pos:p.Start] {
			if r != '\t' {
				r = ' '
			}
			b.WriteRune(r)
		}
		b.WriteString("^^^")
		pos = p.End
	}
	return b.String()
}

func parsers(raw string, p urlcheck.Part) string {
	if names := urlcheck.SeenBy(raw, p); len(names) > 0 {
		return strings.Join(names, ", ")
	}
	return "no common parser"
}

func remarks(p urlcheck.Part) string {
	s := ""
	if p.Nested {
		s += ", within another value"
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
