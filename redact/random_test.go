package redact

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"math/rand/v2"
	"net/netip"
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

type hushed struct {
	Keyed  map[string]any  `fieldsafe:"secret" json:"keyed,omitempty"`
	Raw    json.RawMessage `fieldsafe:"secret"`
	Erased any             `fieldsafe:"-" json:",omitempty"`
	Open   string
}

// randomType returns a type that is made of others, so deep at most.
func randomType(random *rand.Rand, depth int) reflect.Type {
	leaves := []reflect.Type{
		reflect.TypeFor[string](), reflect.TypeFor[word](), reflect.TypeFor[wordS](), reflect.TypeFor[int64](), reflect.TypeFor[uint8](),
		reflect.TypeFor[int32](), reflect.TypeFor[float64](), reflect.TypeFor[float32](), reflect.TypeFor[bool](), reflect.TypeFor[time.Time](),
		reflect.TypeFor[time.Duration](), reflect.TypeFor[json.RawMessage](), reflect.TypeFor[json.Number](), reflect.TypeFor[netip.Addr](),
		reflect.TypeFor[big.Int](), reflect.TypeFor[inner](), reflect.TypeFor[promote](), reflect.TypeFor[valued](), reflect.TypeFor[texted](),
		reflect.TypeFor[pointed](), reflect.TypeFor[hushed](), reflect.TypeFor[any](), reflect.TypeFor[error](), reflect.TypeFor[uintptr](),
	}
	if depth == 0 {
		return leaves[random.IntN(len(leaves))]
	}
	switch random.IntN(8) {
	case 0:
		return reflect.PointerTo(randomType(random, depth-1))
	case 1:
		return reflect.SliceOf(randomType(random, depth-1))
	case 2:
		return reflect.ArrayOf(random.IntN(4), randomType(random, depth-1))
	case 3:
		return reflect.MapOf(reflect.TypeFor[string](), randomType(random, depth-1))
	case 4:
		return leaves[random.IntN(len(leaves))]
	}
	return randomStruct(random, depth)
}

func randomStruct(random *rand.Rand, depth int) reflect.Type {
	names := []string{"Note", "Password", "Value", "Key", "City", "DateOfBirth", "Count", "Token"}
	tags := []string{"", "", `json:"note,omitempty"`, `json:"-"`, `json:",omitempty"`, `json:"name"`, `fieldsafe:"secret"`, `json:"password"`}
	random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	fields := make([]reflect.StructField, random.IntN(5))
	for i := range fields {
		fields[i] = reflect.StructField{Name: names[i], Type: randomType(random, depth-1), Tag: reflect.StructTag(tags[random.IntN(len(tags))])}
	}
	return reflect.StructOf(fields)
}

// fill sets v, and what it is made of, to something.
func fill(random *rand.Rand, v reflect.Value) {
	texts := []string{"", "north", "by " + mail, "velvetQuarry57", "password", "4242424242424242", `a "b" <&>`, "2026-03-15", "name"}
	text := texts[random.IntN(len(texts))]
	switch v.Addr().Interface().(type) {
	case *time.Time:
		v.Set(reflect.ValueOf(time.Date(1980, 5, random.IntN(30), 0, 0, 0, random.IntN(2), time.UTC)))
		return
	case *json.RawMessage:
		v.SetBytes([]byte([]string{`null`, `{"password":"velvetQuarry57","k":[1,"by ` + mail + `"]}`, `"north"`}[random.IntN(3)]))
		return
	case *json.Number:
		v.SetString([]string{"7", "4242424242424242", "1e3"}[random.IntN(3)])
		return
	case *netip.Addr:
		v.Set(reflect.ValueOf(netip.MustParseAddr("192.0.2.1")))
		return
	case *big.Int:
		v.Addr().Interface().(*big.Int).SetInt64(4242424242424242)
		return
	case *error:
		v.Set(reflect.ValueOf([]error{errors.New(text), io.EOF, fmt.Errorf("by %w", &failure{text, io.EOF})}[random.IntN(3)]))
		return
	case *valued:
		v.Set(reflect.ValueOf(valued{text}))
		return
	case *texted:
		v.Set(reflect.ValueOf(texted{text}))
		return
	}
	fillKind(random, v, text)
}

func fillKind(random *rand.Rand, v reflect.Value, text string) {
	number := []int64{0, 7, 4242424242424242, 1980}[random.IntN(4)]
	switch {
	case v.Kind() == reflect.String:
		v.SetString(text)
	case v.CanInt():
		v.SetInt(number)
	case v.CanUint():
		v.SetUint(uint64(number))
	case v.CanFloat():
		v.SetFloat([]float64{0, 0.1, 1e-9, 1e21, 4242424242424242}[random.IntN(5)])
	case v.Kind() == reflect.Bool:
		v.SetBool(number == 7)
	case v.Kind() == reflect.Interface && random.IntN(3) > 0:
		inside := reflect.New(randomType(random, 1)).Elem()
		fill(random, inside)
		v.Set(inside)
	case v.Kind() == reflect.Pointer && random.IntN(3) > 0:
		v.Set(reflect.New(v.Type().Elem()))
		fill(random, v.Elem())
	case v.Kind() == reflect.Slice && random.IntN(4) > 0:
		v.Set(reflect.MakeSlice(v.Type(), 3, 3))
		fillElements(random, v)
	case v.Kind() == reflect.Array:
		fillElements(random, v)
	case v.Kind() == reflect.Map && random.IntN(4) > 0:
		v.Set(reflect.MakeMap(v.Type()))
		for _, key := range []string{"name", "value", "north", "password", mail}[:random.IntN(6)] {
			entry, k := reflect.New(v.Type().Elem()).Elem(), reflect.New(v.Type().Key()).Elem()
			fill(random, entry)
			if k.Kind() == reflect.String {
				k.SetString(key)
			}
			v.SetMapIndex(k, entry)
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(random, v.Field(i))
			}
		}
	}
}

func fillElements(random *rand.Rand, v reflect.Value) {
	for i := range v.Len() {
		fill(random, v.Index(i))
	}
}

// Twin: a handler of which it is known how it writes values, for which they are
// copied or written directly, gets what encoding/json writes, rewritten.
func TestRandomTypes(t *testing.T) {
	var out bytes.Buffer
	bare := slog.NewJSONHandler(&out, nil)
	text := NewHandler(slog.NewTextHandler(&out, nil), nil)
	known, unknown := NewHandler(bare, nil), NewHandler(struct{ slog.Handler }{bare}, nil)
	for seed := range uint64(1000) {
		random := rand.New(rand.NewPCG(seed, 1))
		v := reflect.New(randomType(random, 3))
		fill(random, v.Elem())
		for _, logged := range []any{v.Interface(), v.Elem().Interface()} {
			want := written(unknown, &out, logged)
			require.Equal(t, want, written(known, &out, logged), "seed %d: %T", seed, logged)
			require.NotContains(t, want, mail, "seed %d", seed)
			require.NotContains(t, written(text, &out, logged), mail, "seed %d", seed)
		}
	}
}
