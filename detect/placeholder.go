package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// isPlaceholder reports whether a value only holds the place of one: masked,
// redacted, to be filled in, or a word of the language it stands in.
func isPlaceholder(value string) bool {
	if len(value) > 1 && repeats(value) || len(value) == 1 && !scan.IsLetter(value[0]) || masked(value) {
		return true
	}
	switch value[0] {
	case '<', '[', '{', '$', '%', '(':
		return closesLike(value) || isVariable(value)
	}
	var space [32]byte
	low := lowerInto(space[:0], value)
	return holdsPlace(low) || holdsPart(low)
}

// placeParts are parts of values that hold the place of one, by their first byte.
var placeParts = ['z' + 1][]string{
	'.': {"..."},
	'c': {"changeme", "change_me", "change-me"},
	'd': {"dummy"},
	'e': {"example"},
	'f': {"fake"},
	'i': {"insert_", "insert-"},
	'n': {"notasecret", "not_a_", "not-a-"},
	'p': {"placeholder"},
	'r': {"redacted", "replace_", "replace-", "replaceme"},
	's': {"sample"},
	'x': {"xxxx"},
	'y': {"your_", "your-", "yourpass", "yourapi", "yourtoken", "yoursecret"},
}

// holdsPart reports whether a value in lower case has one of placeParts.
func holdsPart(value []byte) bool {
	for i, b := range value {
		if int(b) >= len(placeParts) {
			continue
		}
		for _, part := range placeParts[b] {
			if rest := value[i:]; len(rest) >= len(part) && string(rest[:len(part)]) == part {
				return true
			}
		}
	}
	return false
}

// isVariable reports whether value is a variable of a shell or of PHP, or the
// beginning of an expression with one: a dollar sign and what names are made of.
func isVariable(value string) bool {
	if value[0] != '$' || strings.HasPrefix(value, "$2") || strings.HasPrefix(value, "$argon") || strings.HasPrefix(value, "$6") {
		return false
	}
	for i := 1; i < len(value); i++ {
		if b := value[i]; !scan.IsAlnum(b) && b != '_' {
			return strings.IndexByte("{([.:-$?/@\\", b) >= 0
		}
	}
	return true
}

// lowerInto appends the first 32 bytes of value in lower case.
func lowerInto(dst []byte, value string) []byte {
	for i := range min(len(value), 32) {
		dst = append(dst, scan.Lower(value[i]))
	}
	return dst
}

// masked reports whether value is made of the signs that masks are made of, but
// for at most four characters left readable at either end.
func masked(value string) bool {
	signs := 0
	for i := range len(value) {
		if b := value[i]; b == '*' || b == '#' || b == '.' || b == '_' || b == '-' || b|0x20 == 'x' {
			signs++
		}
	}
	return signs >= 3 && signs >= len(value)-4 || strings.Contains(value, "***")
}

// closesLike reports whether a value that begins with a bracket ends with its
// partner, or is cut before it.
func closesLike(value string) bool {
	last := value[len(value)-1]
	switch value[0] {
	case '<':
		return last == '>'
	case '[':
		return last == ']' || strings.HasPrefix(value, "[REDACTED")
	case '{':
		return last == '}' || strings.HasPrefix(value, "{{")
	case '%':
		return last == '%' || closesEncoded(value)
	case '(':
		return last == ')'
	}
	return false
}

// closesEncoded reports whether percent-encoded brackets or stars stand around
// value.
func closesEncoded(value string) bool {
	n := len(value) - 2
	if n < 4 || value[n-1] != '%' {
		return false
	}
	switch strings.ToUpper(value[1:3] + value[n:]) {
	case "5B5D", "3C3E", "7B7D", "2A2A", "2829":
		return true
	}
	return false
}

// holdsPlace reports whether a value in lower case is a word that stands where a
// secret would.
func holdsPlace(value []byte) bool {
	switch string(value) {
	case "null", "none", "nil", "true", "false", "undefined", "unset", "unknown", "empty", "blank", "default", "string",
		"str", "text", "int", "integer", "number", "boolean", "bool", "object", "array", "any", "password", "passwd",
		"passphrase", "pass", "secret", "token", "key", "apikey", "api_key", "value", "values", "secrets", "credentials",
		"credential", "optional", "required", "input", "hidden", "masked", "sensitive", "encrypted", "hashed", "todo",
		"tbd", "fixme", "n/a", "na", "test", "testing", "sample", "foo", "bar", "baz", "foobar", "user", "username",
		"admin", "root", "yes", "no", "on", "off", "bearer", "basic", "digest", "negotiate", "ntlm", "oauth", "oauth2",
		"incorrect", "invalid", "expired", "missing", "wrong", "failed", "error", "success", "ok", "enabled", "disabled",
		"correct", "accepted", "rejected", "changed", "updated", "reset", "sent", "provided", "not_set", "notset",
		"environment", "env", "file", "vault", "prompt", "stdin", "plaintext", "plain", "deleted", "revoked", "removed",
		"fetch", "deny", "delete", "option", "options", "when", "will", "must", "should", "with", "from", "this", "that", "the", "and", "for":
		return true
	}
	return false
}

