// Package redacthttp gives requests, responses and headers of net/http a form
// in which they can be logged: a slog group, redacted.
//
//	logger.Info("request", "request", redacthttp.Request(req, nil))
//
// The values redact themselves, so they are safe with any slog handler, and
// they cost nothing where the record is not written. Bodies are never read.
// The package stands apart because net/http makes programs larger by half.
package redacthttp

import (
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"github.com/fieldsafe/fieldsafe/redact"
)

// Request returns a value that logs req as a group: method, URL, protocol, host,
// length in bytes (-1: unknown), headers, the pattern it was routed by and the
// remote address. A request that is logged later must not be changed until
// then. A nil r stands for the default options.
func Request(req *http.Request, r *redact.Redactor) slog.LogValuer {
	return value(func() slog.Value {
		if req == nil {
			return slog.AnyValue(nil)
		}
		attrs := []slog.Attr{
			slog.String("method", r.String(req.Method)),
			slog.Any("url", URL(req.URL, r)),
			slog.String("proto", r.String(req.Proto)),
			slog.String("host", r.String(req.Host)),
			slog.Int64("length", req.ContentLength),
			slog.Any("headers", Header(req.Header, r)),
		}
		for _, a := range []struct{ name, text string }{{"pattern", req.Pattern}, {"remote", req.RemoteAddr}} {
			if a.text != "" {
				attrs = append(attrs, slog.String(a.name, r.Field(a.name, a.text)))
			}
		}
		return slog.GroupValue(attrs...)
	})
}

// Response returns a value that logs resp as a group: status, protocol, length
// in bytes (-1: unknown) and headers. A nil r stands for the default options.
func Response(resp *http.Response, r *redact.Redactor) slog.LogValuer {
	return value(func() slog.Value {
		if resp == nil {
			return slog.AnyValue(nil)
		}
		return slog.GroupValue(
			slog.Int("status", resp.StatusCode),
			slog.String("proto", r.String(resp.Proto)),
			slog.Int64("length", resp.ContentLength),
			slog.Any("headers", Header(resp.Header, r)),
		)
	})
}

// Header returns a value that logs h as a group, see [redact.Redactor.Header],
// by name; a name that came several times has a list. A nil r stands for the
// default options.
func Header(h http.Header, r *redact.Redactor) slog.LogValuer {
	return value(func() slog.Value {
		attrs := make([]slog.Attr, 0, len(h))
		for _, name := range slices.Sorted(maps.Keys(h)) {
			values := make([]string, len(h[name]))
			for i, v := range h[name] {
				values[i] = r.Header(name, v)
			}
			shown := slog.AnyValue(values)
			if len(values) == 1 {
				shown = slog.StringValue(values[0])
			}
			attrs = append(attrs, slog.Attr{Key: r.String(name), Value: shown})
		}
		return slog.GroupValue(attrs...)
	})
}

// URL returns a value that logs u as [redact.Redactor.URL] writes it. A nil r
// stands for the default options.
func URL(u *url.URL, r *redact.Redactor) slog.LogValuer {
	return value(func() slog.Value {
		if u == nil {
			return slog.AnyValue(nil)
		}
		return slog.StringValue(r.URL(u.String()))
	})
}

// value makes a value when it is written. What it is made of is out of reach of
// fmt and reflection.
type value func() slog.Value

// LogValue returns the value.
func (v value) LogValue() slog.Value { return v() }

// String returns the value as text.
func (v value) String() string { return v().String() }
