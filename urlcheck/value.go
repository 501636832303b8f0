package urlcheck

import (
	"fmt"
	"log/slog"
)

// URL is a URL, data source name or connection string that prints masked in
// every form: String, every verb of fmt, JSON and other text encodings, slog.
// Only Reveal gives it out. The zero URL is empty.
type URL struct {
	get    func() string
	masked string
}

// Hide wraps raw.
func Hide(raw string) URL {
	return URL{get: func() string { return raw }, masked: Mask(raw)}
}

// Reveal returns the URL with its credentials.
func (u URL) Reveal() string {
	if u.get == nil {
		return ""
	}
	return u.get()
}

// String returns the masked URL.
func (u URL) String() string { return u.masked }

// Format writes the masked URL, quoted for %q and %#v.
func (u URL) Format(s fmt.State, verb rune) {
	if verb == 'q' || verb == 'v' && s.Flag('#') {
		fmt.Fprintf(s, "%q", u.masked)
		return
	}
	fmt.Fprint(s, u.masked)
}

// LogValue returns the masked URL.
func (u URL) LogValue() slog.Value { return slog.StringValue(u.masked) }

// MarshalText returns the masked URL: what is written down this way cannot be
// connected to. Persist Reveal where that is meant.
func (u URL) MarshalText() ([]byte, error) { return []byte(u.masked), nil }

// UnmarshalText wraps text, as for a configuration file.
func (u *URL) UnmarshalText(text []byte) error {
	*u = Hide(string(text))
	return nil
}
