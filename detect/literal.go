package detect

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// minLiteral is the least length of a literal, in bytes: shorter ones would be
// found all over ordinary text.
const minLiteral = 6

// literalDetector owns the findings of Options.Literals.
var literalDetector = &Detector{ID: "literal", Title: "Known secret", Category: Credential}

// literal finds every place of a form of a secret known at run time.
func (r *run) literal(l string) {
	for at := 0; ; {
		i := strings.Index(r.text[at:], l)
		if i < 0 {
			return
		}
		at += i + len(l)
		r.add(at-len(l), at, literalDetector, Certain, byChecksum, len(l))
	}
}

// literalForms returns literals and the forms in which they come out, each once.
func literalForms(literals []string) ([]string, error) {
	var forms []string
	for i, l := range literals {
		if len(l) < minLiteral {
			return nil, fmt.Errorf("detect: literal %d has fewer than %d bytes and would be found all over ordinary text: leave it out", i, minLiteral)
		}
		forms = append(forms, l)
		forms = appendPercentForms(forms, l)
		forms = appendJSONForms(forms, l)
		forms = appendBase64Forms(forms, l)
	}
	slices.Sort(forms)
	return slices.Compact(forms), nil
}

// appendPercentForms appends what percent-encoding (RFC 3986 section 2.1) makes of
// l: programs differ in what they encode, and in the case of the digits.
func appendPercentForms(forms []string, l string) []string {
	const keptByScripts = "!'()*" // ECMA-262, encodeURIComponent
	script := strings.ReplaceAll(url.QueryEscape(l), "+", "%20")
	for i := range len(keptByScripts) {
		script = strings.ReplaceAll(script, fmt.Sprintf("%%%02X", keptByScripts[i]), keptByScripts[i:i+1])
	}
	for _, form := range [...]string{url.QueryEscape(l), url.PathEscape(l), script} {
		small := []byte(form)
		for i := 0; i+2 < len(small); i++ {
			if small[i] == '%' {
				copy(small[i+1:], strings.ToLower(form[i+1:i+3]))
			}
		}
		forms = append(forms, form, string(small))
	}
	return forms
}

// appendJSONForms appends l as a string of JSON (RFC 8259 section 7) without its
// quotes: escaped no more than needed, for HTML, with slashes, in ASCII; and each
// of them escaped once more, as in JSON within JSON.
func appendJSONForms(forms []string, l string) []string {
	plain := jsonString(l, false)
	for _, form := range [...]string{plain, jsonString(l, true), strings.ReplaceAll(plain, "/", `\/`), strings.Trim(strconv.QuoteToASCII(l), `"`)} {
		forms = append(forms, form, jsonString(form, false))
	}
	return forms
}

func jsonString(s string, html bool) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(html)
	if e.Encode(s) != nil {
		return s
	}
	return b.String()[1 : b.Len()-2] // without the quotes and the line break
}

// appendBase64Forms appends l in the two alphabets of base 64 (RFC 4648, sections 4
// and 5): with padding, without, and what shows of it where it is a part of what is
// encoded, behind any number of bytes.
func appendBase64Forms(forms []string, l string) []string {
	for _, encoding := range [...]*base64.Encoding{base64.StdEncoding, base64.URLEncoding} {
		forms = append(forms, encoding.EncodeToString([]byte(l)), encoding.WithPadding(base64.NoPadding).EncodeToString([]byte(l)))
		for before := range 3 {
			text := encoding.WithPadding(base64.NoPadding).EncodeToString(append(make([]byte, before), l...))
			text = text[(before*8+5)/6:]
			if (before+len(l))%3 != 0 {
				text = text[:len(text)-1]
			}
			forms = append(forms, text)
		}
	}
	return forms
}
