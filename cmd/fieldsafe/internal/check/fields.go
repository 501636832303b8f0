package check

import (
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/platform"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/source"
	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/urlcheck"
)

// limit adds the candidate that a platform's limit for the field f makes of its
// value, if any.
func (c *fileCheck) limit(f *source.Field) {
	if len(c.Policy.Platforms) == 0 {
		return
	}
	limit := platform.Find(platform.Place{Keys: f.Path.Keys(), Key: f.Name == "" && f.Kind == source.Name, Kind: f.Object})
	if limit == nil || limit.Accepts(f.Value) {
		return
	}
	path := f.Path.Render(c.maskKey)
	severity, reason := c.Policy.JudgeLimit(limit, policy.Place{File: c.file.Name, Path: path, Name: f.Name, Text: f.Value})
	if reason != policy.Report {
		c.result.Skipped[reason]++
		return
	}
	from, to := f.Range(0, len(f.Value))
	c.all = append(c.all, span{from, to})
	c.candidates = append(c.candidates, candidate{Finding{
		Finding: detect.Finding{Start: from, End: to, Detector: limit.Rule, Confidence: detect.Certain},
		File:    c.file.Name, Path: path, InName: f.Name == "", Severity: severity,
	}, f.Value})
}

func (c *fileCheck) field(f *source.Field) {
	c.limit(f)
	if f.Kind == source.Value || f.Name != "" {
		c.result.Fields++
	}
	c.found = c.scan(f)
	path := ""
	if len(c.found) > 0 {
		path = f.Path.Render(c.maskKey)
	}
	for _, d := range c.found {
		from, to := f.Range(d.Start, d.End)
		c.all = append(c.all, span{from, to})
		severity, reason := c.Policy.Judge(d, policy.Place{File: c.file.Name, Path: path, Name: f.Name, Text: f.Value})
		if reason != policy.Report {
			c.result.Skipped[reason]++
			continue
		}
		value, edit := f.Value[d.Start:d.End], c.edit(f, d)
		d.Start, d.End = from, to
		c.candidates = append(c.candidates, candidate{Finding{
			Finding: d, File: c.file.Name, Path: path, InName: f.Kind == source.Name && f.Name == "", Severity: severity, Edit: edit,
		}, value})
	}
}

// scan reads a field on the surfaces that fit its kind. A name that stands
// under a key is read both ways.
func (c *fileCheck) scan(f *source.Field) []detect.Finding {
	found := c.found[:0]
	switch {
	case f.Kind == source.Text:
		return c.Scanner.Append(found, f.Value)
	case f.Kind == source.Name && f.Name == "":
		return c.Scanner.AppendName(found, f.Value)
	}
	found = c.Scanner.AppendField(found, f.Name, f.Value)
	if f.Kind == source.Name {
		n := len(found)
		found = merge(found[:n], c.Scanner.AppendName(found[n:], f.Value))
		slices.SortFunc(found, func(a, b detect.Finding) int { return a.Start - b.Start })
	}
	found = secretValue(found, f)
	if mayBeURL(f) {
		n := len(found)
		more := urlcheck.Append(found[n:], f.Value)
		found = merge(withoutHosts(found[:n], more), more)
	}
	return found
}

// merge appends those of more that overlap nothing in found. Both are sorted, and
// more may follow found in the same array.
func merge(found, more []detect.Finding) []detect.Finding {
	n, i := len(found), 0
	for _, d := range more {
		for i < n && found[i].End <= d.Start {
			i++
		}
		if i == n || found[i].Start >= d.End {
			found = append(found, d)
		}
	}
	return found
}

// maxKey is how many bytes of a key are shown, and a quarter of how many are read
// for that.
const maxKey = 256

// maskKey masks what is sensitive in one key of a path, and cuts it.
func (c *fileCheck) maskKey(key string) string {
	shown := key[:min(len(key), 4*maxKey)]
	if !c.Reveal {
		var b strings.Builder
		last := 0
		for _, f := range c.Scanner.AppendName(nil, shown) {
			b.WriteString(shown[last:f.Start])
			b.WriteString("***")
			last = f.End
		}
		shown = b.String() + shown[last:]
	}
	if len(shown) <= maxKey {
		return shown
	}
	return strings.ToValidUTF8(shown[:maxKey], "") + "..."
}
