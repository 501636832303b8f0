package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// dots looks for a public IPv4 address at start. By itself it is one if it does
// not read like a version or an object identifier, whose parts are small, and is
// not the address of a network.
func (r *run) dots(start int) {
	if strings.HasPrefix(r.text[start:], "10.") {
		return // private, and most that there are
	}
	d := r.finder(findIPv4)
	a, end := quad(r.text, start)
	if d == nil || end < 0 || !loneIPv4(a) || !scan.Bounded(r.text, start, end) {
		return
	}
	if start > 1 && r.text[start-1] == ':' && (r.text[start-2] == ':' || isHex(r.text[start-2])) && r.colons(start-1) {
		return // the end of an IPv6 address
	}
	if !startsVersion(r.text, start) && !continues(r.text, end, a[3] == 0) {
		r.add(start, end, d, Likely, byPattern, end-start)
	}
}

// quad reads an IPv4 address at i and returns its end, or -1.
func quad(text string, i int) (a [4]uint8, end int) {
	for part := range a {
		n, from := 0, i
		for ; i < len(text) && scan.IsDigit(text[i]) && i-from < 3; i++ {
			n = n*10 + int(text[i]-'0')
		}
		if i == from || n > 255 || text[from] == '0' && i-from > 1 {
			return a, -1
		}
		a[part] = uint8(n)
		if part == len(a)-1 {
			break
		}
		if i == len(text) || text[i] != '.' {
			return a, -1
		}
		i++
	}
	return a, i
}

// loneIPv4 reports whether an address is public and of one machine, with a part
// that versions seldom have, and with parts before it that are not as small as
// theirs and those of object identifiers.
func loneIPv4(a [4]uint8) bool {
	const high, low, multicast = 100, 32, 224
	return (a[0] >= high || a[1] >= high || a[2] >= high || a[3] >= high) && a[0] > 2 && (a[0] >= low || a[1] >= low) &&
		a[0] < multicast && publicIPv4(a)
}

// continues reports whether an address that ends at end goes on as a version or as
// a range of addresses does: that of a network is none of somebody's.
func continues(text string, end int, network bool) bool {
	return end < len(text) && (text[end] == '-' || text[end] == '_' || text[end] == '/' && network)
}

// startsVersion reports whether what stands before i says that a version follows.
func startsVersion(text string, i int) bool {
	end := i
	for end > 0 && i-end < 3 && strings.IndexByte(" :=\"'", text[end-1]) >= 0 {
		end--
	}
	if end == i {
		return i > 0 && strings.IndexByte("-_", text[i-1]) >= 0
	}
	var space [16]byte
	start := end
	for start > 0 && end-start < len(space) && scan.IsLetter(text[start-1]) {
		start--
	}
	switch string(lowerInto(space[:0], text[start:end])) {
	case "v", "ver", "version", "release", "build", "firmware", "driver", "kernel", "oid", "tag", "revision":
		return true
	}
	return false
}

// colons looks for the IPv6 or MAC address that the group at position at is in,
// and reports whether there is one.
func (r *run) colons(at int) bool {
	joint := jointAt(r.text, at)
	if at < r.afterGroups || joint == 0 {
		return false
	}
	start, end := groupsAround(r.text, at, joint)
	r.afterGroups = end
	start, end = trimGroups(r.text, start, end, joint)
	if start > 0 && inWord(r.text[start-1]) || end < len(r.text) && inWord(r.text[end]) {
		return false
	}
	value := r.text[start:end]
	d := r.finder(findMAC)
	if !isMAC(value) {
		if joint != ':' || !loneIPv6(value) || strings.HasSuffix(value, "::") && end < len(r.text) && r.text[end] == '/' {
			return false
		}
		d = r.finder(findIPv6)
	}
	if d == nil || d.Verify(value) == Invalid {
		return false
	}
	r.add(start, end, d, Likely, byPattern, end-start)
	return true
}

// jointAt returns what stands behind the hexadecimal digits at i if it may join the
// groups of an address, or 0.
func jointAt(text string, i int) byte {
	for i < len(text) && isHex(text[i]) {
		i++
	}
	if i < len(text) && (text[i] == ':' || text[i] == '-') {
		return text[i]
	}
	return 0
}

func inWord(b byte) bool { return scan.IsAlnum(b) || b == '_' }

// groupsAround widens position at to the groups of hexadecimal digits around it.
// The last of an IPv6 address may be an IPv4 address.
func groupsAround(text string, at int, joint byte) (start, end int) {
	const most = 48
	start, end = at, at
	for start > 0 && at-start < most && (isHex(text[start-1]) || text[start-1] == joint) {
		start--
	}
	for end < len(text) && end-at < most && (isHex(text[end]) || text[end] == joint || text[end] == '.' && joint == ':') {
		end++
	}
	return start, end
}

// trimGroups leaves a single joint at either end out, and a full stop.
func trimGroups(text string, start, end int, joint byte) (int, int) {
	gap := string([]byte{joint, joint})
	if start < end && text[start] == joint && !strings.HasPrefix(text[start:end], gap) {
		start++
	}
	for end > start && (text[end-1] == '.' || text[end-1] == joint && !strings.HasSuffix(text[start:end], gap)) {
		end--
	}
	return start, end
}

// loneIPv6 reports whether an address begins as those do that are somebody's, with
// four digits or the prefix of those that hold an IPv4 address, and not as the
// name of a class or a moment in time may.
func loneIPv6(value string) bool {
	if strings.HasPrefix(value, "::ffff:") || strings.HasPrefix(value, "64:ff9b::") {
		return true
	}
	return strings.IndexByte(value, ':') == 4 && scan.IsDigit(value[0])
}

// isMAC reports whether value is six pairs with one kind of joint.
func isMAC(value string) bool {
	const size = 6*3 - 1
	if len(value) != size {
		return false
	}
	for i := range size {
		if i%3 == 2 && value[i] != value[2] || i%3 != 2 && !isHex(value[i]) {
			return false
		}
	}
	return true
}
