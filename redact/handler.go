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
// Values of type any are searched as encoding/json writes them for a
// [slog.JSONHandler], as fmt's %+v does for a [slog.TextHandler], and in both forms for
// any other handler; one that holds something is handed on as a value that writes
// itself redacted, in the same shape, or to slog.JSONHandler as a copy of the
// same type where text takes the place of text. A handler with a form of its own must
// not show more than these two. Methods of values that panic are answered by a marker.
// See [Options] for what decides on replacements.
type Handler struct {
	next  slog.Handler
	r     *Redactor
	path  []frame // the open groups
	quiet bool    // which say nothing
	forms form
}

// NewHandler returns a handler that redacts with r, or with the default
// options if r is nil, and hands on to next.
func NewHandler(next slog.Handler, r *Redactor) *Handler {
	return &Handler{next: next, r: r.orDefault(), quiet: true, forms: formsOf(next)}
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
	slot := h.r.records.at(&record)
	if h.quiet && !slot.isLoud() {
		s := signature{r: h.r, left: h.r.maxBytes, forms: h.forms}
		signed := s.text(record.Message)
		record.Attrs(func(a slog.Attr) bool {
			signed = signed && s.attr(&a, 0)
			return signed
		})
		if signed && (slot.knows(s.all()) || h.r.stays(slot, &s, &record)) {
			switch next := h.next.(type) {
			case *slog.JSONHandler: // called directly, it needs no copy of the record to itself
				return next.Handle(ctx, record)
			case *slog.TextHandler:
				return next.Handle(ctx, record)
			}
			return h.next.Handle(ctx, record)
		}
	}
	return h.search(ctx, &record, slot)
}

// search is Handle for a record of which it is not known that it stays.
func (h *Handler) search(ctx context.Context, record *slog.Record, slot *recordSlot) error {
	p := h.borrow()
	message, changed := p.text(noName, record.Message) // it stands outside of the open groups
	p.path = append(p.path, h.path...)
	var room [8]slog.Attr
	attrs := room[:0]
	record.Attrs(func(a slog.Attr) bool {
		if p.attr(&a) {
			changed = true
		}
		attrs = append(attrs, a)
		return true
	})
	slot.note(changed || p.loud)
	h.r.giveBack(p)
	if !changed {
		return h.next.Handle(ctx, *record)
	}
	out := slog.NewRecord(record.Time, record.Level, message, record.PC)
	out.AddAttrs(attrs...)
	return h.next.Handle(ctx, out)
}

func (h *Handler) pass() pass {
	return pass{r: h.r, left: h.r.maxBytes, forms: h.forms}
}

// borrow is pass with memory that earlier ones have grown; giveBack leaves it to
// later ones.
func (h *Handler) borrow() *pass {
	p, ok := h.r.passes.Get().(*pass)
	if !ok {
		p = &pass{path: make([]frame, 0, 8)}
	}
	p.r, p.left, p.forms, p.loud = h.r, h.r.maxBytes, h.forms, false
	return p
}

func (r *Redactor) giveBack(p *pass) {
	p.path, p.depth, p.level = p.path[:0], 0, 0
	r.passes.Put(p)
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
