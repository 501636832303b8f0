package redact

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

type point struct{ Lat, Lon float64 }

type level struct {
	N     int64 `json:"n"`
	Units uint
	Ratio float64 `json:"ratio,omitempty"`
	At    time.Time
	Took  time.Duration
	Step  int8
	Where *point
	Marks []int
	Pair  [2]uint64
	Next  *level
}

func TestNumericTypes(t *testing.T) {
	r := mustNew(t, nil)
	for _, tc := range []struct {
		name          string
		v             any
		safe, numeric bool
	}{
		{"a struct of numbers", level{}, false, true},
		{"a pointer to one", &level{}, false, true},
		{"a list of them", []level{}, false, true},
		{"numbers that cannot be long", struct{ A, B int32 }{}, true, false},
		{"beside text", struct {
			N int
			S string
		}{}, false, false},
		{"a name that says something", struct{ Card int }{}, false, false},
		{"a struct tag that decides", struct {
			N int `fieldsafe:"secret"`
		}{}, false, false},
		{"a field that is not written may be under a lock", struct{ N, n int }{}, false, false},
		{"the same with a type that another field has", struct {
			A point
			b point
		}{}, false, false},
		{"one that is left out of JSON", struct {
			N int `json:"-"`
		}{}, false, false},
		{"a field that is not written and cannot be long", struct {
			N int
			n bool
		}{}, false, true},
		{"methods write what they like", struct{ N telling }{}, false, false},
		{"keys of maps are names", map[string]int{}, false, false},
		{"bytes are text", struct{ B []byte }{}, false, false},
		{"so are lists of characters", struct{ B [4]uint8 }{}, false, false},
		{"interfaces may hold anything", []any{}, false, false},
	} {
		pl := r.planOf(reflect.TypeOf(tc.v))
		require.Equal(t, [2]bool{tc.safe, tc.numeric}, [2]bool{pl.safe, pl.shows == showsNumbers}, tc.name)
	}
}

type telling int

func (telling) String() string { return mail }

// A card is found wherever a value of numbers only may have it, before and after the
// same place of the program has logged small numbers, and those go on as they are.
func TestNumbersAreLookedAtEachTime(t *testing.T) {
	const card = 4242424242424242
	r := mustNew(t, nil)
	clean := func() *level {
		return &level{N: -7, Units: 9_999_999, Ratio: math.NaN(), Where: &point{47.1, 8.5}, Marks: []int{3, 5}, Next: &level{Ratio: 1e9 + 0.5}}
	}
	for name, put := range map[string]func(*level){
		"a field": func(l *level) { l.N = card }, "an unsigned one": func(l *level) { l.Units = card }, "a float": func(l *level) { l.Ratio = card },
		"behind a pointer": func(l *level) { l.Where.Lon = card }, "a slice": func(l *level) { l.Marks[1] = card }, "an array": func(l *level) { l.Pair[1] = card },
		"the same type further in": func(l *level) { l.Next.Next = &level{N: card} },
	} {
		for _, v := range []any{clean(), *clean(), []*level{nil, clean()}} {
			require.True(t, r.holdsLittle(r.planOf(reflect.TypeOf(v)), v, formJSON, new(1<<20)), name)
			require.False(t, r.holdsLittle(r.planOf(reflect.TypeOf(v)), v, formText, new(1<<20)), "fmt writes addresses only")
		}
		for range 3 {
			held := clean()
			held.Ratio = 0.5
			require.NotContains(t, line(t, r, info("v", held)), "[REDACTED", name)
			put(held)
			require.False(t, r.holdsLittle(r.planOf(reflect.TypeOf(held)), held, formJSON, new(1<<20)), name)
			out := line(t, r, info("v", held))
			require.Contains(t, out, "[REDACTED:credit_card]", name)
			require.NotContains(t, out, "4242424242", name)
			group := line(t, r, info(slog.Group("g", "v", *held)))
			require.Contains(t, group, "[REDACTED:credit_card]", name)
		}
	}
}

// branch and its like are made of themselves, behind maps: whose entries are named.
type branch struct {
	Parent *branch
	Number int64
	Sub    map[uint32]*branch
}

func TestNumbersInTypesMadeOfThemselves(t *testing.T) {
	const card = 4242424242424242
	inner := &branch{Number: card}
	for _, v := range []any{
		branch{Sub: map[uint32]*branch{1: inner}}, inner, []branch{{Parent: inner}}, map[time.Month]*branch{1: inner},
		[2]map[int32][]*branch{{1: {inner}}}, map[int8][]branch{1: {{Sub: map[uint32]*branch{1: inner}}}},
	} {
		for form, handler := range bothForms {
			var out bytes.Buffer
			require.NotContains(t, written(NewHandler(handler(&out), nil), &out, v), "4242424242", "%T, %s", v, form)
		}
		encoded, err := json.Marshal(mustNew(t, nil).Any(v))
		require.NoError(t, err)
		require.Contains(t, string(encoded), "[REDACTED:credit_card]", "%T", v)
	}
}

// Digits that somebody looks for are found in numbers of any size.
func TestLiteralsInNumbers(t *testing.T) {
	r := mustNew(t, &Options{Literals: []string{"902617", "90261788"}})
	for _, v := range []any{
		902617, int32(902617), uint16(1), float32(902617), 90261788.0, json.RawMessage(`{"a":902617}`), `{"a":902617,"b":[90261788]}`,
		struct{ N int32 }{902617}, []int{902617}, map[string]uint32{"n": 902617}, &struct{ N []float32 }{[]float32{902617}},
	} {
		out := line(t, r, info("v", v))
		require.NotContains(t, out, "902617", "%T", v)
		require.True(t, json.Valid([]byte(out)), out)
	}
	require.Contains(t, line(t, r, info("v", `{"a":902617}`)), `{\"a\":\"[REDACTED:literal]\"}`)
}

// A list is looked at once: what that takes from the bound on work counts once.
func TestLongListsOfNumbers(t *testing.T) {
	numbers := make([]int64, 60_000)
	numbers[len(numbers)-1] = 1_700_000_000
	require.False(t, strings.Contains(line(t, mustNew(t, nil), info("v", numbers)), "[REDACTED"))
}

// What is too deep, without an end or too large is not looked at further, and replaced.
func TestNumbersWithoutAnEnd(t *testing.T) {
	loop := &level{}
	loop.Next = loop
	for name, v := range map[string]any{"a loop": loop, "more than the bound on work": make([]int, 1<<20)} {
		require.Contains(t, line(t, mustNew(t, nil), info("v", v)), "[REDACTED", name)
	}
}
