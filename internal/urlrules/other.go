package urlrules

// wifi reads the network configuration of a QR code whose "WIFI:" ends at i
// (WPA3 specification, section 7.1): WIFI:T:WPA;S:name;P:password;;. A backslash
// escapes. It returns its end.
func (e *engine) wifi(s *scanner, i int) int {
	b := s.v.b
	i++
	for i+1 < s.span.End && b[i] != ';' && b[i+1] == ':' {
		start, end := i+2, i+2
		for end < s.span.End && b[end] != ';' && b[end] >= ' ' {
			if b[end] == '\\' {
				end++
			}
			end++
		}
		end = min(end, s.span.End)
		if b[i]|0x20 == 'p' && e.reportable(b[start:end]) {
			e.add(s.v, Match{Start: start, End: end, NameStart: i, NameEnd: i + 1, Reason: "wifi.password", Component: Field, Kind: Parameter, Confidence: Proof})
		}
		i = end + 1
	}
	return min(i, s.span.End)
}

// netrc reads the lines of a .netrc file: machine NAME login NAME password WORD,
// in any number of lines.
func (e *engine) netrc(v *view) {
	var prev []byte
	host := false
	for i := 0; i < len(v.b); {
		for i < len(v.b) && v.b[i] <= ' ' {
			i++
		}
		w := segment{Start: i, End: spaceAfter(v.b, i, len(v.b))}
		i = w.End
		switch string(prev) {
		case "machine", "default":
			host = true
		case "login":
			if host && tokenUser(w.Of(v.b)) {
				e.netrcWord(v, w, UserName)
			}
		case "password":
			if host {
				e.netrcWord(v, w, Password)
			}
			host = false
		}
		prev = w.Of(v.b)
	}
}

func (e *engine) netrcWord(v *view, w segment, c Component) {
	if e.reportable(w.Of(v.b)) {
		e.add(v, Match{Start: w.Start, End: w.End, Reason: "netrc.password", Component: c, Kind: Userinfo, Confidence: Firm})
	}
}
