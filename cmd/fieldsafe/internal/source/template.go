package source

import "bytes"

// Helm charts are YAML only after their templates have been executed. They are
// read as YAML all the same: what the template language would replace is put
// out of the way, byte for byte, and put back into the values.

// filler stands for each byte of a template action within a line. It is a
// letter, so that a scalar stays a plain one.
const filler = 'x'

// reading says what becomes of actions that write nothing: conditions, loops,
// definitions. Which is right depends on what they enclose; they are tried in turn.
type reading uint8

const (
	readInline reading = iota // a part of the value that they stand in
	readBlank                 // nothing, at either end of a line
	// Also a separator of documents where it is all of a line that is not indented: what
	// it encloses may be indented otherwise. Where it begins a line, all of that is text.
	readSplit
)

// withoutActions returns data with all actions ({{…}} and Jinja's {%…%})
// replaced: those that are all there is on their lines or write lines of their own
// by blanks, others by filler.
func withoutActions(data []byte, how reading) []byte {
	out := bytes.Clone(data)
	for from := 0; ; {
		start, end := nextAction(out, from)
		if end < 0 {
			return out
		}
		with := byte(filler)
		before, after := beside(data, start, end)
		control := isControl(data[start:end])
		if how == readSplit && control && before && !after {
			end = lineEnd(data, end)
		}
		if before && after || how != readInline && control && (before || after) || bytes.Contains(data[start:end], []byte("indent")) {
			with = ' '
		}
		for k := start; k < end; k++ {
			if out[k] != '\n' {
				out[k] = with
			}
		}
		if how == readSplit && control && (start == 0 || data[start-1] == '\n') && before && after {
			copy(out[start:], "---")
		}
		from = end
	}
}

// isControl says whether an action writes nothing itself.
func isControl(action []byte) bool {
	word := bytes.TrimLeft(action, "{%-~ \t\r\n")
	n := 0
	for n < len(word) && word[n] >= 'a' && word[n] <= 'z' {
		n++
	}
	return controlWords[string(word[:n])]
}

// controlWords of Go's templates, Helm and Jinja.
var controlWords = map[string]bool{
	"if": true, "else": true, "elif": true, "end": true, "endif": true, "for": true, "endfor": true, "range": true, "with": true,
	"define": true, "block": true, "endblock": true, "break": true, "continue": true, "set": true, "macro": true, "endmacro": true,
}

// nextAction returns the next action in data[from:]; without one that ends, end is
// negative.
func nextAction(data []byte, from int) (start, end int) {
	for {
		i := bytes.IndexByte(data[from:], '{')
		if i < 0 {
			return 0, -1
		}
		start = from + i
		shut := "}}"
		switch byteAt(data, start+1, len(data)) {
		case '%':
			shut = "%}"
		case '{':
		default:
			from = start + 1
			continue
		}
		inside := start + len(shut)
		if bytes.HasPrefix(bytes.TrimLeft(data[inside:min(len(data), inside+8)], "- "), []byte("/*")) {
			inside += max(bytes.Index(data[inside:], []byte("*/")), 0)
		}
		n := bytes.Index(data[inside:], []byte(shut))
		if n < 0 {
			return 0, -1
		}
		return start, inside + n + len(shut)
	}
}

// beside says whether before and after data[start:end] there is nothing on the
// same lines but blanks and other actions. Of very long lines it says no.
func beside(data []byte, start, end int) (before, after bool) {
	left := data[max(0, start-maxIndent):start]
	right := data[end:min(len(data), end+maxIndent)]
	first, last := bytes.LastIndexByte(left, '\n'), bytes.IndexByte(right, '\n')
	if last >= 0 {
		right = right[:last]
	}
	before = (first >= 0 || start <= maxIndent) && len(withoutPairs(left[first+1:])) == 0
	after = (last >= 0 || len(data)-end <= maxIndent) && len(withoutPairs(right)) == 0
	return before, after
}

// withoutPairs returns what is beside actions in part of a line, trimmed.
func withoutPairs(part []byte) []byte {
	for {
		start, end := nextAction(part, 0)
		if end < 0 || len(bytes.TrimSpace(part[:start])) > 0 {
			return bytes.TrimSpace(part)
		}
		part = part[end:]
	}
}

// restore puts the bytes of data back into the scalars of n.
func restore(n *node, data []byte) {
	for _, e := range n.entries {
		restore(e.key, data)
		if e.value != nil {
			restore(e.value, data)
		}
	}
	for _, item := range n.items {
		restore(item, data)
	}
	if bytes.IndexByte([]byte(n.value), filler) < 0 {
		return
	}
	value := []byte(n.value)
	for i, r := range n.offsets {
		end := len(value)
		if i+1 < len(n.offsets) {
			end = n.offsets[i+1].value
		}
		for k := r.value; k < end; k++ {
			if at := r.file + k - r.value; value[k] == filler && at < len(data) {
				value[k] = data[at]
			}
		}
	}
	n.value = string(value)
}
