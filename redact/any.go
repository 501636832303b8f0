package redact

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
)

// Any returns v redacted: v itself where nothing is found, otherwise
// a string for a string or a number, a []byte for a []byte, an error for an
// error (see [Redactor.Error]), and for anything else a value that writes
// itself through encoding/json, encoding.TextMarshaler, fmt and slog as v does,
// with the findings replaced. What v refers to is never changed.
func (r *Redactor) Any(v any) any {
	r = r.orDefault()
	p := pass{r: r, left: r.maxBytes, forms: formJSON | formText}
	clean := slog.AnyValue(v)
	p.value(noName, &clean)
	if clean.Kind() == slog.KindGroup {
		return clean
	}
	return clean.Any()
}

// Error returns err redacted: err itself where nothing is found in its text,
// otherwise an error with the findings replaced in it. errors.Is finds in that
// what it finds in err; errors.As and errors.Unwrap do not reach err.
func (r *Redactor) Error(err error) error {
	if err == nil {
		return nil
	}
	r = r.orDefault()
	p := pass{r: r, left: r.maxBytes, forms: formJSON | formText}
	clean, changed := p.any(noName, err)
	if !changed {
		return err
	}
	if e, ok := clean.(error); ok {
		return e
	}
	return &redactedError{rendered{func(form) []byte { return fmt.Append(nil, clean) }}, err}
}

// any returns v redacted, and whether that is another value.
func (p *pass) any(n *name, v any) (clean any, changed bool) {
	if v == nil {
		return nil, false
	}
	t := reflect.TypeOf(v)
	if t == reflectType {
		p.loud = true
		return p.reflected(n, v.(reflect.Value))
	}
	pl, left := p.r.planOf(t), p.left
	if !p.judged(n) && p.r.holdsLittle(pl, v, p.forms, &p.left) {
		return v, false
	}
	p.left, p.loud = left, true // to be searched
	if label, ok := p.hidden(n, reflect.ValueOf(v), pl); ok {
		return label, true
	}
	outer, level, forms, r := len(p.path), p.level, p.forms, p.r
	defer func() {
		p.path, p.level, p.forms, p.r = p.path[:outer], level, forms, r
		if recover() != nil {
			clean, changed = p.failed(n, v), true
		}
	}()
	if pl.isError {
		if safe, differs := p.r.unquoted(v); differs {
			clean, _ = p.any(n, safe)
			return clean, true
		}
	}
	rv := reflect.ValueOf(v)
	written := p.forms == formJSON && pl.direct && !pl.bare && pl.alone.json == noMethod
	p.level, p.r = 0, r.silent // nobody is told before it is known how the value is replaced
	found, copied := p.look(n, rv, pl, written)
	if !found {
		return v, false
	}
	p.path, p.level, p.forms, p.r = p.path[:outer], level, forms, r
	if written {
		p.level, p.left = 0, left
		if clean, changed = p.inItsPlace(n, rv, pl, copied); changed {
			return clean, true
		}
		p.path, p.level = p.path[:outer], level
	}
	return p.replacement(n, v, pl), true
}

// look reports whether anything is found in v, and for one that can be written field by
// field what a copy of it is without that, if there can be one.
func (p *pass) look(n *name, v reflect.Value, pl *plan, written bool) (found bool, copied reflect.Value) {
	if !written {
		return p.search(n, v, pl), copied
	}
	copied, ok := p.copied(n, v, pl)
	if !ok {
		return true, reflect.Value{}
	}
	return copied.IsValid(), copied
}

// inItsPlace returns what takes the place of v: the copy, or what writes the same JSON.
func (p *pass) inItsPlace(n *name, v reflect.Value, pl *plan, copied reflect.Value) (clean any, ok bool) {
	if !copied.IsValid() {
		return p.direct(n, v, pl)
	}
	if p.r.observe != nil {
		copied, _ = p.copied(n, v, pl) // this time somebody is told
	}
	return copied.Interface(), true
}

var reflectType = reflect.TypeFor[reflect.Value]()

// reflected is any for a reflect.Value, in place of which fmt writes what it holds.
func (p *pass) reflected(n *name, v reflect.Value) (clean any, changed bool) {
	switch {
	case !v.IsValid():
		return v, false
	case v.CanInterface():
		if clean, changed = p.any(n, v.Interface()); changed {
			return clean, true
		}
	case p.search(n, v, p.r.planOf(v.Type())): // of an unexported field: it cannot be replaced
		return p.marker(n, unsafeDetector), true
	}
	return v, false
}

