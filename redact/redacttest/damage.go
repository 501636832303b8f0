package redacttest

import (
	"errors"
	"log/slog"
	"math/big"
	"time"
)

// DamageCases returns the cases of [Damage]: innocent content that handlers have
// been seen to change, lose or write twice.
func DamageCases() []Case {
	return []Case{
		same("path", "/v1/items/42"),
		same("UUID", "f47ac10b-58cc-4372-a567-0e02b2c3d479"),
		same("git commit", "4b825dc642cb6eb9a060e54bf8d69288fbee4904"),
		same("RFC 3339 time in a string", "2026-11-21T10:00:00Z"),
		same("order number of 16 digits that is no card number", "4242424242424241"),
		damage("key token_count", "a word in a key is not the key", []any{"token_count", 512},
			`"token_count":512`, "token_count=512"),
		damage("keys author and monkey", "a part of a word is not a word", []any{"author", "Ada", "monkey", "Abu"},
			`"author":"Ada","monkey":"Abu"`, "author=Ada monkey=Abu"),
		messageKept(),
		damage("rest of the error", "only the value goes", []any{"err", errors.New("user " + email + " not found")},
			`not found"`, ` not found"`),
		damage("shape of a struct", "consumers depend on names, types and order",
			[]any{"x", shaped{Z: 1, A: "by " + email, M: []int{1, 2}, Inner: &shaped{Z: 2}}},
			`"x":{"z":1,"a":"by `, "x=\"{Z:1 A:by "),
		damage("value with unexported state", "rebuilding a value loses what reflection cannot set",
			[]any{"x", big.NewInt(1 << 20)}, `"x":1048576`, "x=1048576"),
		{
			Name: "With attribute", Reason: "attributes given to With are written once", Once: []string{"r-7f"},
			Log: func(l *slog.Logger) { l.With("request_id", "r-7f").Info("event", "k", "v") },
		},
		damage("time and duration", "kinds are kept",
			[]any{"t", time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC), "d", 1500 * time.Millisecond},
			`"t":"2026-11-21T10:00:00Z","d":1500000000`, "t=2026-11-21T10:00:00.000Z d=1.5s"),
	}
}

type shaped struct {
	Z     int     `json:"z"`
	A     string  `json:"a,omitempty"`
	M     []int   `json:"m"`
	Inner *shaped `json:"inner,omitempty"`
}

func damage(name, reason string, args []any, inJSON, inText string) Case {
	c := attrs(name, reason, args)
	c.JSON, c.Text = []string{inJSON}, []string{inText}
	return c
}

func same(name, value string) Case {
	return damage(name, "looks like an identifier to a loose pattern", []any{"x", value},
		`"x":"`+value+`"`, "x="+value)
}

func messageKept() Case {
	c := message("rest of the message", "login of "+email+" from web refused")
	c.JSON = []string{`"msg":"login of `, ` from web refused"`}
	c.Text = []string{`msg="login of `, ` from web refused"`}
	return c
}
