package policy

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/fieldsafe/fieldsafe/detect"
)

// interpolations enclose what is only known when the file is used: in shells,
// Terraform, CloudFormation, Helm, workflows, ERB, make.
var interpolations = [...]struct{ open, shut string }{
	{"${", "}"}, {"{{", "}}"}, {"$(", ")"}, {"%{", "}"}, {"<%", "%>"}, {"#{", "}"},
}

// reach is how many bytes to both sides of a finding are looked at.
const reach = 200

// isInterpolated says whether text[start:end] lies in an interpolation, holds the
// beginning of one, or is the name of a variable: $TOKEN, %s.
func isInterpolated(text string, start, end int) bool {
	if start > 0 && (text[start-1] == '$' || text[start-1] == '%') {
		return true
	}
	before := text[max(0, start-reach):start]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	for _, in := range interpolations {
		if strings.Contains(text[start:end], in.open) {
			return true
		}
		if i := strings.LastIndex(before, in.open); i >= 0 && !strings.Contains(before[i:], in.shut) {
			return true
		}
	}
	return false
}

func holdsInterpolation(text string) bool {
	for _, in := range interpolations {
		if strings.Contains(text, in.open) {
			return true
		}
	}
	return false
}

// references begin what is not the secret: its address, or a form in which only
// its owner can read it.
var references = []string{
	"arn:", "vault:", "vault/", "op://", "ssm:", "secretsmanager:", "ref+", "env:", "file:", "sm://", "projects/", "!Ref", "/", "./", "~/", "$",
	"%s", "%d", "%v", "%q", "%[", "^", "ConvertTo-", // verbs of formats, regular expressions, PowerShell
	"AQECAH", "AQICAH", // ciphertext of AWS KMS
}

// fillers are what people write where a secret will stand.
var fillers = []string{
	"changeme", "change-me", "change_me", "changeit", "example", "placeholder", "replace", "redacted", "dummy", "your-", "your_", "yourpassword",
	"xxxx", "****", "todo", "insert", "fixme", "not-a-secret", "notasecret", "fake", "sample", "value", "mustbe", "etcd-cluster", "(?:", // the last one of regular expressions
}

// wordFillers are fillers as long as there is no digit beside them.
var wordFillers = []string{
	"default", "mypassword", "mysecret", "mytoken", "my-password", "my-secret", "my-token", "my_password", "my_secret", "my_token",
}

// bareWords name a credential where it would stand, or go on with the sentence
// that named it.
var bareWords = words(`user username pass passwd password pwd secret token key apikey api_key string none null value port host
	flag flags option options parameter parameters argument arguments is are was and or to from for in on as of with when if has must should can will may`)

// testWords are parts of what is put in for a test.
var testWords = words("test tests testing mock foo bar baz foobar foobarbaz")

// isPlaceholder says whether a credential is none.
func isPlaceholder(match string) bool {
	for _, prefix := range references {
		if strings.HasPrefix(match, prefix) {
			return true
		}
	}
	lower := strings.ToLower(match)
	if bareWords[lower] || isFlag(match) {
		return true
	}
	within := func(filler string) bool { return strings.Contains(lower, filler) }
	if slices.ContainsFunc(fillers, within) || !strings.ContainsAny(match, "0123456789") && slices.ContainsFunc(wordFillers, within) {
		return true
	}
	return strings.HasPrefix(match, "<") && strings.HasSuffix(match, ">")
}

// isFlag says whether match is an option of a command line, which has two hyphens
// where a private key has five.
func isFlag(match string) bool {
	return strings.HasPrefix(match, "--") && !strings.HasPrefix(match, "---")
}

// isAssignment says whether d goes by the name to the left of a value, and so
// takes any value.
func isAssignment(d *detect.Detector) bool {
	return d.ID == "generic_api_key" || d.ID == "password_assignment" || d.ID == "k8s_secret_manifest" || d.ID == "oauth_client_secret"
}

// isNoSecret says whether what stands where a secret would, at text[start:end],
// is something else by its name, its place or its shape.
func isNoSecret(d *detect.Detector, at Place, start, end int) bool {
	match, name := at.Text[start:end], nameOf(at, start)
	return isOtherKey(name) || isCode(at, start) || isScript(at, start, end) || isProse(at.Text, start) ||
		isResourceAddress(at.Text[:start]) || inPath(at.Text, start) || isOtherShape(match) ||
		d.ID != "password_assignment" && isNoKey(name, match)
}

// isOtherShape says whether a value has the form of something that is neither a
// key nor a password.
func isOtherShape(match string) bool {
	return strings.ContainsAny(match, " \t") || strings.Contains(match, "](") || strings.Contains(match, ":x:") || match[0] == '#' ||
		strings.HasSuffix(match, "**") || isExpression(match) || isConstantName(match) || isTime(match) || isImportPath(match) ||
		fileExtensions[path.Ext(match)] || ofTests(match)
}

// isNoKey says whether a value could be a password, but no key or token.
func isNoKey(name, match string) bool {
	return isSlug(match) || isSequence(match) || strings.Contains(match, ",") || strings.Contains(match, "%20") ||
		len(name) > 4 && strings.HasPrefix(strings.ToLower(match), strings.ToLower(name))
}

// isSequence tells 0123456789abcdef and the like.
func isSequence(match string) bool {
	next := 0
	for i := 1; i < len(match); i++ {
		if match[i] == match[i-1]+1 || match[i-1] == '9' && (match[i] == '0' || match[i]|0x20 == 'a') {
			next++
		}
	}
	return 4*next >= 3*(len(match)-1)
}

// isScript says whether the value is a part of a script in a page.
func isScript(at Place, start, end int) bool {
	ext := path.Ext(at.File)
	return (ext == ".html" || ext == ".htm") && (end < len(at.Text) && at.Text[end] == ';' || at.Text[start] == '{')
}

