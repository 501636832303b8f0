package policy

import (
	"regexp"
	"strings"
)

// glob is a pattern for paths of files or of fields, as in .gitignore: * and ?
// stand for characters of one element, ** for any. A pattern without a separator
// is compared with the last element alone.
type glob struct {
	text string
	last bool
	sep  string
	re   *regexp.Regexp
}

func newGlob(pattern, sep string) glob {
	quoted := regexp.QuoteMeta(strings.TrimSuffix(pattern, sep))
	notSep := "[^" + regexp.QuoteMeta(sep) + "]"
	quoted = strings.NewReplacer(`\*\*`+regexp.QuoteMeta(sep), `(?:.*`+regexp.QuoteMeta(sep)+`)?`, `\*\*`, `.*`, `\*`, notSep+`*`, `\?`, notSep).Replace(quoted)
	tail := "$"
	if sep == "/" {
		tail = `(?:/.*)?$` // a directory stands for all below it
	}
	return glob{pattern, !strings.Contains(strings.TrimSuffix(pattern, sep), sep), sep, regexp.MustCompile("(?s)^" + quoted + tail)}
}

func (g glob) match(path string) bool {
	if !g.last {
		return g.re.MatchString(path)
	}
	for element := range strings.SplitSeq(path, g.sep) {
		if g.sep == "/" && g.re.MatchString(element) { // any directory on the way
			return true
		}
	}
	return g.re.MatchString(path[strings.LastIndex(path, g.sep)+1:])
}

func matchAny(globs []glob, path string) bool {
	for _, g := range globs {
		if g.match(path) {
			return true
		}
	}
	return false
}
