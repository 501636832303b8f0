package urlrules

import "bytes"

// alphabet names the bytes a token's body may hold.
type alphabet uint8

const (
	alnum  alphabet = iota // letters and digits
	word                   // and - _
	dotted                 // and .
	hexes                  // lower-case hexadecimal
	uppers                 // capital letters and digits
)

func (a alphabet) holds(c byte) bool {
	switch {
	case c >= '0' && c <= '9':
		return true
	case c >= 'a' && c <= 'z':
		return a != uppers && (a != hexes || c <= 'f')
	case c >= 'A' && c <= 'Z':
		return a != hexes
	case c == '-', c == '_':
		return a == word || a == dotted
	case c == '.':
		return a == dotted
	}
	return false
}

// shape is a token that is known by its prefix and the length of its body.
type shape struct {
	prefix   string
	min, max int // bytes of the body; 0 is no limit
	body     alphabet
	reason   string
}

// Shapes, by the first byte of the prefix. The formats are published by the
// vendors that issue them.
var (
	shapesUpper = [...]shape{
		{"AKIA", 16, 16, uppers, "value.aws"}, {"ASIA", 16, 16, uppers, "value.aws"},
		{"AIza", 35, 35, word, "value.google"}, {"EAA", 40, 0, alnum, "value.facebook"},
		{"NRAK-", 20, 0, word, "value.newrelic"}, {"PMAK-", 20, 0, word, "value.postman"},
		{"SG.", 20, 0, dotted, "value.sendgrid"},
	}
	shapesG = [...]shape{
		{"ghp_", 16, 0, word, "value.github"}, {"gho_", 16, 0, word, "value.github"},
		{"ghu_", 16, 0, word, "value.github"}, {"ghs_", 16, 0, dotted, "value.github"},
		{"ghr_", 16, 0, word, "value.github"}, {"github_pat_", 20, 0, word, "value.github"},
		{"glpat-", 16, 0, dotted, "value.gitlab"}, {"gldt-", 16, 0, word, "value.gitlab"},
		{"glrt-", 16, 0, dotted, "value.gitlab"}, {"glcbt-", 16, 0, dotted, "value.gitlab"},
		{"glptt-", 16, 0, word, "value.gitlab"}, {"glft-", 16, 0, word, "value.gitlab"},
	}
	shapesLower = [...]shape{
		{"npm_", 30, 0, alnum, "value.npm"}, {"pypi-AgEI", 16, 0, word, "value.pypi"},
		{"rubygems_", 32, 0, hexes, "value.rubygems"}, {"xapp-", 16, 0, word, "value.slack"},
		{"hf_", 30, 0, alnum, "value.huggingface"}, {"dop_v1_", 32, 0, hexes, "value.digitalocean"},
		{"shpat_", 32, 32, hexes, "value.shopify"}, {"shpss_", 32, 32, hexes, "value.shopify"},
		{"squ_", 30, 0, alnum, "value.sonarqube"}, {"sqp_", 30, 0, alnum, "value.sonarqube"},
		{"lin_api_", 30, 0, alnum, "value.linear"}, {"figd_", 20, 0, word, "value.figma"},
		{"hvs.", 20, 0, word, "value.vault"}, {"dapi", 32, 32, hexes, "value.databricks"},
		{"ya29.", 20, 0, dotted, "value.google"}, {"whsec_", 20, 0, word, "value.stripe"},
		{"dckr_pat_", 20, 0, word, "value.docker"}, {"xkeysib-", 32, 0, word, "value.brevo"},
		{"secret_", 32, 0, alnum, "value.notion"}, {"atlasv1.", 20, 0, word, "value.terraform"},
	}
	shapesS = [...]shape{
		{"sk_live_", 16, 0, alnum, "value.stripe"}, {"rk_live_", 16, 0, alnum, "value.stripe"},
		{"sk_test_", 16, 0, alnum, "value.stripe"}, {"sk-ant-", 20, 0, word, "value.anthropic"},
		{"sk-proj-", 20, 0, word, "value.openai"}, {"sk-", 20, 0, alnum, "value.openai"},
	}
)

// tokenShape returns the reason code of the token that v is, or "".
func tokenShape(v []byte) string {
	if len(v) < 20 {
		if len(v) >= 12 && v[0]|0x20 == 'b' {
			return headerValue(v)
		}
		return ""
	}
	switch v[0] {
	case 'A', 'E', 'N', 'P', 'S':
		return matchShape(v, shapesUpper[:])
	case 'g':
		return matchShape(v, shapesG[:])
	case 's', 'r':
		if r := matchShape(v, shapesS[:]); r != "" {
			if string(v[:3]) == "sk-" && !bytes.ContainsAny(v, "0123456789") {
				return "" // words
			}
			return r
		}
		return matchShape(v, shapesLower[:])
	case 'n', 'p', 'h', 'd', 'l', 'f', 'y', 'w', 'a':
		return matchShape(v, shapesLower[:])
	case 'x':
		if slackToken(v) {
			return "value.slack"
		}
		return matchShape(v, shapesLower[:])
	case 'e':
		if jwt(v) {
			return "value.jwt"
		}
	case '1':
		if bytes.HasPrefix(v, []byte("1//0")) && len(v) >= 30 && all(v[4:], word) {
			return "value.google"
		}
		return telegram(v)
	case '0', '2', '3', '4', '5', '6', '7', '8', '9':
		return telegram(v)
	case '-', 'L':
		if bytes.HasPrefix(v, []byte("-----BEGIN")) || bytes.HasPrefix(v, []byte("LS0tLS1CRUdJTi")) {
			return "value.key"
		}
	case 'B', 'b':
		return headerValue(v)
	}
	return ""
}

