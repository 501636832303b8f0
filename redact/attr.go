package redact

import (
	"log/slog"
	"reflect"
	"slices"
	"strconv"
)

// Attr returns a redacted. It has the signature of
// [slog.HandlerOptions].ReplaceAttr, for those who cannot wrap their handler;
// [NewHandler] costs less and also redacts what ReplaceAttr never sees: the
// names of groups and values after the last group of a path.
func (r *Redactor) Attr(groups []string, a slog.Attr) slog.Attr {
	r = r.orDefault()
	p := pass{r: r, left: r.maxBytes, forms: formJSON | formText}
	for _, group := range groups {
		p.enter(r.name(group))
	}
	p.attr(&a)
	return a
}

// Plain reports whether it is known at once, or found out by one look, that Attr
// returns each of attrs as it is: no name here says anything, and the values are
// strings of a line or so in which nothing is found, small numbers, times, durations,
// booleans, or of types that can hold no text, with small numbers. It allocates nothing,
// and for attributes that came together before it costs about as much as one look-up
// in a map.
//
// It is meant for integrations, whose records are clean for the most part: pass on
// those, and ask Attr about the attributes of the others; names are known once it has
// seen them. A message is an attribute with an empty key.
func (r *Redactor) Plain(groups []string, attrs ...slog.Attr) bool {
	r = r.orDefault()
	for _, group := range groups {
		if n := r.known(group); n == nil || n.wide || n.rules != nil {
			return false
		}
	}
	s := signature{r: r, left: r.maxBytes, forms: formJSON | formText}
	for i := range attrs {
		if !s.attr(&attrs[i], 0) {
			return false
		}
	}
	slot := r.records.slot(s.keys)
	return slot.knows(s.all()) || r.allStay(slot, &s, attrs)
}

// plain is Plain for a value of which no name says anything and that has a kind of its own.
func (r *Redactor) plain(v slog.Value) bool {
	switch v.Kind() {
	case slog.KindString:
		s := v.String()
		return r.builtin && (len(s) <= maxInert || isHash(s)) || r.knownClean(s, hashOf([]byte(s), 0))
	case slog.KindInt64:
		return r.isSmall(v.Int64())
	case slog.KindUint64:
		return r.isFewDigits(v.Uint64())
	case slog.KindFloat64:
		return r.isFew(v.Float64())
	case slog.KindBool, slog.KindDuration, slog.KindTime:
		return true
	}
	return false
}

// holdsLittle reports whether a value of which no name says anything is of a type, with
// that plan, that can hold no text, and has small numbers only.
func (r *Redactor) holdsLittle(pl *plan, v any, forms form, left *int) bool {
	return pl.safe || pl.shows == showsNumbers && forms&formJSON != 0 && r.small(pl, reflect.ValueOf(v), left, 0)
}

// attr redacts an attribute, and reports whether that is another one now.
func (p *pass) attr(a *slog.Attr) bool {
	n := p.r.name(a.Key)
	if n.plain && p.quiet() && p.r.plain(a.Value) {
		return false
	}
	p.loud = p.loud || !n.plain
	changed := p.value(n, &a.Value)
	if n.shown != n.text {
		a.Key, changed = n.shown, true
	}
	return changed
}

// attrs returns the attributes redacted: the same slice where nothing changes,
// else another one.
func (p *pass) attrs(attrs []slog.Attr) ([]slog.Attr, bool) {
	changed := false
	out := attrs
	for i := range attrs {
		a, n := &attrs[i], p.r.name(attrs[i].Key)
		if n.plain && p.quiet() && p.r.plain(a.Value) {
			continue
		}
		v := a.Value
		if !p.value(n, &v) && n.shown == n.text {
			continue
		}
		if !changed {
			out, changed = slices.Clone(attrs), true
		}
		out[i] = slog.Attr{Key: n.shown, Value: v}
	}
	return out, changed
}

// value redacts a value, and reports whether that is another one now.
func (p *pass) value(n *name, v *slog.Value) (changed bool) {
	var s string
	switch v.Kind() {
	case slog.KindString:
		s, changed = p.text(n, v.String())
	case slog.KindInt64:
		s, changed = p.integer(n, v.Int64())
	case slog.KindUint64:
		s, changed = p.unsigned(n, v.Uint64())
	case slog.KindFloat64:
		s, changed = p.float(n, v.Float64(), 64)
	case slog.KindTime:
		s, changed = p.moment(n, v.Time())
	case slog.KindBool:
		s, changed = p.scalar(n, strconv.FormatBool(v.Bool()))
	case slog.KindDuration:
		s, changed = p.scalar(n, "duration")
	case slog.KindGroup:
		return p.group(n, v)
	case slog.KindLogValuer:
		p.loud = true
		*v = v.Resolve()
		p.value(n, v)
		return true // so that it is resolved once, and written as it was seen
	default:
		return p.anyValue(n, v)
	}
	if changed {
		*v = slog.StringValue(s)
	}
	return changed
}

func (p *pass) group(n *name, v *slog.Value) bool {
	if p.depth >= maxDepth {
		*v = slog.StringValue(p.marker(n, depthDetector))
		return true
	}
	outer := len(p.path)
	if n != noName {
		p.enter(n)
	}
	p.depth++
	attrs, changed := p.groupAttrs(v.Group())
	p.depth--
	p.path = p.path[:outer]
	if changed {
		*v = slog.GroupValue(attrs...)
	}
	return changed
}

// groupAttrs is attrs for what is remembered where it stays.
func (p *pass) groupAttrs(attrs []slog.Attr) ([]slog.Attr, bool) {
	s, signed := p.signGroup(attrs)
	slot := p.r.records.slot(s.keys)
	if signed && slot.knows(s.all()) {
		return attrs, false
	}
	hits := p.hits
	out, changed := p.attrs(attrs)
	if signed && !changed && p.hits == hits {
		slot.add(s.all())
	}
	return out, changed
}

func (p *pass) anyValue(n *name, v *slog.Value) bool {
	clean, changed := p.any(n, v.Any())
	if changed {
		*v = slog.AnyValue(clean)
	}
	return changed
}
