package fieldsafeprocessor

import (
	"log/slog"
	"strconv"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/fieldsafe/fieldsafe/urlcheck"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/processor"
)

// redaction redacts the parts of which all signals are made, in place. It is safe
// for concurrent use.
type redaction struct {
	redactor *redact.Redactor
	observe  func(redact.Event)
	urls     map[string]bool
	dryRun   bool
}

func newRedaction(set processor.Settings, cfg *Config, signal string) (*redaction, error) {
	t, err := newTelemetry(set, signal)
	if err != nil {
		return nil, err
	}
	redactor, err := cfg.redactor(t.observe)
	if err != nil {
		return nil, err
	}
	urls := map[string]bool{}
	for _, name := range cfg.URLAttributes {
		urls[name] = cfg.Actions.Keys[name] != keep
	}
	return &redaction{redactor: redactor, observe: t.observe, urls: urls, dryRun: cfg.DryRun}, nil
}

const (
	maxDepth   = 64   // of maps and slices inside one another
	maxRenamed = 1024 // entries of a map whose names can be changed: putting one looks at all others
	maxTail    = 64   // bytes of the longest name that the redactor remembers
)

var tooDeep = &detect.Detector{ID: "depth", Title: "Nested too deeply"}

// scope redacts what a batch is grouped under.
func (r *redaction) scope(s pcommon.InstrumentationScope) {
	s.SetName(r.text(s.Name()))
	s.SetVersion(r.text(s.Version()))
	r.attributes(s.Attributes())
}

// text redacts what has no name of its own: a span's name, a status message.
func (r *redaction) text(s string) string {
	if s == "" || r.redactor.Plain(nil, slog.String("", s)) {
		return s
	}
	return r.redactor.Attr(nil, slog.String("", s)).Value.String()
}

func (r *redaction) attributes(m pcommon.Map) { r.entries(m, nil, 0) }

// entries redacts a map that the names of path lead to. What an entry "name" or
// "key" says is the name of what an entry "value" beside it holds, as in lists of
// parameters.
func (r *redaction) entries(m pcommon.Map, path []string, depth int) {
	called := path
	for name, value := range m.All() {
		if namesValue(name, value) {
			r.value(value, path, name, depth)
			called = within(called, tail(value.Str()))
		}
	}
	var renamed map[string]string
	for name, value := range m.All() {
		place := path
		switch {
		case namesValue(name, value):
			continue
		case strings.EqualFold(name, "value"):
			place = called
		}
		if shown := r.value(value, place, name, depth); shown != name {
			if renamed == nil {
				renamed = map[string]string{}
			}
			renamed[name] = shown
		}
	}
	if renamed != nil {
		rename(m, renamed)
	}
}

func namesValue(name string, value pcommon.Value) bool {
	return value.Type() == pcommon.ValueTypeStr && (strings.EqualFold(name, "name") || strings.EqualFold(name, "key"))
}

// elements redacts a list. What follows an option of a command line is its value.
func (r *redaction) elements(list pcommon.Slice, path []string, name string, depth int) {
	last := ""
	for _, element := range list.All() {
		next := option(element)
		if last == "" {
			r.value(element, path, name, depth)
		} else {
			r.value(element, within(path, name), last, depth)
		}
		last = next
	}
}

// option returns the name of an option that is given without a value, empty if v
// is none.
func option(v pcommon.Value) string {
	if v.Type() != pcommon.ValueTypeStr || len(v.Str()) > maxTail || !strings.HasPrefix(v.Str(), "-") {
		return ""
	}
	name := strings.TrimLeft(v.Str(), "-")
	if strings.ContainsAny(name, "=: ") {
		return ""
	}
	return name
}

// value redacts v, which has that name, and returns the name, redacted.
func (r *redaction) value(v pcommon.Value, path []string, name string, depth int) string {
	kind := v.Type()
	if kind != pcommon.ValueTypeMap && kind != pcommon.ValueTypeSlice {
		return r.scalar(v, path, name)
	}
	switch shown := r.name(name); {
	case depth >= maxDepth:
		v.SetStr(string(redact.Label(nil, "", detect.Finding{Detector: tooDeep})))
		r.observe(redact.Event{Detector: tooDeep, Path: shown})
		return shown
	case kind == pcommon.ValueTypeMap:
		r.entries(v.Map(), within(path, tail(shown)), depth+1)
		return shown
	default:
		r.elements(v.Slice(), path, tail(shown), depth+1)
		return shown
	}
}

