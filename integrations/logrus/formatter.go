// Package redactlogrus redacts what is logged through logrus: messages, fields,
// names of fields and errors.
//
//	logger.SetFormatter(redactlogrus.NewFormatter(logger.Formatter, nil))
//
// A hook cannot do this: hooks run in the order they were added, and one that
// runs later can add what an earlier one would have removed. The formatter is
// asked last, whatever the hooks have done. Hooks that send entries elsewhere
// never reach it; wrap each of those with [NewHook].
//
// Entry.Panic panics with the entry, and so with what was logged as it is.
package redactlogrus

import (
	"log/slog"
	"maps"
	"reflect"
	"slices"

	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/sirupsen/logrus"
)

type formatter struct {
	next logrus.Formatter
	r    *redact.Redactor
}

// NewFormatter returns a formatter that redacts with r, or with the default
// options if r is nil, and lets next format what is left. An entry in which
// nothing is found is handed on as it is, and none is changed. The formatter is
// safe for concurrent use if next is.
func NewFormatter(next logrus.Formatter, r *redact.Redactor) logrus.Formatter {
	return &formatter{next, r}
}

func (f *formatter) Format(entry *logrus.Entry) ([]byte, error) {
	out, err := f.next.Format(clean(entry, f.r))
	return out, f.r.Error(err)
}

type hook struct {
	next logrus.Hook
	r    *redact.Redactor
}

// NewHook returns a hook that redacts with r, or with the default options if r
// is nil, and hands on to next. It is for hooks that send entries elsewhere:
// next gets a copy where something is found, so what it then changes is lost.
func NewHook(next logrus.Hook, r *redact.Redactor) logrus.Hook { return &hook{next, r} }

func (h *hook) Levels() []logrus.Level { return h.next.Levels() }

// Fire hands on the entry, redacted. Logrus writes the error to standard error.
func (h *hook) Fire(entry *logrus.Entry) error {
	return h.r.Error(h.next.Fire(clean(entry, h.r)))
}

// clean returns the entry redacted: itself where nothing is found.
func clean(entry *logrus.Entry, r *redact.Redactor) *logrus.Entry {
	message := entry.Message
	if a := slog.String("", message); !r.Plain(nil, a) {
		message = r.Attr(nil, a).Value.String()
	}
	data, changed := fields(entry.Data, r)
	refused := refusedFields(entry)
	if shown := r.String(refused); shown != refused {
		return withoutRefused(entry, message, data, shown)
	}
	if !changed && message == entry.Message {
		return entry
	}
	out := *entry
	out.Message, out.Data = message, data
	return &out
}

// What logrus says of fields that it does not take, functions, names them. An entry
// keeps that to itself and its formatters.
var refusedAt = func() []int {
	field, _ := reflect.TypeFor[logrus.Entry]().FieldByName("err")
	return field.Index
}()

func refusedFields(entry *logrus.Entry) string {
	if refusedAt == nil {
		return ""
	}
	return reflect.ValueOf(entry).Elem().FieldByIndex(refusedAt).String()
}

// withoutRefused returns a copy of an entry that says this of the fields it did not
// take, in a field that is like the one that formatters make.
func withoutRefused(entry *logrus.Entry, message string, data logrus.Fields, refused string) *logrus.Entry {
	data = maps.Clone(data)
	data[logrus.FieldKeyLogrusError] = refused
	return &logrus.Entry{
		Logger: entry.Logger, Data: data, Time: entry.Time, Level: entry.Level,
		Caller: entry.Caller, Message: message, Buffer: entry.Buffer, Context: entry.Context,
	}
}

// fields returns the fields redacted, and whether that is another map.
func fields(data logrus.Fields, r *redact.Redactor) (logrus.Fields, bool) {
	out, copied, renamed := data, false, []string(nil)
	for key, value := range data {
		a := slog.Any(key, value)
		if r.Plain(nil, a) {
			continue
		}
		a = r.Attr(nil, a)
		if a.Key == key && unchanged(value, a.Value) {
			continue
		}
		if !copied {
			out, copied = maps.Clone(data), true
		}
		if a.Key == key {
			out[key] = plain(a.Value)
			continue
		}
		delete(out, key)
		renamed = append(renamed, key)
	}
	slices.Sort(renamed)
	for _, key := range renamed {
		a := r.Attr(nil, slog.Any(key, data[key]))
		out[free(out, a.Key)] = plain(a.Value)
	}
	return out, copied
}

// free returns the name, or one like it that is not taken: names that held data
// may be alike without it.
func free(taken logrus.Fields, name string) string {
	for {
		if _, found := taken[name]; !found {
			return name
		}
		name += "'"
	}
}

// unchanged reports whether it is certain that clean is what value was. A value
// of another type may be itself, and is then put back in its place.
func unchanged(value any, clean slog.Value) bool {
	if clean.Kind() == slog.KindString {
		s, ok := value.(string)
		return ok && s == clean.String()
	}
	switch value.(type) {
	case nil, string, []byte, error:
		return value == nil
	}
	return clean.Kind() != slog.KindAny && clean.Kind() != slog.KindGroup
}

// plain returns a redacted value as logrus takes it: groups, of which logrus
// knows nothing, as maps.
func plain(value slog.Value) any {
	if value.Kind() != slog.KindGroup {
		return value.Any()
	}
	group := make(map[string]any, len(value.Group()))
	for _, a := range value.Group() {
		group[a.Key] = plain(a.Value)
	}
	return group
}
