package detect

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// TestCatalog runs the examples of every detector in testdata/catalog: lines
// that must be found with exactly the marked spans, and lines that must not.
func TestCatalog(t *testing.T) {
	s, err := New(&Options{Detectors: All()})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range All() {
		t.Run(d.ID, func(t *testing.T) {
			examples := readExamples(t, d.ID)
			plus, minus := 0, 0
			for _, e := range examples {
				e.check(t, s, d)
				if e.sign == '-' {
					minus++
				} else {
					plus++
				}
			}
			if plus < 2 || minus < 2 {
				t.Errorf("%d examples to find and %d to leave alone, want at least 2 each", plus, minus)
			}
		})
	}
}

func TestExamplesBelongToDetectors(t *testing.T) {
	files, err := filepath.Glob("testdata/catalog/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if id := strings.TrimSuffix(filepath.Base(f), ".txt"); ByID(id) == nil {
			t.Errorf("%s: no detector %q", f, id)
		}
	}
}

// example is one line of an example file.
type example struct {
	line    int
	sign    byte   // '+' found, '*' found and a sample, '-' not found
	surface string // "text", "name" or "field"
	field   string
	text    string
	spans   [][2]int
}

func readExamples(t *testing.T, id string) []example {
	t.Helper()
	examples, err := loadExamples(id)
	if err != nil {
		t.Fatal(err)
	}
	return examples
}

func loadExamples(id string) ([]example, error) {
	data, err := os.ReadFile(filepath.Join("testdata", "catalog", id+".txt"))
	if err != nil {
		return nil, err
	}
	var out []example
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		e, err := parseExample(id, i+1, line)
		if err != nil {
			return nil, fmt.Errorf("%s.txt:%d: %w", id, i+1, err)
		}
		out = append(out, e)
	}
	return out, nil
}

func parseExample(id string, n int, line string) (example, error) {
	sign, rest, ok := strings.Cut(line, " ")
	e := example{line: n, sign: sign[0], surface: sign[1:]}
	if e.surface == "" {
		e.surface = "text"
	}
	if !ok || strings.IndexByte("+-*", e.sign) < 0 || e.surface != "text" && e.surface != "name" && e.surface != "field" {
		return e, fmt.Errorf("want +, - or *, then nothing, name or field, then a blank")
	}
	if e.surface == "field" {
		if e.field, rest, ok = strings.Cut(rest, ": "); !ok {
			return e, fmt.Errorf("want a field name and a colon")
		}
	}
	rest = strings.NewReplacer("¦", "", `\n`, "\n", `\t`, "\t").Replace(rest)
	err := e.expand(rest, seeded(id, n))
	if err == nil && (len(e.spans) > 0) == (e.sign == '-') {
		err = fmt.Errorf("marked spans and sign do not agree")
	}
	return e, err
}

func seeded(id string, n int) *rand.Rand {
	h := fnv.New64a()
	fmt.Fprint(h, id, n)
	return rand.New(rand.NewPCG(h.Sum64(), 1))
}

var alphabets = map[string]string{
	"digit": "0123456789", "hex": "0123456789abcdef", "HEX": "0123456789ABCDEF",
	"lower": "abcdefghijklmnopqrstuvwxyz", "upper": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
	"alpha": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
	"an36":  "0123456789abcdefghijklmnopqrstuvwxyz", "AN36": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
	"b32":  "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
	"b62":  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
	"b64":  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
	"b64u": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
}

// expand replaces the generated parts and takes the span marks out.
func (e *example) expand(s string, random *rand.Rand) error {
	var b strings.Builder
	start, last := -1, ""
	for len(s) > 0 {
		switch {
		case strings.HasPrefix(s, "[["):
			start, s = b.Len(), s[2:]
		case strings.HasPrefix(s, "]]") && start >= 0:
			for strings.HasPrefix(s, "]]]") { // a bracket that belongs to the value
				b.WriteByte(']')
				s = s[1:]
			}
			e.spans = append(e.spans, [2]int{start, b.Len()})
			start, s = -1, s[2:]
		case s[0] == '{' && strings.IndexByte(s, '}') > 0:
			end := strings.IndexByte(s, '}')
			part, ok := generate(s[1:end], random, last, b.String()[max(start, 0):])
			if !ok {
				b.WriteByte('{')
				s = s[1:]
				continue
			}
			last = part
			b.WriteString(part)
			s = s[end+1:]
		default:
			b.WriteByte(s[0])
			s = s[1:]
		}
	}
	e.text = b.String()
	return nil
}

// generate expands the inside of one pair of braces; ok is false for braces
// that are just text.
func generate(spec string, random *rand.Rand, last, inside string) (string, bool) {
	switch spec {
	case "crc62":
		sum := checkdigit.CRC32Base62(last)
		return string(sum[:]), true
	case "crchex":
		sum := checkdigit.CRC32Hex(last)
		return string(sum[:]), true
	case "CRCHEX":
		sum := checkdigit.CRC32Hex(inside)
		return strings.ToUpper(string(sum[:])), true
	}
	name, count, ok := strings.Cut(spec, ":")
	letters := alphabets[name]
	n, err := strconv.Atoi(count)
	if !ok || letters == "" || err != nil {
		return "", false
	}
	body := make([]byte, n)
	for i := range body {
		body[i] = letters[random.IntN(len(letters))]
	}
	return string(body), true
}

func (e *example) scan(s *Scanner) []Finding {
	switch e.surface {
	case "name":
		return s.AppendName(nil, e.text)
	case "field":
		return s.AppendField(nil, e.field, e.text)
	}
	return s.Append(nil, e.text)
}

func (e *example) check(t *testing.T, s *Scanner, d *Detector) {
	t.Helper()
	var got [][2]int
	samples := 0
	all := e.scan(s)
	for _, f := range all {
		if f.Detector == d {
			got = append(got, [2]int{f.Start, f.End})
		}
		if f.Detector == d && f.Sample {
			samples++
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(e.spans) {
		t.Errorf("line %d: %q: got %v, want %v (all: %s)", e.line, e.text, got, e.spans, describe(all))
	}
	if e.sign == '*' && samples == 0 {
		t.Errorf("line %d: no finding is a sample", e.line)
	}
}

func describe(found []Finding) string {
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "%s[%d:%d] %s ", f.Detector.ID, f.Start, f.End, f.Confidence)
	}
	return b.String()
}
