package redact

import (
	"math"
	"reflect"
)

// Values of many types can show nothing but numbers. That these are too small to be
// identifiers is seen by a look at each, without a search.

// manyDigits is the least magnitude of a number that is searched although
// nothing but its digits speaks for it: shorter ones are no identifiers
// without a keyword.
const (
	manyDigits = 1e7
	fewDigits  = 7 // bytes of a JSON number that is surely less
)

// isSmall, isFewDigits and isFew report whether a number surely holds nothing: with a
// scanner of the user's own, any digits may be what it looks for.
func (r *Redactor) isSmall(v int64) bool { return r.builtin && v > -manyDigits && v < manyDigits }

func (r *Redactor) isFewDigits(v uint64) bool { return r.builtin && v < manyDigits }

// A number with a fraction is no identifier.
func (r *Redactor) isFew(v float64) bool {
	return r.builtin && (math.Abs(v) < manyDigits || v != math.Trunc(v))
}

// shown is the most that values of a type can show, in either form, that
// anybody chose.
type shown uint8

const (
	showsNothing shown = iota
	showsNumbers       // of which no name says anything, and which encoding/json writes
	showsText          // or anything else
)

// showAll finds out what values of each type can show. Types may be made of
// themselves, so it goes on until nothing is new.
func (b *planner) showAll() {
	for changed := true; changed; {
		changed = false
		for t, pl := range b.plans {
			if shows := b.shows(t, pl); shows != pl.shows {
				pl.shows, changed = shows, true
			}
		}
	}
}

// shows returns what values of the type can show, by what is known of its parts.
func (b *planner) shows(t reflect.Type, pl *plan) shown {
	switch {
	case plainTypes[t]:
		return showsNothing
	case pl.hides || pl.valuer || pl.inner != (methods{}) || pl.alone != (methods{}) || pl.byPointer != noMethod || pl.letters:
		return showsText
	}
	switch kind := t.Kind(); kind {
	case reflect.String, reflect.Interface, reflect.Complex128:
		return showsText
	case reflect.Pointer, reflect.Array, reflect.Slice:
		if kind == reflect.Slice && t.Elem().Kind() == reflect.Uint8 {
			return showsText
		}
		return pl.elem.shows
	case reflect.Map:
		if max(pl.key.shows, pl.elem.shows) > showsNothing {
			return showsText // entries are named
		}
		return showsNothing
	case reflect.Struct:
		return pl.fieldsShow()
	}
	return b.numbersShow(t.Kind())
}

// numbersShow returns what numbers of a kind show: those of 32 bits are no identifiers,
// but a scanner of the user's own may look for any digits.
func (b *planner) numbersShow(kind reflect.Kind) shown {
	switch kind {
	case reflect.Int, reflect.Int64, reflect.Uint, reflect.Uint64, reflect.Uintptr, reflect.Float64:
		if b.r.builtin {
			return showsNumbers
		}
		return showsText
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Float32, reflect.Complex64:
		if !b.r.builtin {
			return showsText
		}
	}
	return showsNothing
}

func (pl *plan) fieldsShow() (most shown) {
	for i := range pl.fields {
		f := &pl.fields[i]
		if f.judged() || f.plan.shows > showsNothing && f.forms&formJSON == 0 {
			return showsText
		}
		most = max(most, f.plan.shows)
	}
	return most
}

// small reports whether all numbers in a value of a numeric type are small. It reads
// what encoding/json reads, and takes from the work that is left what a search takes.
func (r *Redactor) small(pl *plan, v reflect.Value, left *int, level int) bool {
	if *left -= nodeCost; *left < 0 || level >= maxDepth {
		return false
	}
	switch pl.kind {
	case reflect.Pointer:
		return v.IsNil() || r.small(pl.elem, v.Elem(), left, level+1)
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if !r.small(pl.elem, v.Index(i), left, level+1) {
				return false
			}
		}
		return true
	case reflect.Struct:
		for i := range pl.fields {
			if f := &pl.fields[i]; f.plan.shows == showsNumbers && !r.small(f.plan, v.Field(f.index), left, level+1) {
				return false
			}
		}
		return true
	}
	return r.isSmallNumber(v)
}

func (r *Redactor) isSmallNumber(v reflect.Value) bool {
	switch {
	case v.CanInt():
		return r.isSmall(v.Int())
	case v.CanFloat():
		return r.isFew(v.Float())
	}
	return r.isFewDigits(v.Uint())
}
