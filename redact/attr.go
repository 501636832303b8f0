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
	a, _ = p.attr(r.name(a.Key), a)
	return a
}

// Plain reports whether it is known at once that Attr returns a as it is: no name
// here says anything, and the value is a string that was found clean before,
// a small number, a time, a duration, a boolean, or of a type that can hold no
// text and no long number. It searches nothing, allocates nothing and costs about
// as much as a look-up in a map.
//
// It is meant for integrations, which hold many fields of which most are such:
// pass on those, and ask Attr about the others. What Attr finds clean is plain the
// next time.
func (r *Redactor) Plain(groups []string, a slog.Attr) bool {
	r = r.orDefault()
	for _, group := range groups {
		if n := r.name(group); n.wide || n.rules != nil {
			return false
		}
	}
	n := r.name(a.Key)
	return n.plain && r.plain(a.Value)
}

// plain is Plain for a value of which no name says anything.
func (r *Redactor) plain(v slog.Value) bool {
	switch v.Kind() {
	case slog.KindString:
		s := v.String()
		return r.builtin && len(s) <= maxInert || r.seen.clean(hashOf(s, 0))
	case slog.KindInt64:
		return v.Int64() > -manyDigits && v.Int64() < manyDigits
	case slog.KindUint64:
		return v.Uint64() < manyDigits
	case slog.KindFloat64:
		return isFew(v.Float64())
	case slog.KindBool, slog.KindDuration, slog.KindTime:
		return true
	case slog.KindAny:
		t := reflect.TypeOf(v.Any())
		return t == nil || r.planOf(t).safe
	}
	return false
}

// attr returns a, whose name is n, redacted, and whether that is another
// attribute.
func (p *pass) attr(n *name, a slog.Attr) (slog.Attr, bool) {
	if n.plain && p.quiet() && p.r.plain(a.Value) {
		return a, false
	}
	v, changed := p.value(n, a.Value)
	if !changed && n.shown == n.text {
		return a, false
	}
	return slog.Attr{Key: n.shown, Value: v}, true
}

// attrs returns the attributes redacted: the same slice where nothing changes,
// else another one.
func (p *pass) attrs(attrs []slog.Attr) ([]slog.Attr, bool) {
	changed := false
	out := attrs
	for i, a := range attrs {
		clean, differs := p.attr(p.r.name(a.Key), a)
		if differs && !changed {
			out, changed = slices.Clone(attrs), true
		}
		if differs {
			out[i] = clean
		}
	}
	return out, changed
}

// value returns v redacted, and whether that is another value.
func (p *pass) value(n *name, v slog.Value) (slog.Value, bool) {
	switch v.Kind() {
	case slog.KindString:
		return orString(v)(p.text(n, v.String()))
	case slog.KindInt64:
		return orString(v)(p.integer(n, v.Int64()))
	case slog.KindUint64:
		return orString(v)(p.unsigned(n, v.Uint64()))
	case slog.KindFloat64:
		return orString(v)(p.float(n, v.Float64()))
	case slog.KindTime:
		return orString(v)(p.moment(n, v.Time()))
	case slog.KindBool:
		return orString(v)(p.scalar(n, strconv.FormatBool(v.Bool())))
	case slog.KindDuration:
		return orString(v)(p.scalar(n, "duration"))
	case slog.KindGroup:
		return p.group(n, v)
	case slog.KindLogValuer:
		resolved, _ := p.value(n, v.Resolve())
		return resolved, true // so that it is resolved once, and written as it was seen
	}
	return p.anyValue(n, v)
}

// orString returns a function that makes a value of a string, or returns v if
// that is not another one.
func orString(v slog.Value) func(string, bool) (slog.Value, bool) {
	return func(s string, changed bool) (slog.Value, bool) {
		if changed {
			return slog.StringValue(s), true
		}
		return v, false
	}
}

func (p *pass) group(n *name, v slog.Value) (slog.Value, bool) {
	if p.depth >= maxDepth {
		return slog.StringValue(p.marker(n, depthDetector)), true
	}
	outer := p.path
	if n != noName {
		p.enter(n)
	}
	p.depth++
	attrs, changed := p.attrs(v.Group())
	p.depth--
	p.path = outer
	if changed {
		return slog.GroupValue(attrs...), true
	}
	return v, false
}

func (p *pass) anyValue(n *name, v slog.Value) (slog.Value, bool) {
	clean, changed := p.any(n, v.Any())
	if changed {
		return slog.AnyValue(clean), true
	}
	return v, false
}
