package redacttest

import (
	"context"
	"log/slog"
	"slices"
)

// LeakCases returns the cases of [Leaks]. Each logs one secret where handlers
// have been seen to let one through.
func LeakCases() []Case {
	return slices.Concat(keyLeaks(), textLeaks(), errorLeaks(), structLeaks(), valueLeaks())
}

// leak makes a case of a record that holds secrets.
func leak(name, reason string, log func(*slog.Logger), secrets ...string) Case {
	return Case{Name: name, Reason: reason, Log: log, Secrets: secrets}
}

// attrs makes a case of a record with attributes.
func attrs(name, reason string, args []any, secrets ...string) Case {
	return leak(name, reason, func(l *slog.Logger) { l.Info("event", args...) }, secrets...)
}

func keyLeaks() []Case {
	pw, few := password(), short()
	const keyed = "the key says what the value is"
	return []Case{
		attrs("key password", keyed, []any{"password", pw}, pw),
		attrs("key password, short value", "keeping the first or last 4 of 6 characters shows most of it",
			[]any{"password", few}, quarters(few)...),
		attrs("key PASSWORD", "names come in any letter case", []any{"PASSWORD", pw}, pw),
		attrs("key userPassword", "names are made of words", []any{"userPassword", pw, "db_password", pw}, pw),
		attrs("key password, number", "a secret need not be a string", []any{"password", 902617}, "902617"),
		attrs("group, key password", "groups nest", []any{slog.Group("user", "password", pw)}, pw),
		leak("With key password", "attributes given to With are written too",
			func(l *slog.Logger) { l.With("password", pw).Info("event") }, pw),
		leak("WithGroup, key password", "groups opened on the logger nest",
			func(l *slog.Logger) { l.WithGroup("user").Info("event", "password", pw) }, pw),
		leak("WithGroup password", "the name of a group speaks for everything in it",
			func(l *slog.Logger) { l.WithGroup("password").Info("event", "value", pw) }, pw),
		attrs("LogValuer, key password", "a LogValuer may return a group", []any{"user", account{pw}}, pw),
		attrs("LogValuer in a slice", "slog does not resolve a LogValuer inside other values",
			[]any{"users", []handle{handle(opaque())}}, opaque()),
	}
}

// account logs itself as a group.
type account struct{ Password string }

func (a account) LogValue() slog.Value {
	return slog.GroupValue(slog.String("name", "alice"), slog.String("password", a.Password))
}

// handle is a secret by its type: only its LogValue method says so.
type handle string

func (handle) LogValue() slog.Value { return slog.StringValue("hidden") }

func textLeaks() []Case {
	pw, tok, key := password(), token(), opaque()
	block, lines := pem()
	const split = "4242\u200b4242\u200b4242\u200b4242"
	return []Case{
		message("e-mail in the message", "welcome "+email+" back", email, emailLocal),
		message("token in the message", "cloning with "+tok+" failed", tok, tok[4:]),
		message("assignment in the message", "connecting with password="+pw+" to db", pw),
		message("bearer token in the message", "sent Authorization: Bearer "+jwt(), jwt()),
		text("private key", "a secret may span lines", "loaded "+block, lines...),
		text("e-mail under an innocent key", "the key does not tell", "note by "+email, email),
		attrs("e-mail in a group", "the key does not tell, one level down",
			[]any{slog.Group("g", "note", "by "+email)}, email),
		leak("With e-mail", "attributes given to With are written too",
			func(l *slog.Logger) { l.With("note", "by "+email).Info("event") }, email),
		text("credentials in a URL", "userinfo is part of a URL", "https://bob:"+pw+"@db.example.com/x", pw),
		text("token in a query", "query parameters are fields", "https://api.example.com/v1?page=2&access_token="+key, key),
		text("DSN of pairs", "connection strings are fields", "host=db.example.com user=app password="+pw+" dbname=x", pw),
		text("JSON in a string", "text may hold text of another kind", `{"name":"alice","password":"`+pw+`"}`, pw),
		text("percent-encoded e-mail", "text may be encoded", "/search?q=alice.doe%40example.com&page=1", "alice.doe"),
		text("Unicode e-mail", "addresses need not be ASCII (RFC 6531)", "note by "+unicodeEmail, unicodeEmail, "müller@", "bücher.example"),
		text("zero-width spaces in a card number", "what cannot be seen is copied along",
			"paid with "+split, split, "4242\\u200b4242", "4242\\u200B4242", card),
		attrs("e-mail as key", "a key may hold data", []any{email, 1}, email),
		attrs("card number as integer", "an identifier may be a number", []any{"n", int64(4242424242424242)}, card, "4.242424242424242e"),
	}
}

func message(name, msg string, secrets ...string) Case {
	return leak(name, "the message is text as any other",
		func(l *slog.Logger) { l.LogAttrs(context.Background(), slog.LevelInfo, msg) }, secrets...)
}

func text(name, reason, value string, secrets ...string) Case {
	return attrs(name, reason, []any{"x", value}, secrets...)
}