// isProse tells what is identified by a word in a sentence from the user of a
// database who is by a password.
func isProse(text string, start int) bool {
	before := strings.ToLower(text[max(0, start-reach):start])
	before = before[1+strings.LastIndexByte(before, '\n'):]
	return strings.HasSuffix(strings.TrimRight(before, " \"'`"), "identified by") &&
		!strings.Contains(before, "create") && !strings.Contains(before, "alter") && !strings.Contains(before, "grant")
}

// otherKeys end names of fields that hold a key, but one that opens nothing: of
// an object in a bucket, of a table, of a key in a store; a user's name; what
// is said of a password or key.
var otherKeys = []string{
	"s3key", "objectkey", "keyname", "keyalias", "aliaskey", "partitionkey", "hashkey", "rangekey", "sortkey", "primarykey", "username", "userid",
	"publickey", "foreignkey", "indexkey", "cachekey", "contextkey", "configkey", "envkey", "selectorkey", "labelkey", "annotationkey", "tagkey",
	"metadatakey", "patternkey", "pattern", "regex", "mtime", "encryption", "algorithm", "policy", "length", "hash", "digest", "sha256", "fingerprint",
	"thumbprint", "checksum", "mechanism", "keyuse", "keytype",
}

func isOtherKey(name string) bool {
	plain := unseparated.Replace(strings.ToLower(name))
	return name == "Key" || slices.ContainsFunc(otherKeys, func(end string) bool { return strings.HasSuffix(plain, end) })
}

// nameOf returns the name that the value at start is assigned to: that of the
// field, or in text what stands before it, or "".
func nameOf(at Place, start int) string {
	if at.Name != "" {
		return at.Name
	}
	text := at.Text
	rest := strings.TrimRight(text[max(0, start-reach):start], " \t\"'`\\")
	sign := strings.TrimRight(rest, ":=")
	if sign == rest {
		return ""
	}
	sign = strings.TrimRight(sign, " \t\"'`\\")
	return sign[1+strings.LastIndexFunc(sign, func(r rune) bool { return r != '_' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }):]
}

// codeExtensions are of programming languages, where a value is in quotes and
// all else is a name.
var codeExtensions = words(`.c .cc .cpp .cs .dart .ex .exs .go .h .hpp .java .js .jsx .kt .lua .m .mjs .php .pl .ps1 .psd1 .psm1 .py .rb .rs .s
	.scala .swift .ts .tsx .vue`)

// isCode says whether the value that begins at start is a part of a program, not
// a string in it.
func isCode(at Place, start int) bool {
	return codeExtensions[path.Ext(at.File)] && (start == 0 || !strings.ContainsRune("\"'`", rune(at.Text[start-1])))
}

// isResourceAddress says whether before ends with the address of a resource, as
// in "terraform import aws_kms_key.a 1234".
func isResourceAddress(before string) bool {
	trimmed := strings.TrimRight(before, " ")
	if len(trimmed) == len(before) {
		return false
	}
	word := trimmed[1+strings.LastIndexAny(trimmed, " \t\n`'\""):]
	kind, name, ok := strings.Cut(word, ".")
	return ok && strings.Contains(kind, "_") && name != "" && !strings.ContainsAny(word, ":=/")
}

// isExpression tells the address of an attribute in Terraform, as in
// data.vault_secret.db.data["password"].
func isExpression(match string) bool {
	first, rest, ok := strings.Cut(match, ".")
	return ok && strings.Contains(rest, ".") && (strings.Contains(first, "_") || expressionRoots[first])
}

var expressionRoots = words("data var local module each self path resource azurerm aws google")

// isConstantName tells the name of a constant or an environment variable, as in
// DB_PASSWORD.
func isConstantName(match string) bool {
	return strings.Contains(match, "_") && strings.Trim(match, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") == "" && !unicode.IsDigit(rune(match[0]))
}

// isTime tells a time in the form of RFC 3339.
func isTime(match string) bool {
	return len(match) >= len("2006-01-02T15:04:05Z") && match[4] == '-' && match[7] == '-' && match[10] == 'T' && match[13] == ':'
}

// isSlug tells a name of three or more words, two of them without digits.
func isSlug(match string) bool {
	if match != strings.ToLower(match) {
		return false
	}
	parts := strings.FieldsFunc(match, func(r rune) bool { return strings.ContainsRune("-_./", r) })
	plain := 0
	for _, part := range parts {
		if len(part) >= 16 && strings.ContainsAny(part, "0123456789") {
			return false // a key behind words
		}
		if len(part) >= 3 && strings.Trim(part, "abcdefghijklmnopqrstuvwxyz") == "" {
			plain++
		}
	}
	return len(parts) >= 3 && plain >= 2
}

// isImportPath tells what begins with a domain, as packages of Go do, or with a
// port.
func isImportPath(match string) bool {
	host, rest, ok := strings.Cut(match, "/")
	return ok && rest != "" && (strings.Contains(host, ".") && strings.Trim(host, "abcdefghijklmnopqrstuvwxyz0123456789.-") == "" ||
		len(host) <= 5 && strings.Trim(host, "0123456789") == "")
}

// fileExtensions are of files that hold a secret; their name is not it.
var fileExtensions = words(".pem .key .crt .cer .csr .json .yaml .yml .toml .txt .env .p12 .pfx .jks .zip .tar .gz .go .py .sh .tf .md .html .pub .conf .cfg")

func ofTests(match string) bool {
	parts := strings.FieldsFunc(strings.ToLower(match), func(r rune) bool { return strings.ContainsRune("-_.", r) })
	return slices.ContainsFunc(parts, func(part string) bool { return testWords[part] })
}
