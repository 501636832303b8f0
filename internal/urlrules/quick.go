package urlrules

// plainBytes may stand in a path or a value that only tokens make interesting.
var plainBytes = [256]bool{
	'a': true, 'b': true, 'c': true, 'd': true, 'e': true, 'f': true, 'g': true, 'h': true, 'i': true, 'j': true, 'k': true, 'l': true, 'm': true,
	'n': true, 'o': true, 'p': true, 'q': true, 'r': true, 's': true, 't': true, 'u': true, 'v': true, 'w': true, 'x': true, 'y': true, 'z': true,
	'A': true, 'B': true, 'C': true, 'D': true, 'E': true, 'F': true, 'G': true, 'H': true, 'I': true, 'J': true, 'K': true, 'L': true, 'M': true,
	'N': true, 'O': true, 'P': true, 'Q': true, 'R': true, 'S': true, 'T': true, 'U': true, 'V': true, 'W': true, 'X': true, 'Y': true, 'Z': true,
	'0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true, '-': true, '.': true, '_': true, '~': true, ',': true,
}

// Segments of a path and values of a query up to these lengths are too short
// for every rule that looks at their shape.
const (
	shortSegment = 9
	shortValue   = 15
)

// ordinary says, from one pass, that raw is a web URL that no rule can apply
// to. False says nothing. It is there for speed: the rules alone give the same
// results.
func ordinary(raw string) bool {
	i := 0
	switch {
	case len(raw) > 8 && raw[:8] == "https://":
		i = 8
	case len(raw) > 7 && raw[:7] == "http://":
		i = 7
	default:
		return false
	}
	i, ok := ordinaryHost(raw, i)
	if !ok {
		return false
	}
	for i < len(raw) && raw[i] == '/' {
		start := i + 1
		for i = start; i < len(raw) && plainBytes[raw[i]]; i++ {
		}
		if i-start > shortSegment && !slug(raw[start:i]) {
			return false
		}
	}
	return i == len(raw) || raw[i] == '?' && ordinaryQuery(raw, i+1)
}

// ordinaryHost passes over a host in lower case whose domain has no rules, and
// its port.
func ordinaryHost(raw string, start int) (int, bool) {
	i := start
	for i < len(raw) && (plainBytes[raw[i]] && (raw[i] < 'A' || raw[i] > 'Z')) {
		i++
	}
	host := raw[start:i]
	if len(host) == 0 || host[len(host)-1] == '.' || hostRules(lastLabels(host)) != nil {
		return 0, false
	}
	if i < len(raw) && raw[i] == ':' {
		for i++; i < len(raw) && raw[i] >= '0' && raw[i] <= '9'; i++ {
		}
	}
	return i, true
}

// lastLabels returns the last two labels of host.
func lastLabels[S string | []byte](host S) S {
	dots := 0
	for i := len(host) - 1; i >= 0; i-- {
		if host[i] == '.' {
			if dots++; dots == 2 {
				return host[i+1:]
			}
		}
	}
	return host
}

// slug says whether a segment is words of letters: short enough and without
// digits, so that it cannot be a token.
func slug(s string) bool {
	if len(s) >= 20 {
		return false
	}
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			return false
		}
	}
	return true
}

// ordinaryQuery says that no parameter from i on can be a secret.
func ordinaryQuery(raw string, i int) bool {
	for i < len(raw) {
		start := i
		for i < len(raw) && plainBytes[raw[i]] {
			i++
		}
		if i == len(raw) || raw[i] != '=' || !harmlessEnding(raw[start:i]) {
			return false
		}
		i++
		start = i
		for i < len(raw) && plainBytes[raw[i]] {
			i++
		}
		if i-start > shortValue || i < len(raw) && raw[i] != '&' {
			return false
		}
		i++
	}
	return true
}
