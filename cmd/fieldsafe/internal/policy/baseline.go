package policy

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// BaselineName is what a baseline file is called.
const BaselineName = ".fieldsafe-baseline.json"

// Baseline is a list of findings that are known and accepted for the time being.
// It has no values, but keyed hashes of them, and neither lines nor dates, so
// that it changes only when findings do. It is safe for concurrent use; a nil
// *Baseline is empty.
type Baseline struct {
	mu     sync.Mutex
	salt   []byte
	record bool
	known  map[entry]int // how many alike
	seen   map[entry]int
}

// entry is what findings that are alike have in common.
type entry struct {
	File     string `json:"file"`
	Field    string `json:"field"`
	Detector string `json:"detector"`
	Hash     string `json:"hash"`
}

// baselineFile is the form of a baseline in a file.
type baselineFile struct {
	Salt     string          `json:"salt"`
	Findings []baselineEntry `json:"findings"`
}

type baselineEntry struct {
	entry `json:",inline"`
	Count int `json:"count"`
}

// NewBaseline returns an empty baseline with a salt of its own.
func NewBaseline() *Baseline {
	b := &Baseline{salt: make([]byte, 16), known: make(map[entry]int), seen: make(map[entry]int)}
	rand.Read(b.salt)
	return b
}

// LoadBaseline reads the baseline file of that name.
func LoadBaseline(name string) (*Baseline, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var f baselineFile
	if err := json.Unmarshal(data, &f, json.RejectUnknownMembers(true)); err != nil {
		return nil, fmt.Errorf("policy: %s: not a baseline", name)
	}
	b := NewBaseline()
	if b.salt, err = hex.DecodeString(f.Salt); err != nil || len(b.salt) == 0 {
		return nil, fmt.Errorf("policy: %s: a baseline has a salt in hexadecimal digits", name)
	}
	for _, e := range f.Findings {
		b.known[e.entry] += e.Count
	}
	return b, nil
}

// Record makes b accept all findings from now on; Save then writes them.
func (b *Baseline) Record() { b.record = true }

// Afresh returns b as it was before anything was asked of it.
func (b *Baseline) Afresh() *Baseline {
	if b == nil {
		return nil
	}
	return &Baseline{salt: b.salt, known: b.known, seen: make(map[entry]int)}
}

// Has says whether the finding is known. Of several that are alike, as many are
// known as were when the baseline was made.
func (b *Baseline) Has(file, field, detector, value string) bool {
	if b == nil {
		return false
	}
	field = WithoutIndexes(field)
	mac := hmac.New(sha256.New, b.salt)
	mac.Write([]byte(strings.Join([]string{file, field, detector, value}, "\x00")))
	e := entry{file, field, detector, hex.EncodeToString(mac.Sum(nil)[:12])}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.seen[e]++
	return b.record || b.seen[e] <= b.known[e]
}

// WithoutIndexes drops the numbers of items from the path of a field, which change
// when others are added.
func WithoutIndexes(path string) string {
	var b strings.Builder
	for {
		at := strings.IndexByte(path, '[')
		if at < 0 {
			return b.String() + path
		}
		b.WriteString(path[:at+1])
		path = strings.TrimLeft(path[at+1:], "0123456789")
	}
}

// isGone says whether a file that is known is no longer there.
func isGone(file string) bool {
	_, err := os.Lstat(filepath.FromSlash(file))
	return errors.Is(err, fs.ErrNotExist)
}

// Stale returns how many known findings are no longer there, of the files that
// were checked or are gone themselves.
func (b *Baseline) Stale(checked map[string]bool) int {
	n := 0
	if b != nil {
		for e, count := range b.known {
			if checked[e.File] || isGone(e.File) {
				n += max(0, count-b.seen[e])
			}
		}
	}
	return n
}

// Prune drops what is no longer there, of the files that were checked or are gone
// themselves, and adds nothing.
func (b *Baseline) Prune(checked map[string]bool) {
	for e, count := range b.known {
		if !checked[e.File] && !isGone(e.File) {
			continue
		}
		if left := min(count, b.seen[e]); left > 0 {
			b.known[e] = left
		} else {
			delete(b.known, e)
		}
	}
}

// Replace makes b hold what was seen of the files that were checked; what it
// knows of others stays.
func (b *Baseline) Replace(checked map[string]bool) {
	for e := range b.known {
		if checked[e.File] || isGone(e.File) {
			delete(b.known, e)
		}
	}
	for e, count := range b.seen {
		b.known[e] = count
	}
}

// Len returns how many findings b knows.
func (b *Baseline) Len() int {
	n := 0
	for _, count := range b.known {
		n += count
	}
	return n
}

// Save writes b, sorted.
func (b *Baseline) Save(name string) error {
	f := baselineFile{Salt: hex.EncodeToString(b.salt), Findings: []baselineEntry{}}
	for e, count := range b.known {
		f.Findings = append(f.Findings, baselineEntry{e, count})
	}
	slices.SortFunc(f.Findings, func(x, y baselineEntry) int {
		return slices.Compare([]string{x.File, x.Field, x.Detector, x.Hash}, []string{y.File, y.Field, y.Detector, y.Hash})
	})
	data, err := json.Marshal(f, jsontext.WithIndent("  "), jsontext.AllowInvalidUTF8(true))
	if err != nil {
		return errors.New("policy: cannot write the baseline")
	}
	return os.WriteFile(name, append(data, '\n'), 0o644)
}
