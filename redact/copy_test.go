package redact

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The types of copies.
type (
	account struct {
		ID      int64    `json:"id"`
		Mail    string   `json:"mail"`
		Contact *contact `json:"contact"`
		Notes   []word   `json:"notes"`
		Any     any      `json:"any,omitempty"`
		Next    *account `json:"next,omitempty"`
	}
	contact struct{ City, Shelf string }
	secrets struct {
		Open   string
		Keyed  map[string]any            `fieldsafe:"secret" json:"keyed,omitempty"`
		Public map[string]string         `fieldsafe:"public" json:",omitempty"`
		Deep   map[int]map[string]string `fieldsafe:"secret" json:",omitempty"`
		Raw    json.RawMessage           `fieldsafe:"secret" json:",omitempty"`
		Erased map[string]string         `fieldsafe:"-" json:",omitempty"`
	}
	taggedInside struct {
		inner `fieldsafe:"secret"`
		Own   string
	}
)

// seenBy returns what a ReplaceAttr function sees of v, and the line.
func seenBy(t *testing.T, v any) (seen any, line string) {
	t.Helper()
	var out bytes.Buffer
	options := slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		switch a.Key {
		case slog.TimeKey, slog.LevelKey, slog.MessageKey:
			return slog.Attr{}
		}
		seen = a.Value.Any()
		return a
	}}
	slog.New(NewHandler(slog.NewJSONHandler(&out, &options), nil)).Info("m", "x", v)
	return seen, out.String()
}

// Text is replaced in a copy of the same type: what is logged stays as it was, and
// what holds nothing is shared.
func TestCopiesAreOfTheSameType(t *testing.T) {
	clean := &contact{"Springfield", "upper"}
	logged := &account{7, "by " + mail, clean, []word{"a", mail}, inner{mail, "b"}, &account{Mail: "none"}}
	seen, line := seenBy(t, logged)
	copied := seen.(*account)
	require.Equal(t, &account{7, "by [REDACTED:email_address]", clean, []word{"a", "[REDACTED:email_address]"},
		inner{"[REDACTED:email_address]", "b"}, logged.Next}, copied)
	require.Same(t, clean, copied.Contact)
	require.Same(t, logged.Next, copied.Next)
	require.Equal(t, &account{7, "by " + mail, clean, []word{"a", mail}, inner{mail, "b"}, &account{Mail: "none"}}, logged)
	require.NotContains(t, line, mail)

	seen, _ = seenBy(t, *logged)
	require.IsType(t, account{}, seen)
	seen, line = seenBy(t, struct{ N int64 }{4242424242424242})
	require.IsType(t, &rawJSON{}, seen, "text cannot take the place of a number")
	require.JSONEq(t, `{"x":{"N":"[REDACTED:credit_card]"}}`, line)
	seen, _ = seenBy(t, &locked{Note: mail})
	require.IsType(t, &rawJSON{}, seen, "a lock is not copied")
	seen, _ = seenBy(t, &struct {
		Note  string
		Count [1]struct{ atomic.Int64 }
	}{Note: mail})
	require.IsType(t, &rawJSON{}, seen, "neither where it is inside")
	seen, line = seenBy(t, struct {
		At   time.Time
		From netip.Addr
		Note string `json:",omitempty" fieldsafe:"-"`
	}{time.Unix(0, 0).UTC(), netip.Addr{}, mail})
	require.IsType(t, &rawJSON{}, seen)
	require.JSONEq(t, `{"x":{"At":"1970-01-01T00:00:00Z","From":"","Note":""}}`, line, "what is erased is not left out")
}

// The keys of a map are data, and a struct tag speaks for them, too.
func TestKeysBelowAStructTag(t *testing.T) {
	const label = "[REDACTED:rule]"
	for name, tc := range map[string]struct {
		v    secrets
		want string
	}{
		"map":        {secrets{Keyed: map[string]any{"velvet": 1}}, `{"Open":"","keyed":{"` + label + `":"` + label + `"}}`},
		"nested":     {secrets{Deep: map[int]map[string]string{57: {"velvet": "quarry"}}}, `{"Open":"","Deep":{"` + label + `":{"` + label + `":"` + label + `"}}}`},
		"raw":        {secrets{Raw: json.RawMessage(`{"velvet":{"quarry":57}}`)}, `{"Open":"","Raw":{"` + label + `":{"` + label + `":"` + label + `"}}}`},
		"erased":     {secrets{Erased: map[string]string{"velvet": "quarry"}}, `{"Open":"","Erased":{"":""}}`},
		"public":     {secrets{Public: map[string]string{"north": mail}}, `{"Open":"","Public":{"north":"` + mail + `"}}`},
		"struct":     {secrets{Keyed: map[string]any{"velvet": inner{"a", "b"}}}, `{"Open":"","keyed":{"` + label + `":{"A":"` + label + `","B":"` + label + `"}}}`},
		"nothing in": {secrets{Open: "north"}, `{"Open":"north"}`},
	} {
		t.Run(name, func(t *testing.T) {
			_, line := seenBy(t, tc.v)
			require.Equal(t, `{"x":`+tc.want+"}\n", line)
			any, err := json.Marshal(mustNew(t, nil).Any(tc.v))
			require.NoError(t, err)
			require.Equal(t, tc.want, string(any))
			var out bytes.Buffer
			slog.New(NewHandler(slog.NewTextHandler(&out, nil), nil)).Info("m", "x", tc.v)
			_, logged, _ := strings.Cut(out.String(), "msg=") // the time may have a 57 in it
			require.NotEmpty(t, logged)
			for _, secret := range []string{"velvet", "quarry", "57"} {
				require.NotContains(t, logged, secret)
			}
		})
	}
}

// A struct tag of an embedded struct speaks for the fields that it lends.
func TestStructTagOfAnEmbeddedStruct(t *testing.T) {
	const want = `{"A":"[REDACTED:rule]","B":"[REDACTED:rule]","Own":"north"}`
	v := taggedInside{inner{"velvet", "quarry"}, "north"}
	_, line := seenBy(t, v)
	require.Equal(t, `{"x":`+want+"}\n", line)
	any, err := json.Marshal(mustNew(t, nil).Any([]any{v, struct{ *taggedInside }{&v}}))
	require.NoError(t, err)
	require.Equal(t, "["+want+","+want+"]", string(any))
}
