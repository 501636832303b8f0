package policy

import (
	"net/netip"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/fieldsafe/fieldsafe/detect"
)

// isOtherwise says whether what d found at text[start:end] is, by what stands
// around it, what infrastructure files and programs hold in its place: the path
// of a URL, a pinned revision, a display name, coordinates of a drawing.
func isOtherwise(d *detect.Detector, at Place, start, end int) bool {
	text := at.Text
	if d.Category != detect.Credential && !isEmail(d) && numeric[strings.ToLower(path.Ext(at.File))] {
		return true
	}
	switch d.ID {
	case "person_name":
		return isDisplayName(nameOf(at, start)) || strings.Contains(text[start:end], "/") || !startsName(text, start)
	case "email_address":
		return end < len(text) && text[end] == '@' // a sed script
	case "k8s_secret_manifest":
		return !isEncoded(text[start:end])
	case "webhook_url_generic":
		return strings.HasSuffix(text[:start], "://")
	case "gps_coordinates":
		return isSeries(text, start, end) || isExpressionOfCode(at, start)
	case "aws_secret_access_key", "us_bank_account", "vin":
		return inPath(text, start) || isRevision(text, start, end) || d.ID == "us_bank_account" && isCloudAccount(at.Name, text[start:end])
	case "swift_bic", "gb_vehicle_registration":
		return text[start:end] == strings.ToLower(text[start:end])
	case "employee_or_student_id":
		return strings.ContainsAny(text[start:end], ".:/")
	case "card_pin":
		return strings.HasSuffix(text[:start], "#")
	case "crypto_eth_address":
		return strings.Contains(text[start:end], "ffffffffffffffff") || strings.Contains(text[start:end], "0000000000000000")
	case "phone_e164":
		return isExpressionOfCode(at, start) || isExponent(text[:start])
	case "credit_card":
		return isExpressionOfCode(at, start) && !strings.Contains(strings.ToLower(nameOf(at, start)), "card")
	}
	return isRevision(text, start, end) || inArmor(text, start, end) || isNetworkAddress(text[start:end]) ||
		d.Category != detect.Credential && strings.ContainsAny(text[start:end], `|*\`) ||
		d.Category == detect.Credential && isCode(at, start) && isIdentifier(text, start, end)
}

// isDisplayName says whether the field of that name shows what a resource is
// called.
func isDisplayName(name string) bool {
	plain := unseparated.Replace(strings.ToLower(name))
	return strings.HasSuffix(plain, "displayname") || plain == "title" || plain == "jobname"
}

// startsName says whether a person may be named at start: not in the middle of a
// list of columns.
func startsName(text string, start int) bool {
	first, _, _ := strings.Cut(text[start:], " ")
	return first != "Max" && first != "Min"
}

// isNetworkAddress tells four numbers with dots between them.
func isNetworkAddress(match string) bool {
	address, err := netip.ParseAddr(match)
	return err == nil && address.Is4()
}

// inPath says whether text[start:] lies in the path of a URL or of an ARN.
func inPath(text string, start int) bool {
	word := text[max(0, start-reach):start]
	word = word[1+strings.LastIndexAny(word, " \t\n\"'`<>()[]|"):]
	if strings.HasPrefix(word, "arn:") {
		return true
	}
	_, rest, ok := strings.Cut(word, "://")
	return ok && !strings.ContainsAny(rest, "?=@")
}

// isCloudAccount tells the number of a cloud account, which is twelve digits
// (https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html),
// from that of a bank account, by the name of the field.
func isCloudAccount(name, match string) bool {
	plain := unseparated.Replace(strings.ToLower(name))
	return len(match) == 12 && (strings.HasSuffix(plain, "accountid") || strings.HasSuffix(plain, "accountids") ||
		strings.HasSuffix(plain, "sourceaccount") || strings.Contains(plain, "aws"))
}

// isEncoded says whether a value of a Secret is what was encoded: base64 has
// letters of both cases, or digits among them, and is not a line of a
// certificate.
func isEncoded(match string) bool {
	upper, lower, digit := 0, 0, 0
	for _, r := range match {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case unicode.IsDigit(r):
			digit++
		case !strings.ContainsRune("+/=_-", r):
			return false
		}
	}
	return len(match) >= 8 && len(match) != armorWidth && upper > 0 && lower > 0 && (digit > 0 || len(match)%4 == 0)
}

