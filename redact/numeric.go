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

func isSmall(v int64) bool { return v > -manyDigits && v < manyDigits }

// isFew reports whether a number is small, or has a fraction.
func isFew(v float64) bool { return math.Abs(v) < manyDigits || v != math.Trunc(v) }

// shown is the most that values of a type can show, in either form, that
// anybody chose.
type shown uint8

const (
	showsNothing shown = iota
	showsNumbers       // of which no name says anything, and which encoding/json writes
	showsText          // or anything else
)

// shows returns what values of the type can show. What it found out of the types in
// it is in known.
func (b *planner) shows(t reflect.Type, known map[reflect.Type]shown) shown {
	most, ok := known[t]
	if !ok {
		known[t] = showsNothing // but for what else is in it, if it is in itself
		most = b.showsAnew(t, known)
		known[t] = most
	}
	return most
}

func (b *planner) showsAnew(t reflect.Type, known map[reflect.Type]shown) shown {
	pl := b.plans[t]
	switch {
	case plainTypes[t]:
		return showsNothing
	case pl.hides || pl.valuer || pl.inner != (methods{}) || pl.alone != (methods{}) || pl.byPointer != noMethod || pl.letters:
		return showsText
	}
	switch t.Kind() {
	case reflect.Int, reflect.Int64, reflect.Uint, reflect.Uint64, reflect.Uintptr, reflect.Float64:
		return showsNumbers
	case reflect.String, reflect.Interface, reflect.Complex128:
		return showsText
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return showsText
		}
		return b.shows(t.Elem(), known)
	case reflect.Pointer, reflect.Array:
		return b.shows(t.Elem(), known)
	case reflect.Map:
		if b.shows(t.Key(), known) > showsNothing || b.shows(t.Elem(), known) > showsNothing {
			return showsText // entries are named
		}
	case reflect.Struct:
		return b.fieldsShow(pl, t, known)
	}
	return showsNothing
}

func (b *planner) fieldsShow(pl *plan, t reflect.Type, known map[reflect.Type]shown) (most shown) {
	for i := range pl.fields {
		f, own := &pl.fields[i], b.shows(t.Field(i).Type, known)
		if f.judged() || own > showsNothing && f.forms&formJSON == 0 {
			return showsText
		}
		most = max(most, own)
	}
	return most
}

// numberField is a field of a struct that may show a long number.
type numberField struct {
	index int
	plan  *plan // nil: it is a number
}

// numberFields returns the fields of a struct of a numeric type that may show long numbers.
func (pl *plan) numberFields() (fields []numberField) {
	for _, f := range pl.fields {
		switch {
		case !f.plan.numeric:
		case isScalar(f.plan.kind):
			fields = append(fields, numberField{index: f.index})
		default:
			fields = append(fields, numberField{f.index, f.plan})
		}
	}
	return fields
}

// small reports whether all numbers in a value of a numeric type are small. It reads
// what encoding/json reads, and takes from the work that is left what a search takes.
func (pl *plan) small(v reflect.Value, left *int, level int) bool {
	if *left -= nodeCost * (1 + len(pl.numbers)); *left < 0 || level >= maxDepth {
		return false
	}
	switch pl.kind {
	case reflect.Pointer:
		return v.IsNil() || pl.elem.small(v.Elem(), left, level+1)
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if !pl.elem.small(v.Index(i), left, level+1) {
				return false
			}
		}
		return true
	case reflect.Struct:
		for _, f := range pl.numbers {
			if fv := v.Field(f.index); f.plan != nil {
				if !f.plan.small(fv, left, level+1) {
					return false
				}
			} else if !isSmallNumber(fv) {
				return false
			}
		}
		return true
	}
	return isSmallNumber(v)
}

func isSmallNumber(v reflect.Value) bool {
	switch {
	case v.CanInt():
		return isSmall(v.Int())
	case v.CanFloat():
		return isFew(v.Float())
	}
	return v.Uint() < manyDigits
}
