package urlrules

import "bytes"

// nameClass says what a parameter's name says of its value.
type nameClass uint8

const (
	harmless   nameClass = iota
	password             // secret whatever the value
	secret               // secret unless the value is a word such as "true"
	identifier           // an access key id: not secret, but masked by convention
	contextual           // depends on the other parameters, the host or the value
	stopped              // looks like a secret, is none
)

const nameMax = 64

// normalName is a parameter name as the tables hold it: percent-decoded,
// lower-case, without punctuation.
type normalName struct {
	b    [nameMax]byte
	n    int
	last int // where the part after the last "[", "." or ":" begins
}

func (n *normalName) whole() []byte { return n.b[:n.n] }
func (n *normalName) tail() []byte  { return n.b[n.last:n.n] }

// Normalise returns a parameter name as the rules compare it.
func Normalise(name string) string {
	var n normalName
	n.set([]byte(name))
	return string(n.whole())
}

// set normalises raw. Of a name longer than nameMax it keeps the end, which is
// what the suffix rules read.
func (n *normalName) set(raw []byte) {
	n.n, n.last = 0, 0
	if len(raw) > nameMax && bytes.IndexByte(raw, '%') < 0 {
		raw = raw[len(raw)-nameMax:]
	}
	for i := 0; i < len(raw) && n.n < nameMax; {
		if c := raw[i]; c >= 'a' && c <= 'z' {
			n.b[n.n] = c
			n.n++
			i++
			continue
		}
		c, size := decoded(raw[i:])
		i += size
		switch {
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c == '[', c == '.', c == ':':
			if i < len(raw) {
				n.last = n.n
			}
			continue
		case c == '-', c == '_', c == ' ', c == '+', c == ']', c == '(', c == ')', c == '"', c == '\'', c == '?', c == '!', c == '$':
			continue
		case c == '@', c == '*', c == '/', c == '\\', c == '<', c == '>':
			n.n, n.last = 0, 0 // no name of a parameter
			return
		}
		n.b[n.n] = c
		n.n++
	}
}

// decoded reads one byte, percent-decoded up to three times, and its length.
func decoded(b []byte) (byte, int) {
	if b[0] != '%' {
		return b[0], 1
	}
	at := 1
	for range 2 {
		if !bytes.HasPrefix(b[at:], []byte("25")) {
			break
		}
		at += 2
	}
	if c, ok := hexPair(b[at:]); ok {
		return c, at + 2
	}
	return b[0], 1
}

// class looks the name up: first the whole of it, then its last part.
func (n *normalName) class(o *Options) nameClass {
	c := classOf(n.whole(), o)
	if c == harmless && n.last > 0 && n.last < n.n {
		c = classOf(n.tail(), o)
	}
	return c
}

func classOf(name []byte, o *Options) nameClass {
	if len(o.Allow) > 0 && contains(o.Allow, name) {
		return stopped
	}
	if len(name) > 0 {
		if c := exactClass(name); c != harmless {
			return c
		}
		if len(o.Names) > 0 && contains(o.Names, name) {
			return secret
		}
		return suffixClass(name)
	}
	return harmless
}

func contains(list []string, name []byte) bool {
	for _, s := range list {
		if string(name) == s {
			return true
		}
	}
	return false
}

// suffixes returns the endings with the last letter c of the names that are
// secret whatever stands before.
func suffixes(c byte) []string {
	switch c {
	case 'd':
		return suffixesD[:]
	case 'e':
		return suffixesE[:]
	case 'n':
		return suffixesN[:]
	case 't':
		return suffixesT[:]
	case 'y':
		return suffixesY[:]
	}
	return nil
}

var (
	suffixesD = [...]string{"password", "passwd", "pwd", "sessionid"}
	suffixesE = [...]string{"passphrase", "signature"}
	suffixesN = [...]string{"token"}
	suffixesT = [...]string{"secret"}
	suffixesY = [...]string{"apikey", "accesskey", "secretkey", "privatekey"}
)

// questions begin names that ask about a secret instead of giving it:
// has_password, no-token, requirePassword.
var questions = [...]string{"has", "is", "no", "require", "requires", "forgot", "need", "needs", "show", "lost", "reset", "change", "use", "max", "min"}

func suffixClass(name []byte) nameClass {
	for _, s := range suffixes(name[len(name)-1]) {
		if len(name) <= len(s) || string(name[len(name)-len(s):]) != s {
			continue
		}
		if asks(name[:len(name)-len(s)]) {
			return stopped
		}
		if s[0] == 'p' && s[len(s)-1] == 'd' {
			return password
		}
		return secret
	}
	return harmless
}

func asks(head []byte) bool {
	for _, q := range &questions {
		if string(head) == q {
			return true
		}
	}
	return false
}
