package policy

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
)

// Print writes the effective policy, as a policy file would have it, with what
// the defaults are.
func (p *Policy) Print(w io.Writer) {
	fmt.Fprintf(w, "confidence: %s # possible, likely or certain\n", p.minimum())
	fmt.Fprintf(w, "samples: %s # values reserved for documentation and tests\n", onOff(p.Samples))
	fmt.Fprintf(w, "roles: %s # role mailboxes and service accounts\n", onOff(p.Roles))
	fmt.Fprintln(w, "detectors:")
	for c := detect.Personal; c <= detect.Network; c++ {
		on, said := p.Detectors[c.String()]
		fmt.Fprintf(w, "  %s: %s\n", c, onOff(on || !said && c != detect.Network))
	}
	for _, name := range p.toggled() {
		on, said := p.Detectors[name]
		if !said {
			on = p.on(detect.ByID(name))
		}
		fmt.Fprintf(w, "  %s: %s\n", name, onOff(on))
	}
	fmt.Fprintln(w, "allow:")
	printList(w, "  domains", p.domains)
	printList(w, "  addresses", p.addresses)
	printList(w, "platforms", p.Platforms)
	printList(w, "exclude", texts(p.exclude))
	if len(p.rules) == 0 {
		fmt.Fprintln(w, "rules: []")
		return
	}
	fmt.Fprintln(w, "rules:")
	for _, r := range p.rules {
		fmt.Fprintf(w, "  - report: %s\n", r.severity)
		printList(w, "    paths", texts(r.paths))
		printList(w, "    fields", texts(r.fields))
		printList(w, "    detectors", r.detectors)
	}
}

// toggled lists, sorted, the detectors that are on or off otherwise than their
// category.
func (p *Policy) toggled() []string {
	names := maps.Clone(p.Detectors)
	if names == nil {
		names = make(map[string]bool)
	}
	for _, d := range detect.All() {
		delete(names, d.Category.String())
		if isQuiet(d) {
			names[d.ID] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

func texts(globs []glob) []string {
	var list []string
	for _, g := range globs {
		list = append(list, g.text)
	}
	return list
}

func printList(w io.Writer, key string, list []string) {
	if len(list) == 0 {
		fmt.Fprintf(w, "%s: []\n", key)
		return
	}
	fmt.Fprintf(w, "%s:\n", key)
	indent := key[:len(key)-len(strings.TrimLeft(key, " "))]
	for _, item := range list {
		fmt.Fprintf(w, "%s  - %q\n", indent, item)
	}
}