// references are what values begin with that say where a secret is kept, in lower
// case, by their first byte.
var references = ['~' + 1][]string{
	'!':  {"!sub", "!ref", "!vault"},
	'#':  {"#{"},
	'$':  {"${", "$(", "$ansible_vault"},
	'%':  {"%{"},
	'.':  {"./", "../"},
	'/':  {"/run/", "/etc/", "/var/", "/dev/"},
	'<':  {"<%"},
	'@':  {"@microsoft.keyvault"},
	'\\': {"\\$"},
	'a':  {"arn:"},
	'e':  {"env:", "enc[", "enc("},
	'f':  {"file:"},
	'h':  {"http://", "https://"},
	'm':  {"md5:"},
	'o':  {"op://"},
	'p':  {"projects/"},
	'r':  {"ref+"},
	's':  {"ssm:", "secret:", "secretstring:", "sha1:", "sha256:", "sha512:"},
	'v':  {"vault:"},
	'{':  {"{{", "{cipher}"},
	'~':  {"~/"},
}

// isReference reports whether a value says where a secret is kept, instead of
// being one: an interpolation, a path, an ARN, an expression in code.
func isReference(value string) bool {
	if first := scan.Lower(value[0]); int(first) < len(references) {
		for _, p := range references[first] {
			if hasPrefixFold(value, p) {
				return true
			}
		}
	}
	if strings.Contains(value, "${") || strings.Contains(value, "{{") || strings.Contains(value, "(") && isExpression(value) {
		return true
	}
	if value[0] == '(' && scan.IsLetter(value[len(value)-1]) || value[len(value)-1] == '(' || strings.HasSuffix(value, "($") {
		return true // a cast, or a call that is cut
	}
	return isPath(value) || isFilePath(value) || isAccountLine(value) || isLiteral(value)
}

// isLiteral reports whether value is a piece of a program or of a manifest that no
// secret looks like: a number in hexadecimal or with an exponent, bytes that are
// escaped, an address or a pointer, the beginning of a block, an index, a range of
// versions, an anchor.
func isLiteral(value string) bool {
	const maxNumber = 18
	rest := value[1:]
	switch value[0] {
	case '0':
		return len(value) <= maxNumber && len(value) > 2 && value[1]|0x20 == 'x' && strings.Trim(value[2:], "0123456789abcdefABCDEF_") == ""
	case '\\':
		return rest != "" && (rest[0] == 'x' || rest[0] == 'u')
	case '&', '*', '#':
		return rest != "" && scan.IsLetter(rest[0]) && strings.Trim(rest, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.") == ""
	case '^', '~':
		return strings.Trim(rest, "0123456789.") == "" && strings.Count(rest, ".") == 2
	case '%':
		return rest != "" && strings.IndexByte("sqvdx", rest[0]) >= 0 && (len(rest) == 1 || !scan.IsAlnum(rest[1]))
	}
	last := value[len(value)-1]
	if value[0] == ' ' && last == ' ' || strings.IndexByte(value, ':') > 0 && strings.Trim(value, "0123456789:") == "" {
		return true // what stands between two quoted words, a line and a column
	}
	index := strings.IndexByte(value, '[')
	return last == '{' || index > 0 && wordOnly(value[:index]) && (last == ']' || strings.IndexByte(value, ']') < 0) && scan.IsLetter(value[min(index+1, len(value)-1)]) || isExponent(value)
}

// isExponent reports whether value is a floating-point number with an exponent.
func isExponent(value string) bool {
	value = strings.TrimPrefix(value, "-")
	mantissa, exponent, ok := strings.Cut(value, "e")
	return ok && strings.Trim(mantissa, "0123456789.") == "" && strings.Trim(exponent, "+-0123456789") == "" && strings.Contains(mantissa, ".")
}

// isFilePath reports whether value is an absolute path of two names or more in
// lower case, which random values are not.
func isFilePath(value string) bool {
	slashes := 0
	for i := range len(value) {
		switch b := value[i]; {
		case b == '/':
			slashes++
		case b-'a' < 26 || scan.IsDigit(b) || b == '.' || b == '_' || b == '-':
		default:
			return false
		}
	}
	return value[0] == '/' && slashes >= 2
}

// isAccountLine reports whether value is the rest of a line of passwd(5), whose
// password is kept in another file.
func isAccountLine(value string) bool {
	return len(value) > 2 && value[0] == 'x' && value[1] == ':' && scan.IsDigit(value[2])
}

// isExpression reports whether value calls a function.
func isExpression(value string) bool {
	i := strings.IndexByte(value, '(')
	return i > 0 && isPath(value[:i]) || i > 1 && wordOnly(value[:i])
}

// isPath reports whether value is a dotted or arrowed path of names, as in
// settings.SECRET_KEY or user->password.
func isPath(value string) bool {
	dots := 0
	for i := range len(value) {
		b := value[i]
		switch {
		case b == '.' && i > 0 && i < len(value)-1:
			dots++
		case scan.IsLetter(b) || b == '_' || b == '[' || b == ']' || b == '>' && i > 0 && value[i-1] == '-' || b == '-' && i+1 < len(value) && value[i+1] == '>':
		default:
			return false
		}
	}
	return dots > 0 || strings.Contains(value, "->") || strings.Contains(value, "[")
}

func wordOnly(s string) bool {
	for i := range len(s) {
		if !scan.IsLetter(s[i]) && s[i] != '_' {
			return false
		}
	}
	return true
}