// failed returns what stands in place of a value whose methods panic. For a
// nil pointer it is what slog's own handlers write.
func (p *pass) failed(n *name, v any) any {
	if isNil(reflect.ValueOf(v)) {
		return "<nil>"
	}
	return p.marker(n, unsafeDetector)
}

// replacement returns a value to be written in place of v, which holds
// something.
func (p *pass) replacement(n *name, v any, pl *plan) any {
	rv := reflect.ValueOf(v)
	switch {
	case pl.alone != (methods{}):
	case rv.Kind() == reflect.String:
		s, _ := p.text(n, rv.String())
		return s
	case rv.Kind() == reflect.Slice && pl.elem.kind == reflect.Uint8:
		s, _ := p.text(n, string(rv.Bytes()))
		return []byte(s)
	case pl.kind <= reflect.Complex128:
		s, _ := p.number(n, rv)
		return s
	}
	later := p.forLater()
	r := rendered{func(f form) []byte { return later.render(n, v, f) }}
	if err, ok := v.(error); ok {
		return &redactedError{r, err}
	}
	return &r
}

// rendered stands for a value that holds something. It keeps the value out of
// the reach of fmt and reflection, and writes it redacted.
type rendered struct {
	form func(form) []byte
}

// MarshalJSON returns what encoding/json writes for the value, redacted.
func (v *rendered) MarshalJSON() ([]byte, error) { return v.form(formJSON), nil }

// MarshalText returns what fmt's %+v writes for the value, redacted.
func (v *rendered) MarshalText() ([]byte, error) { return v.form(formText), nil }

// String is MarshalText.
func (v *rendered) String() string { return string(v.form(formText)) }

// Format writes the same for every verb.
func (v *rendered) Format(f fmt.State, _ rune) { _, _ = f.Write(v.form(formText)) }

// redactedError stands for an error whose text holds something.
type redactedError struct {
	rendered
	err error
}

// Error returns the error's text, redacted.
func (e *redactedError) Error() string { return string(e.form(formText)) }

// Is reports whether the error it stands for is target.
func (e *redactedError) Is(target error) bool { return errors.Is(e.err, target) }

// render writes v in one form, redacted. It leaves p as it is, for it may be
// called again, and by several goroutines.
func (p *pass) render(n *name, v any, f form) (out []byte) {
	own := &pass{r: p.r, path: p.path[:len(p.path):len(p.path)], left: p.r.maxBytes, depth: p.depth, forms: f}
	defer func() {
		if recover() != nil {
			out = own.failedForm(n, v, f)
		}
	}()
	if f == formText {
		w := printer{p: own}
		w.value(n, reflect.ValueOf(v))
		return w.dst
	}
	return own.renderJSON(n, v)
}

func (p *pass) failedForm(n *name, v any, f form) []byte {
	s := fmt.Sprint(p.failed(n, v))
	if f == formText {
		return []byte(s)
	}
	return appendJSONString(nil, s)
}

func (p *pass) renderJSON(n *name, v any) []byte {
	pl := p.r.planOf(reflect.TypeOf(v))
	if pl.alone.json == errorMethod {
		s, _ := p.text(n, v.(error).Error())
		return appendJSONString(nil, s)
	}
	raw, err := marshal(v)
	if err != nil {
		s, _ := p.text(n, "!ERROR:"+err.Error()) // as slog.JSONHandler writes it
		return appendJSONString(nil, s)
	}
	if out, ok := p.rewriteJSON(n, raw, reflect.ValueOf(v)); ok {
		return out
	}
	return appendJSONString(nil, p.marker(n, unsafeDetector))
}

// call lets a method of v write it.
func call(v any, m method) (string, error) {
	switch m {
	case marshalJSON:
		b, err := v.(json.Marshaler).MarshalJSON()
		return string(b), err
	case marshalText:
		b, err := v.(encoding.TextMarshaler).MarshalText()
		return string(b), err
	case errorMethod:
		return v.(error).Error(), nil
	case stringMethod:
		return v.(fmt.Stringer).String(), nil
	}
	s := fmt.Sprintf("%+v", v)
	if strings.Contains(s, "(PANIC=") {
		return "", errors.New("redact: a Format method panicked")
	}
	return s, nil
}
