package detect

import "strings"

const (
	maxManifest = 16 << 10 // bytes of a manifest on either side of its kind
	maxEntries  = 64
)

// manifest looks for the data of the Kubernetes Secret whose kind is named at
// [start, end), in YAML or JSON. What it finds are the values, one line each.
func (r *run) manifest(d *Detector, start, end int) int {
	i := skipAny(r.text, end, "\"'\\", 4)
	if i >= len(r.text) || r.text[i] != ':' {
		return 0
	}
	i = skipAny(r.text, i+1, " \t\"'\\", 6)
	if !hasPrefixFold(r.text[i:], "secret") || i+6 < len(r.text) && strings.IndexByte("\"'\\,} \t\r\n", r.text[i+6]) < 0 {
		return 0
	}
	from, to := document(r.text, r.floor, start, i+6)
	if strings.HasPrefix(r.text[i+6:], `"`) || strings.HasPrefix(r.text[i+6:], `\"`) && strings.Contains(r.text[from:to], "{") {
		r.jsonData(d, from, to)
	}
	r.yamlData(d, from, to)
	return to
}

// document returns the bounds of the YAML document around [start, end), above
// floor.
func document(text string, floor, start, end int) (from, to int) {
	const separator = "\n---"
	from, to = max(floor, start-maxManifest), min(len(text), end+maxManifest)
	if i := strings.LastIndex(text[from:start], separator); i >= 0 {
		from += i
	}
	if i := strings.Index(text[end:to], separator); i >= 0 {
		to = end + i
	}
	return from, to
}

// jsonData adds the strings in the object called data or stringData.
func (r *run) jsonData(d *Detector, from, to int) {
	for _, name := range [...]string{`"data"`, `"stringData"`, `data\"`, `stringData\"`} {
		i := strings.Index(r.text[from:to], name)
		if i < 0 {
			continue
		}
		at := skipAny(r.text, from+i+len(name), ": \t\r\n", 8)
		if at >= to || r.text[at] != '{' {
			continue
		}
		object := r.text[at:to]
		if end := strings.IndexByte(object, '}'); end >= 0 {
			object = object[:end]
		}
		for range maxEntries {
			colon := strings.IndexByte(object, ':')
			if colon < 0 {
				break
			}
			base := at + colon + 1
			s, e, _ := value(r.text, skipAny(r.text, base, " \t\r\n", 8))
			r.entry(d, s, e)
			if e-at >= len(object) {
				break
			}
			object, at = object[e-at:], e
		}
	}
}

// yamlData adds the values of the mappings called data and stringData: what is
// indented deeper than their names.
func (r *run) yamlData(d *Detector, from, to int) {
	inside, indent := false, 0
	for i := from; i < to; {
		end := lineEnd(r.text, i, to)
		at := min(skipAny(r.text, i, " \t", 64), end)
		switch line := strings.TrimRight(r.text[at:end], " \t"); {
		case line == "" || line[0] == '#':
		case line == "data:" || line == "stringData:":
			inside, indent = true, at-i
		case inside && at-i > indent:
			r.yamlEntry(d, at, end)
		default:
			inside = false
		}
		i = end + 1
	}
}

// yamlEntry adds the value of one line: after its key, or all of it where it
// continues a block.
func (r *run) yamlEntry(d *Detector, at, end int) {
	key := strings.IndexByte(r.text[at:end], ':')
	if key >= 0 {
		at = skipAny(r.text, at+key+1, " \t", 16)
	}
	if at >= end || key >= 0 && strings.IndexByte("|>", r.text[at]) >= 0 {
		return
	}
	from, to, _ := value(r.text, at)
	r.entry(d, from, min(to, end))
}

// entry adds one value of a secret unless it holds the place of one.
func (r *run) entry(d *Detector, from, to int) {
	if to-from < minPassword || isPlaceholder(r.text[from:to]) || isReference(r.text[from:to]) {
		return
	}
	r.add(from, to, d, Likely, byContext, maxValue)
}
