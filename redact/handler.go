package redact

import (
	"context"
	"log/slog"
	"slices"
)

// Handler is a slog handler that hands redacted records to another one:
// message, attribute keys and values, groups, errors and values of any type.
// Attributes given to With are redacted once, when they are given. A record in
// which nothing is found is handed on as it is.
//
// Values of type any are searched in every form in which the next handler may
// write them; one that holds something is handed on as a value that writes
// itself redacted, in the same shape. Methods of values that panic are
// answered by a marker. See [Options] for what decides on replacements.
type Handler struct {
	next   slog.Handler
	r      *Redactor
	path   []frame // the open groups
	quiet  bool    // which say nothing
	forms  form
	groups bool // next writes groups as encoding/json writes objects
}

// NewHandler returns a handler that redacts with r, or with the default
// options if r is nil, and hands on to next.
func NewHandler(next slog.Handler, r *Redactor) *Handler {
	return &Handler{next: next, r: r.orDefault(), quiet: true, forms: formsOf(next), groups: writesGroups(next)}
}

// formsOf says in which forms a handler writes values.
func formsOf(h slog.Handler) form {
	switch h.(type) {
	case *slog.JSONHandler:
		return formJSON
	case *slog.TextHandler:
		return formText
	}
	return formJSON | formText
}

// Enabled asks the next handler.
func (h *Handler) Enabled(ctx context.Context, level slog.Level) bool {
	return h.next.Enabled(ctx, level)
}

// Handle hands on record, redacted.
func (h *Handler) Handle(ctx context.Context, record slog.Record) error {
	plain := 0 // attributes at the beginning that stay
	if h.quiet {
		record.Attrs(func(a slog.Attr) bool {
			if !h.r.name(a.Key).plain || !h.r.plain(a.Value) {
				return false
			}
			plain++
			return true
		})
		if plain == record.NumAttrs() && h.r.seen.clean(hashOf(record.Message, 0)) {
			return h.next.Handle(ctx, record)
		}
	}
	return h.search(ctx, &record, plain)
}

// search is Handle for a record of which it is not known that it stays. The
// first attributes are known to.
func (h *Handler) search(ctx context.Context, record *slog.Record, plain int) error {
	p := h.pass()
	p.borrow()
	message, changed := p.text(noName, record.Message) // it stands outside of the open groups
	p.path = append(p.path, h.path...)
	var out slog.Record
	if changed {
		out = beginning(record, message, 0)
	}
	i := 0
	record.Attrs(func(a slog.Attr) bool {
		differs := false
		if i >= plain {
			a, differs = p.attr(p.r.name(a.Key), a)
		}
		if differs && !changed {
			out, changed = beginning(record, message, i), true
		}
		if changed {
			out.AddAttrs(a)
		}
		i++
		return true
	})
	p.giveBack()
	if !changed {
		return h.next.Handle(ctx, *record)
	}
	return h.next.Handle(ctx, out)
}

// beginning returns a record with another message and the first n attributes.
func beginning(record *slog.Record, message string, n int) slog.Record {
	out := slog.NewRecord(record.Time, record.Level, message, record.PC)
	if n > 0 {
		record.Attrs(func(a slog.Attr) bool {
			out.AddAttrs(a)
			n--
			return n > 0
		})
	}
	return out
}

func (h *Handler) pass() pass {
	return pass{r: h.r, left: h.r.maxBytes, forms: h.forms, groups: h.groups}
}

// WithAttrs returns a handler whose next handler has the attributes, redacted.
// The slice is not changed.
func (h *Handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	p := h.pass()
	p.path = slices.Clip(h.path)
	attrs, _ = p.attrs(attrs)
	with := *h
	with.next = h.next.WithAttrs(attrs)
	return &with
}

// WithGroup returns a handler that opens a group. Its name counts for what is
// in it.
func (h *Handler) WithGroup(group string) slog.Handler {
	if group == "" {
		return h
	}
	p := h.pass()
	p.path = slices.Clip(h.path)
	n := h.r.name(group)
	p.enter(n)
	with := *h
	with.next, with.path, with.quiet = h.next.WithGroup(n.shown), p.path, p.quiet()
	return &with
}
