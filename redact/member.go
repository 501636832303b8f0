package redact

import (
	"bytes"
	"reflect"
)

// pair is what is known of the members of an object that say what its member
// "value" holds.
type pair struct {
	called *name // by a member "name" or "key"; nil: nothing is said
	looked bool  // behind a member "value" for one
}

// member reads one member of an object that was written from v.
func (w *rewriter) member(v reflect.Value, p *pair) bool {
	if w.next() != '"' {
		return false
	}
	start := w.at
	body, escaped, ok := w.quoted()
	if !ok {
		return false
	}
	n := w.r.nameOf(body)
	if escaped {
		n = w.r.name(unquote(w.src[start:w.at]))
	}
	if v.Kind() == reflect.Struct {
		if n.shown != n.text {
			w.put(n.shown, start)
		}
	} else if key := w.keyShown(n); key != n.text {
		w.put(key, start)
	}
	if w.next() != ':' {
		return false
	}
	w.at++
	switch {
	case n.role == isData && !v.IsValid() && bytes.Contains(w.src, secretKind):
		w.enterTagged(n, w.r.manifest)
	case n.role == isValue:
		w.enterCalled(p)
	case n.role == namesValue && w.next() == '"':
		p.called = w.ahead()
	}
	v, n = w.memberOf(v, n)
	return w.read(n, v)
}

// enterCalled enters what the value that comes next is called.
func (w *rewriter) enterCalled(p *pair) {
	if p.called == nil && !p.looked {
		p.called, p.looked = w.calledAfter(), true
	}
	if p.called != nil {
		w.enter(p.called)
	}
}

// maxAhead is how far behind the beginning of a value its name is looked for, in bytes.
const maxAhead = 16 << 10

// calledAfter returns what a member behind the value that comes next says that it
// is called, nil where none does.
func (w *rewriter) calledAfter() (called *name) {
	src, start := w.src, w.at
	defer func() { w.src, w.at = src, start }()
	w.src = src[:min(len(src), start+maxAhead)]
	for {
		w.next()
		if w.at = valueEnd(w.src, w.at); w.at < 0 || w.next() != ',' {
			return nil
		}
		w.at++
		if w.next() != '"' {
			return nil
		}
		member, _, ok := w.quoted()
		if !ok || w.next() != ':' {
			return nil
		}
		w.at++
		if w.next() == '"' && roleOf(string(member)) == namesValue {
			return w.ahead()
		}
	}
}

// ahead returns the string that comes next as a name, nil where it is no plain
// one.
func (w *rewriter) ahead() *name {
	end, escaped := stringEnd(w.src, w.at)
	if end < 0 || escaped {
		return nil
	}
	return w.r.nameOf(w.src[w.at+1 : end-1])
}
