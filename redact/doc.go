// Package redact replaces the sensitive bytes of text, log records and values,
// and leaves every other byte as it is.
//
//   - [NewHandler] wraps a slog handler.
//   - [NewWriter], [Redactor.LineWriter], [Redactor.JSONWriter], [Redactor.Reader] and
//     [Redactor.Transformer] redact streams: NDJSON, logfmt,
//     plain text, stack traces.
//   - [Redactor.String], [Redactor.Append], [Redactor.Field], [Redactor.Any],
//     [Redactor.Error] and [Redactor.Attr] redact one text or value.
//   - [Secret] holds a value that shows itself nowhere.
//
// What is sensitive is decided by a [detect.Scanner], by rules for names
// ([Options].Keys) and by struct tags. What stands in place of it is decided by
// a [Replacer]: [Label] by default, which writes [REDACTED:us_ssn], with the ID
// of the detector.
//
// Text is read as what it holds: the members of JSON objects within it by their names,
// what is nested in them by the names further out, pairs of a name and a value in
// either order, form data, data source names, headers, commands, statements of SQL. Text
// that is compressed, encrypted or in base 16 is not; nor is base64, but behind the
// keywords of numbers and credentials, and of literals.
//
// Redacting is idempotent: labels, masks and pseudonyms are not redacted again.
// Where nothing is found, the same string, record or value is handed on and
// nothing is allocated. Where looking into a value fails (a method panics, it
// is nested without end, it is beyond the bound on work), a fixed marker is
// written, never the value: [REDACTED:unreadable], [REDACTED:depth],
// [REDACTED:size].
package redact
