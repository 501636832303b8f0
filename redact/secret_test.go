package redact

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type holder struct {
	Public  Secret[string]
	private Secret[string]
	List    []Secret[string]
	Map     map[string]Secret[[]byte]
	Pointer *Secret[string]
}

func newHolder(s string) holder {
	p := Hide(s)
	return holder{p, Hide(s), []Secret[string]{p}, map[string]Secret[[]byte]{"k": Hide([]byte(s))}, &p}
}

func TestSecretShowsItselfNowhere(t *testing.T) {
	value := strings.Repeat("velvet", 2)
	forms := map[string]func(any) string{
		"json": func(v any) string { b, _ := json.Marshal(v); return string(b) },
		"xml":  func(v any) string { b, _ := xml.Marshal(v); return string(b) },
		"gob": func(v any) string {
			var b bytes.Buffer
			_ = gob.NewEncoder(&b).Encode(v)
			return b.String()
		},
		"slog json": func(v any) string {
			return logged(v, func(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, nil) })
		},
		"slog text": func(v any) string {
			return logged(v, func(w io.Writer) slog.Handler { return slog.NewTextHandler(w, nil) })
		},
		"reflect": func(v any) string { return everything(reflect.ValueOf(v), 0) },
	}
	for _, verb := range strings.Split("v +v #v s q x X d t T p U c b o e g 10s", " ") {
		forms["%"+verb] = func(v any) string { return fmt.Sprintf("%"+verb, v) }
	}
	secret := Hide(value)
	for form, write := range forms {
		for _, v := range []any{secret, &secret, newHolder(value), []any{secret}} {
			out := write(v)
			require.NotContains(t, out, value, form)
			require.NotContains(t, out, fmt.Sprintf("%x", value), form)
			require.NotContains(t, out, base64Of(value), form)
		}
	}
	require.Equal(t, `"[REDACTED]"`, forms["json"](secret))
	require.Equal(t, "[REDACTED]", forms["%x"](secret))
	require.Equal(t, value, secret.Expose())
}

func logged(v any, handler func(io.Writer) slog.Handler) string {
	var b bytes.Buffer
	slog.New(handler(&b)).Info("event", "v", v, "list", []any{v})
	return b.String()
}

func base64Of(s string) string {
	b, _ := json.Marshal([]byte(s))
	return strings.Trim(string(b), `"`)
}

// everything writes whatever reflection reaches, as go-spew does.
func everything(v reflect.Value, depth int) string {
	var b strings.Builder
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Pointer, reflect.Interface:
		if depth < 10 && !v.IsNil() {
			return everything(v.Elem(), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			b.WriteString(everything(v.Field(i), depth+1))
		}
	case reflect.Slice:
		for i := range v.Len() {
			b.WriteString(everything(v.Index(i), depth+1))
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			b.WriteString(everything(it.Value(), depth+1))
		}
	case reflect.Uint8:
		b.WriteByte(byte(v.Uint()))
	}
	return b.String()
}

func TestSecretDecodes(t *testing.T) {
	var config struct {
		Password Secret[string]
		Pin      Secret[int]
		Key      Secret[[]byte]
	}
	require.NoError(t, json.Unmarshal([]byte(`{"Password":"velvet","Pin":4711,"Key":"dmVsdmV0"}`), &config))
	require.Equal(t, "velvet", config.Password.Expose())
	require.Equal(t, 4711, config.Pin.Expose())
	require.Equal(t, []byte("velvet"), config.Key.Expose())

	var fromFlag Secret[string]
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	flags.Var(&fromFlag, "password", "the password")
	require.NoError(t, flags.Parse([]string{"-password", "velvet"}))
	require.Equal(t, "velvet", fromFlag.Expose())

	var pin Secret[int]
	require.NoError(t, pin.UnmarshalText([]byte("4711")))
	require.Equal(t, 4711, pin.Expose())
	var named Secret[word]
	require.NoError(t, named.Set("velvet"))
	require.Equal(t, word("velvet"), named.Expose(), "a named string is one")
	var raw Secret[json.RawMessage]
	require.NoError(t, raw.Set(`{"a":1}`))
	require.JSONEq(t, `{"a":1}`, string(raw.Expose()))
	require.NoError(t, json.Unmarshal([]byte(`{"Password":null,"Key":null}`), &config))
	require.Equal(t, "velvet", config.Password.Expose(), "as encoding/json leaves a string")
	require.Nil(t, config.Key.Expose())
	var level Secret[slog.Level]
	require.NoError(t, level.Set("WARN"))
	require.Equal(t, slog.LevelWarn, level.Expose())
}

func TestSecretRefusesWithoutQuoting(t *testing.T) {
	var pin Secret[int]
	var word Secret[string]
	for _, err := range []error{
		json.Unmarshal([]byte(`"velvet"`), &pin),
		pin.Set("velvet"),
		json.Unmarshal([]byte(`"[REDACTED]"`), &word),
		word.Set("[REDACTED]"),
		json.Unmarshal([]byte(`4711`), &word),
	} {
		require.ErrorContains(t, err, "redact: ")
		require.NotContains(t, err.Error(), "velvet")
		require.NotContains(t, err.Error(), "4711")
	}
	require.Zero(t, pin.Expose())
	require.Zero(t, word.Expose())
}

func TestEqual(t *testing.T) {
	require.True(t, Equal(Hide("velvet"), Hide("velvet")))
	require.False(t, Equal(Hide("velvet"), Hide("Velvet")))
	require.True(t, Equal(Hide([]byte("a")), Hide([]byte("a"))))
	require.True(t, Equal(Secret[string]{}, Hide("")), "the zero secret holds the zero value")
}
