package detect

import "strings"

// port finds what an error of net/url quotes as the port of a URL, and is none:
// where a password holds a slash, the rest of the URL from the password on is
// no userinfo.
func (r *run) port(d *Detector, end int) {
	const maxPort = 256
	quote := skipAny(r.text, end, " \\\"", 4)
	if quote == end || quote >= len(r.text) || r.text[quote] != ':' {
		return
	}
	from := quote + 1
	text := r.text[from:min(len(r.text), from+maxPort)]
	to := strings.Index(text, "\" after host")
	if to <= 0 || strings.IndexByte(text[:to], '\n') >= 0 {
		return
	}
	if text = strings.TrimRight(text[:to], "\\"); strings.Trim(text, "0123456789") != "" && !isPlaceholder(text) {
		r.add(from, from+len(text), d, Likely, byContext, maxValue)
	}
}
