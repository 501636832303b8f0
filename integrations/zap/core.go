// Package redactzap redacts what is logged through zap: messages, fields of
// every type and name, namespaces, errors, marshalers, reflected values and
// stack traces.
//
//	logger = logger.WithOptions(zap.WrapCore(func(core zapcore.Core) zapcore.Core {
//		return redactzap.NewCore(core, nil)
//	}))
//
// What happens before the core is asked sees what was logged as it is: the
// decisions of the cores that are wrapped (sampling, levels), the panic of Panic and
// DPanic, whose value is the message, and hooks and cores that are put around this
// one; give zap.Hooks before zap.WrapCore. Fields that the logger had before it was
// wrapped stay as they are. A namespace that an inlined object opens says nothing of
// the fields after the object.
package redactzap

import (
	"log/slog"
	"reflect"
	"slices"
	"sync"

	"github.com/fieldsafe/fieldsafe/redact"
	"go.uber.org/zap/zapcore"
)

// NewCore returns a core that redacts with r, or with the default options if r
// is nil, and hands on to next. Fields given to With are redacted once, when
// they are given; those that marshal themselves, when they are written.
//
// Entries in which nothing is found are handed on as they are, but for
// marshalers: what these write is redacted on its way. A marshaler that panics
// is answered by a marker. The core is safe for concurrent use if next is.
func NewCore(next zapcore.Core, r *redact.Redactor) zapcore.Core {
	return &core{next: next, policy: policy{r: r}, single: isSingle(next), pool: &sync.Pool{New: func() any { return new(decision) }}}
}

// isSingle reports whether a core is zap's own that writes each entry of its
// levels: one that decides nothing else.
func isSingle(c zapcore.Core) bool {
	return reflect.TypeOf(c) == reflect.TypeOf(zapcore.NewCore(nil, nil, nil))
}

type core struct {
	policy
	next   zapcore.Core
	path   []string // the open namespaces
	single bool
	pool   *sync.Pool
}

func (c *core) Enabled(level zapcore.Level) bool { return c.next.Enabled(level) }

// Level is what zapcore.LevelOf asks for.
func (c *core) Level() zapcore.Level { return zapcore.LevelOf(c.next) }

func (c *core) Sync() error { return c.next.Sync() }

func (c *core) With(fields []zapcore.Field) zapcore.Core {
	with := *c
	fields, with.path = c.fields(c.path, fields)
	with.next = c.next.With(fields)
	return &with
}

// Check lets the next core decide which of its parts take the entry, which Write
// of a core cannot: a tee writes to all of them, a sampler everything.
func (c *core) Check(entry zapcore.Entry, checked *zapcore.CheckedEntry) *zapcore.CheckedEntry {
	if c.single {
		if c.next.Enabled(entry.Level) {
			return checked.AddCore(entry, c)
		}
		return checked
	}
	next := c.next.Check(entry, nil)
	if next == nil {
		return checked
	}
	d := c.pool.Get().(*decision)
	checked = checked.AddCore(entry, d)
	d.core, d.next, d.outer = c, next, checked
	return checked
}

func (c *core) Write(entry zapcore.Entry, fields []zapcore.Field) error {
	return c.next.Write(entry, c.clean(&entry, fields))
}

// clean redacts an entry, and returns its fields redacted: the same slice if nothing
// changes.
func (c *core) clean(entry *zapcore.Entry, fields []zapcore.Field) []zapcore.Field {
	if entry.LoggerName != "" {
		entry.LoggerName = c.text(entry.LoggerName)
	}
	if entry.Stack != "" {
		entry.Stack = c.text(entry.Stack)
	}
	if c.plainEntry(c.path, entry.Message, fields) {
		return fields
	}
	entry.Message = c.text(entry.Message)
	fields, _ = c.fields(c.path, fields)
	return fields
}

// decision is an entry that the next core has agreed to write. It stands for
// that core in the outer entry.
type decision struct {
	*core
	next  *zapcore.CheckedEntry
	outer *zapcore.CheckedEntry
}

// Write hands on the entry, redacted. Errors are reported where those of the
// outer entry are.
func (d *decision) Write(entry zapcore.Entry, fields []zapcore.Field) error {
	fields = d.clean(&entry, fields)
	d.next.Entry = entry
	d.next.ErrorOutput = d.outer.ErrorOutput
	d.next.Write(fields...)
	pool := d.pool
	*d = decision{}
	pool.Put(d)
	return nil
}

// policy redacts parts of entries.
type policy struct{ r *redact.Redactor }

func (p policy) text(text string) string {
	a := slog.String("", text)
	if p.r.Plain(nil, a) {
		return text
	}
	return p.r.Attr(nil, a).Value.String()
}

// plainEntry reports whether it is known at once that a message stays as it is, and
// so do few fields of simple types.
func (p policy) plainEntry(path []string, message string, fields []zapcore.Field) bool {
	var room [8]slog.Attr
	if len(fields) >= len(room) {
		return false
	}
	room[0].Value = slog.StringValue(message)
	for i := range fields {
		f, a := &fields[i], &room[i+1]
		a.Key = f.Key
		switch f.Type {
		case zapcore.StringType:
			a.Value = slog.StringValue(f.String)
		case zapcore.Int64Type, zapcore.Int32Type:
			a.Value = slog.Int64Value(f.Integer)
		case zapcore.BoolType, zapcore.DurationType, zapcore.TimeType, zapcore.TimeFullType:
			a.Value = slog.BoolValue(true)
		default:
			return false
		}
	}
	return p.r.Plain(path, room[:1+len(fields)]...)
}

// fields returns the fields redacted, the same slice if nothing changes, and
// the path with the namespaces that they open.
func (p policy) fields(path []string, fields []zapcore.Field) ([]zapcore.Field, []string) {
	out, copied := fields, false
	for i := range fields {
		if p.plain(path, &fields[i]) {
			continue
		}
		clean, changed := p.field(path, &fields[i])
		if changed && !copied {
			out, copied = slices.Clone(fields), true
		}
		if changed {
			out[i] = clean
		}
		if fields[i].Type == zapcore.NamespaceType {
			path = within(path, fields[i].Key)
		}
	}
	return out, path
}

// within returns the path one element longer, and leaves that of others alone.
func within(path []string, name string) []string { return append(path[:len(path):len(path)], name) }
