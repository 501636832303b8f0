package redact

import (
	"context"
	"log/slog"
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
	next  slog.Handler
	r     *Redactor
	path  []frame // the open groups
	forms form
}

// NewHandler returns a handler that redacts with r, or with the default
// options if r is nil, and hands on to next.
func NewHandler(next slog.Handler, r *Redactor) *Handler {
	return &Handler{next: next, r: r.orDefault(), forms: formsOf(next)}
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
	p := h.pass()
	groups := p.path
	p.path = nil // the message stands outside of the open groups
	message, changed := p.text(noName, record.Message)
	p.path = groups
	quiet := !p.judged(noName) // no open group speaks
	var first slog.Attr        // that differs, and how many stand before it
	before, differs := 0, false
	record.Attrs(func(a slog.Attr) bool {
		n := p.r.name(a.Key)
		if quiet && n.silent() && p.r.plain(a.Value) {
			before++
			return true
		}
		if clean, changed := p.attr(n, a); changed {
			first, differs = clean, true
			return false
		}
		before++
		return true
	})
	if !changed && !differs {
		return h.next.Handle(ctx, record)
	}
	return h.next.Handle(ctx, p.rebuilt(&record, message, before, first))
}

// rebuilt returns a record with another message; the attributes but for the
// first ones, which are known to be clean, and the one after these, which has
// been redacted, are redacted.
func (p *pass) rebuilt(record *slog.Record, message string, clean int, next slog.Attr) slog.Record {
	out := slog.NewRecord(record.Time, record.Level, message, record.PC)
	i := 0
	record.Attrs(func(a slog.Attr) bool {
		switch {
		case i == clean:
			a = next
		case i > clean:
			a, _ = p.attr(p.r.name(a.Key), a)
		}
		out.AddAttrs(a)
		i++
		return true
	})
	return out
}

func (h *Handler) pass() pass {
	return pass{r: h.r, path: h.path[:len(h.path):len(h.path)], left: h.r.maxBytes, forms: h.forms}
}

// WithAttrs returns a handler whose next handler has the attributes, redacted.
// The slice is not changed.
func (h *Handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	p := h.pass()
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
	n := h.r.name(group)
	p.enter(n)
	with := *h
	with.next, with.path = h.next.WithGroup(n.shown), p.path
	return &with
}