func matchShape(v []byte, list []shape) string {
	for i := range list {
		s := &list[i]
		n := len(v) - len(s.prefix)
		if n < s.min || s.max > 0 && n > s.max || string(v[:len(s.prefix)]) != s.prefix {
			continue
		}
		if all(v[len(s.prefix):], s.body) {
			return s.reason
		}
	}
	return ""
}

func all(v []byte, a alphabet) bool {
	for _, c := range v {
		if !a.holds(c) {
			return false
		}
	}
	return true
}

// slackToken recognises xox?-… with at least one digit.
func slackToken(v []byte) bool {
	return v[1] == 'o' && v[2] == 'x' && v[4] == '-' && all(v[5:], word) && bytes.ContainsAny(v[5:], "0123456789")
}

// jwt recognises a JSON web token (RFC 7519): eyJ….eyJ….signature, or the five
// parts of an encrypted one (RFC 7516). A single part is only JSON.
func jwt(v []byte) bool {
	if v[1] != 'y' || v[2] != 'J' || !all(v, dotted) {
		return false
	}
	dots := bytes.Count(v, []byte{'.'})
	first := bytes.IndexByte(v, '.')
	return dots == 4 || dots == 2 && bytes.HasPrefix(v[first+1:], []byte("eyJ"))
}

// telegram recognises a bot token: 8 to 10 digits, a colon (%3A), 35 bytes.
func telegram(v []byte) string {
	i := 0
	for i < len(v) && v[i] >= '0' && v[i] <= '9' {
		i++
	}
	rest := v[i:]
	switch {
	case i < 8 || i > 10:
		return ""
	case len(rest) == 36 && rest[0] == ':':
		rest = rest[1:]
	case len(rest) == 38 && equalFold(rest[:3], "%3a"):
		rest = rest[3:]
	default:
		return ""
	}
	if all(rest, word) {
		return "value.telegram"
	}
	return ""
}

// headerValue recognises an Authorization header put into a parameter.
func headerValue(v []byte) string {
	for _, scheme := range [...]string{"basic", "bearer"} {
		if len(v) <= len(scheme) || !equalFold(v[:len(scheme)], scheme) {
			continue
		}
		rest := v[len(scheme):]
		n := space(rest)
		if rest = rest[n:]; n > 0 && len(rest) >= 6 && (credentials(rest) || basicLogin(rest)) {
			return "value.authorization"
		}
	}
	return ""
}

// credentials says whether what follows the scheme of an Authorization header is
// no words.
func credentials(v []byte) bool {
	if bytes.IndexByte(v, ' ') >= 0 || bytes.Contains(v, []byte("%20")) {
		return false
	}
	return bytes.ContainsAny(v, "0123456789=") || len(v) >= 16 && bytes.IndexByte(v, '+') < 0
}

// basicLogin says whether v is base64 of printable text with a colon in it (RFC
// 7617, section 2).
func basicLogin(v []byte) bool {
	var bits, n uint
	colon := false
	for _, c := range bytes.TrimRight(v, "=") {
		d := base64Digit(urlAlphabetByte(c))
		if d < 0 {
			return false
		}
		if bits, n = bits<<6|uint(d), n+6; n < 8 {
			continue
		}
		n -= 8
		text := byte(bits >> n)
		if colon = colon || text == ':'; text < ' ' || text >= 0x7F {
			return false
		}
	}
	return colon
}

// space returns the length of the space v begins with: " ", "+" or "%20".
func space(v []byte) int {
	switch {
	case v[0] == ' ' || v[0] == '+':
		return 1
	case bytes.HasPrefix(v, []byte("%20")):
		return 3
	case bytes.HasPrefix(v, []byte("%2520")):
		return 5
	}
	return 0
}

// awsSecret says whether v is shaped like the secret that goes with an access
// key id: 40 bytes of base64, slashes possibly percent-encoded.
func awsSecret(v []byte) bool {
	n := 0
	for i := 0; i < len(v); i++ {
		c := v[i]
		if c == '%' && i+2 < len(v) {
			c, _ = hexPair(v[i+1:])
			i += 2
		}
		if !alnum.holds(c) && c != '/' && c != '+' {
			return false
		}
		n++
	}
	return n == 40 && random(v, 40) || n == 40 && bytes.ContainsAny(v, "/+%")
}
