package urlcheck

import (
	"net/url"
	"regexp"
	"testing"
)

// The pattern that most redactors use.
var userinfoPattern = regexp.MustCompile(`://[^/\s:@]*:[^/\s@]*@`)

var benchInputs = []struct{ name, in string }{
	{"clean80", "https://api.example.com/v2/projects/fieldsafe/items?page=2&per_page=100&sort=new"},
	{"clean30", "https://example.com/index.html"},
	{"cleanEncoded", "https://example.com/go?u=https%3A%2F%2Fin.example%2Fpath%2Fto%2Fpage&x=1"},
	{"userinfo", "https://deploy:" + pw + "@git.example.com/acme/app.git"},
	{"database", "postgres://app:" + pw + "@db.example.com:5432/prod?sslmode=require"},
	{"query", "https://example.com/download?file=report.pdf&access_token=" + pw + "&v=2"},
	{"dsn", "host=db.example.com port=5432 user=app password=" + pw + " dbname=prod sslmode=require"},
}

func BenchmarkMask(b *testing.B) {
	for _, in := range benchInputs {
		b.Run(in.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Mask(in.in)
			}
		})
	}
}

func BenchmarkCheck(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if Check(benchInputs[0].in) != nil {
			b.Fatal("clean input is refused")
		}
	}
}

func BenchmarkNetURLRedacted(b *testing.B) {
	for _, in := range benchInputs {
		b.Run(in.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if u, err := url.Parse(in.in); err == nil {
					_ = u.Redacted()
				}
			}
		})
	}
}

func BenchmarkRegexp(b *testing.B) {
	for _, in := range benchInputs {
		b.Run(in.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				userinfoPattern.ReplaceAllString(in.in, "://***:***@")
			}
		})
	}
}
