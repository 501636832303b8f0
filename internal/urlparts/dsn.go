package urlparts

import "bytes"

// Login holds the credentials of a data source name that is not a URL.
type Login struct {
	User, Password Span
	At             int // the "@" after them
}

// MySQL splits the credentials of a data source name of the Go MySQL driver,
// [user[:password]@][network[(address)]]/database?options, as the driver does:
// the last "/" begins the database, the last "@" before it ends the
// credentials, the first ":" ends the user.
func MySQL(b []byte, s Span) (Login, bool) {
	end := s.End
	if q := bytes.LastIndexByte(s.Of(b), ')'); q >= 0 {
		end = s.Start + q + 1
	} else if slash := bytes.LastIndexByte(s.Of(b), '/'); slash >= 0 {
		end = s.Start + slash
	}
	open := lastNetwork(b, s.Start, end)
	if open < 0 {
		return Login{}, false
	}
	return login(b, Span{s.Start, open}, ':'), true
}

// lastNetwork returns the last "@" that stands before "network(", or -1.
func lastNetwork(b []byte, start, end int) int {
	for i := end - 1; i >= start; i-- {
		if b[i] == '@' && (Network(b[i+1:end]) || address(b[i+1:])) {
			return i
		}
	}
	return -1
}

// address says whether b begins with "(address)/", as where the network is left
// out.
func address(b []byte) bool {
	return len(b) > 2 && b[0] == '(' && bytes.Contains(b[:min(len(b), 256)], []byte(")/"))
}

// Network says whether b begins with the network and the opening parenthesis of
// an address: "tcp(", "unix(", "cloudsql(".
func Network(b []byte) bool {
	for i, c := range b {
		if c == '(' {
			return i > 0
		}
		if i > 32 || !letter(c) && (c < '0' || c > '9') && c != '_' && c != '-' && c != '+' {
			return false
		}
	}
	return false
}

// Oracle splits user/password@address, as after "jdbc:oracle:thin:" or for
// SQL*Plus. Quotes protect slashes and at signs. The address, which follows the
// last "@", may hold none.
func Oracle(b []byte, s Span) (Login, bool) {
	at := lastAt(b, s.Start, s.End)
	if at < 0 {
		return Login{}, false
	}
	l := login(b, Span{s.Start, at}, '/')
	if s.Start < at && b[s.Start] == '"' {
		if q := bytes.IndexByte(b[s.Start+1:at], '"'); q >= 0 && b[min(s.Start+q+2, at)] == '/' {
			l.User.End = s.Start + q + 2
			l.Password.Start = l.User.End + 1
		}
	}
	return l, true
}

// login splits s at the first delimiter, see userEnd.
func login(b []byte, s Span, delimiter byte) Login {
	l := Login{User: s, Password: Span{s.End, s.End}, At: s.End}
	if i := userEnd(s.Of(b), delimiter); i >= 0 {
		l.User.End = s.Start + i
		l.Password.Start = s.Start + i + 1
	}
	return l
}