// isSeries says whether there is another number right before or behind
// text[start:end], as in the path of a drawing.
func isSeries(text string, start, end int) bool {
	before, after := strings.TrimRight(text[:start], " "), strings.TrimLeft(text[end:], " ")
	return before != "" && (isNumber(before[len(before)-1]) || before[len(before)-1] == ',') ||
		after != "" && (isNumber(after[0]) || after[0] == ',')
}

// isExponent says whether before ends with a number and the letter that begins
// its exponent.
func isExponent(before string) bool {
	digits, ok := strings.CutSuffix(strings.TrimSuffix(before, `\`), "e")
	return ok && digits != "" && isNumber(digits[len(digits)-1])
}

func isNumber(c byte) bool { return c >= '0' && c <= '9' || c == '-' || c == '.' }

// isExpressionOfCode says whether what stands at start is a number of a program:
// in no string and in no comment.
func isExpressionOfCode(at Place, start int) bool {
	line := at.Text[1+strings.LastIndexByte(at.Text[:start], '\n') : start]
	inString := slices.ContainsFunc([]string{`"`, "'", "`"}, func(quote string) bool { return strings.Count(line, quote)%2 == 1 })
	return isCode(at, start) && !inString && !isComment(at.Text, start)
}

// isNotice says whether a copyright notice begins on the line before start. It
// must name who holds the rights.
func isNotice(text string, start int) bool {
	line := text[max(0, start-reach):start]
	line = strings.ToLower(line[1+strings.LastIndexByte(line, '\n'):])
	return strings.Contains(line, "copyright") || strings.Contains(line, "©") || strings.Contains(line, "(c) 19") || strings.Contains(line, "(c) 20")
}

// isComment says whether a comment begins on the line before start.
func isComment(text string, start int) bool {
	line := text[1+strings.LastIndexByte(text[:start], '\n') : start]
	trimmed := strings.TrimSpace(line)
	return strings.Contains(line, "//") || strings.Contains(line, "#") || strings.HasPrefix(trimmed, "*") || strings.HasPrefix(trimmed, "/*")
}

// isRevision tells a commit that something is pinned to, x/y@<40 hexadecimal
// digits>, and digests of images, modules of Go and scripts.
func isRevision(text string, start, end int) bool {
	if end-start == 40 && strings.HasSuffix(text[:start], "@") {
		return strings.Trim(text[start:end], "0123456789abcdef") == ""
	}
	word := text[max(0, start-reach):start]
	word = word[1+strings.LastIndexAny(word, " \t\n\"',"):]
	return slices.ContainsFunc(hashPrefixes, func(prefix string) bool { return strings.Contains(word, prefix) })
}

var hashPrefixes = []string{"sha1:", "sha256:", "sha512:", "sha256-", "sha384-", "sha512-", "h1:"}

// armorWidth is how long the lines of certificates and other armored data are
// (RFC 7468, section 2).
const armorWidth = 64

// inArmor says whether text[start:end] lies within a line of base64 that is as
// long as those of armored data.
func inArmor(text string, start, end int) bool {
	from := 1 + strings.LastIndexByte(text[:start], '\n')
	to := len(text)
	if i := strings.IndexByte(text[end:], '\n'); i >= 0 {
		to = end + i
	}
	line := strings.Trim(text[from:min(to, from+2*armorWidth)], " \t\r\"'\\")
	return len(line) == armorWidth && end-start < armorWidth+1 && !strings.ContainsFunc(line, func(r rune) bool {
		return r != '+' && r != '/' && r != '=' && (r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r))
	})
}

// isIdentifier says whether text[start:end] is a part of a longer name.
func isIdentifier(text string, start, end int) bool {
	return start > 0 && isWord(text[start-1]) || end < len(text) && (isWord(text[end]) || text[end] == '(' || text[end] == '.')
}

func isWord(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// numeric are extensions of files whose numbers are coordinates or machine code.
var numeric = words(".svg .eps .ps .s")