// name returns the name of a field, redacted: it may hold data.
func (r *redaction) name(name string) string { return r.redactor.Attr(nil, slog.String(name, "")).Key }

// tail returns of a name, redacted, what speaks of everything in its value. The
// redactor remembers no other names, and would judge them again for each value.
func tail(name string) string { return name[max(0, len(name)-maxTail):] }

// within returns the path one name longer, and leaves that of others alone. The
// body of a log record has no name.
func within(path []string, name string) []string {
	if name == "" {
		return path
	}
	return append(path[:len(path):len(path)], name)
}

// scalar redacts a value that holds no others. One that is no text becomes text
// where something is found.
func (r *redaction) scalar(v pcommon.Value, path []string, name string) string {
	before := slog.Value{}
	switch v.Type() {
	case pcommon.ValueTypeStr:
		put(v, r.url(name, v.Str()))
		before = slog.StringValue(v.Str())
	case pcommon.ValueTypeBytes:
		before = slog.StringValue(string(v.Bytes().AsRaw()))
	case pcommon.ValueTypeInt:
		before = slog.Int64Value(v.Int())
	case pcommon.ValueTypeDouble:
		before = slog.Float64Value(v.Double())
	case pcommon.ValueTypeBool:
		before = slog.BoolValue(v.Bool())
	default:
		return r.name(name)
	}
	if r.redactor.Plain(path, slog.Attr{Key: name, Value: before}) {
		return name
	}
	after := r.redactor.Attr(path, slog.Attr{Key: name, Value: before})
	if after.Value.Kind() == slog.KindString {
		put(v, after.Value.String())
	}
	return after.Key
}

// put writes text into a value, unless that is what it holds.
func put(v pcommon.Value, s string) {
	switch {
	case v.Type() == pcommon.ValueTypeBytes:
		if len(s) != v.Bytes().Len() || s != string(v.Bytes().AsRaw()) {
			v.Bytes().FromRaw([]byte(s))
		}
	case v.Type() != pcommon.ValueTypeStr || v.Str() != s:
		v.SetStr(s)
	}
}

// rename gives the entries of a map their names, redacted, in their order. Names
// that thereby become the same are numbered.
func rename(m pcommon.Map, names map[string]string) {
	if m.Len() > maxRenamed {
		m.RemoveIf(func(name string, _ pcommon.Value) bool { _, changed := names[name]; return changed })
		return
	}
	renamed, times := pcommon.NewMap(), map[string]int{}
	renamed.EnsureCapacity(m.Len())
	for name, value := range m.All() {
		if shown, changed := names[name]; changed {
			name = shown
		}
		if times[name]++; times[name] > 1 {
			name += "#" + strconv.Itoa(times[name])
		}
		value.MoveTo(renamed.PutEmpty(name))
	}
	renamed.MoveTo(m)
}

// urlAttributes are the attributes of the semantic conventions that hold a URL or
// a part of one.
// https://opentelemetry.io/docs/specs/semconv/registry/attributes/
var urlAttributes = []string{
	"url.full", "url.query", "url.path", "url.fragment",
	"http.url", "http.target", "http.request.header.referer", "http.response.header.location",
	"db.connection_string", "vcs.repository.url.full",
	"cicd.pipeline.run.url.full", "cicd.pipeline.task.run.url.full", "cicd.worker.url.full",
}

// urlRedacted stands in place of credentials in URLs, as the semantic conventions
// want it: a URL stays a URL.
// https://opentelemetry.io/docs/specs/semconv/registry/attributes/url/
const urlRedacted = "REDACTED"

// url returns the value of an attribute without credentials if it is a URL's.
func (r *redaction) url(name, s string) string {
	if !r.urls[name] {
		return s
	}
	found := urlcheck.Find(s)
	if found == nil {
		return s
	}
	var clean []byte
	at := 0
	for _, f := range found {
		clean = append(append(clean, s[at:f.Start]...), urlRedacted...)
		at = f.End
		r.observe(redact.Event{Detector: f.Detector, Path: name, Length: f.End - f.Start})
	}
	return string(append(clean, s[at:]...))
}
