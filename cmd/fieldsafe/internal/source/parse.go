package source

import (
	"bytes"
	"path"
	"strings"
)

// Format is the syntax that a file was read by.
type Format string

// The formats.
const (
	HCL         Format = "hcl"
	YAML        Format = "yaml"
	JSON        Format = "json"
	TOML        Format = "toml"
	Assignments Format = "assignments" // .env, .ini
	Properties  Format = "properties"
	Dockerfile  Format = "dockerfile"
	SQL         Format = "sql"
	PlainText   Format = "text"
)

// parser reads one format.
type parser struct {
	parse func([]byte) ([]*node, error)
	// limit is how many bytes are parsed at most. A tree is many times as large as
	// its file, and parsers descend as deep as a file makes them.
	limit int
	// marked says that parse knows what a byte order mark is; others see blanks.
	marked bool
}

var byteOrderMark = []byte("\ufeff")

const mebibyte = 1 << 20

var parsers = map[Format]parser{
	HCL:         {parse: parseHCL, limit: mebibyte},
	YAML:        {parse: parseYAML, limit: 4 * mebibyte, marked: true},
	JSON:        {parse: parseJSON, limit: 8 * mebibyte},
	TOML:        {parse: parseTOML, limit: mebibyte},
	Assignments: {parse: parseAssignments, limit: mebibyte},
	Properties:  {parse: parseProperties, limit: mebibyte},
	Dockerfile:  {parse: parseDockerfile, limit: mebibyte},
	SQL:         {parse: parseSQL, limit: 4 * mebibyte},
}

// run parses data, if that is not too much.
func (p parser) run(data []byte) (trees []*node, err error) {
	if p.parse == nil {
		return nil, nil
	}
	if len(data) > p.limit {
		return nil, errorAt(data, 0, "too large to be read by structure")
	}
	if bytes.HasPrefix(data, byteOrderMark) && !p.marked {
		data = append([]byte("   "), data[len(byteOrderMark):]...)
	}
	defer func() {
		if recover() != nil { // a fault of a parser must not end the check
			trees, err = nil, errorAt(data, 0, "cannot be parsed")
		}
	}()
	return p.parse(data)
}

var extensions = map[string]Format{
	".tf": HCL, ".tfvars": HCL, ".hcl": HCL, ".tofu": HCL, ".nomad": HCL,
	".yaml": YAML, ".yml": YAML,
	".json": JSON, ".jsonc": JSON, ".tfstate": JSON, ".jsonl": JSON, ".ndjson": JSON, ".webmanifest": JSON, ".ipynb": JSON,
	".toml":     TOML,
	".template": cloudFormation,
	".env":      Assignments, ".envrc": Assignments, ".ini": Assignments,
	".properties": Properties,
	".dockerfile": Dockerfile, ".containerfile": Dockerfile,
	".sql": SQL,
}

// templateExtensions follow the extension of what is made of a template.
var templateExtensions = map[string]bool{
	".tpl": true, ".tmpl": true, ".gotmpl": true, ".tftpl": true, ".j2": true, ".jinja": true, ".jinja2": true, ".template": true,
	".example": true, ".sample": true, ".dist": true, ".default": true, ".local": true, ".bak": true, ".orig": true,
}

// cloudFormation is the format of its .template files: JSON or YAML.
const cloudFormation Format = "template"

func sniff(data []byte) Format {
	start := bytes.TrimSpace(bytes.TrimPrefix(data, byteOrderMark))
	switch {
	case bytes.HasPrefix(start, []byte("{")) && !bytes.HasPrefix(start, []byte("{{")):
		return JSON
	case bytes.Contains(data, []byte("Resources:")):
		return YAML
	}
	return PlainText
}

// FormatOf says by which syntax the file of that name is to be read.
func FormatOf(name string) Format {
	given := path.Base(strings.ReplaceAll(name, `\`, "/"))
	base := strings.ToLower(given)
	if _, known := extensions[path.Ext(strings.TrimSuffix(base, path.Ext(base)))]; known && templateExtensions[path.Ext(base)] {
		base = strings.TrimSuffix(base, path.Ext(base))
	}
	if f, ok := extensions[path.Ext(base)]; ok {
		return f
	}
	stem, variant, _ := strings.Cut(given, ".")
	switch {
	case base == "dockerfile" || base == "containerfile":
		return Dockerfile
	case (stem == "Dockerfile" || stem == "Containerfile" || strings.HasPrefix(stem, "Dockerfile-")) && variant != "md":
		return Dockerfile
	case strings.HasPrefix(base, ".env.") || strings.HasPrefix(base, ".env-"):
		return Assignments
	}
	return PlainText
}

// Document is one file, read as fields.
type Document struct {
	Format Format
	Fields []Field // in the order of the file; text that no field covers comes last, as one field of kind Text
	Lines  int     // of a plain text: those that are not blank
	Err    error   // a *SyntaxError when the file is not what its name promises, and was read as text
}

// Parse reads data, the content of the file of that name, as fields. It never
// fails: what is not what the name promises is read as text.
func Parse(name string, data []byte) *Document {
	d := &Document{Format: FormatOf(name)}
	if d.Format == cloudFormation {
		d.Format = sniff(data)
	}
	var w walker
	var trees []*node
	trees, d.Err = parsers[d.Format].run(data)
	for _, t := range trees {
		w.object = t.objectKind()
		w.value(t, "", nil, false)
	}
	d.Fields = w.fields
	if d.Err != nil {
		d.Format = PlainText
	}
	text := data
	if d.Format == PlainText {
		d.Lines = countLines(data)
	} else {
		text = uncovered(data, w.covers)
	}
	if len(bytes.TrimSpace(text)) > 0 {
		d.Fields = append(d.Fields, Field{Kind: Text, Value: string(text), offsets: offsets{{0, 0}}})
	}
	return d
}

// ParseName reads data, a name, as the only field of a document.
func ParseName(data []byte) *Document {
	return &Document{Format: PlainText, Fields: []Field{{Kind: Name, Value: string(data), offsets: offsets{{0, 0}}}}}
}

// uncovered returns data with everything that a field covers turned into
// blanks; line breaks stay.
func uncovered(data []byte, covers []cover) []byte {
	rest := bytes.Clone(data)
	for _, c := range covers {
		for i := c.from; i < c.to; i++ {
			if rest[i] != '\n' {
				rest[i] = ' '
			}
		}
	}
	return rest
}

func countLines(data []byte) int {
	n := 0
	for line := range bytes.Lines(data) {
		if len(bytes.TrimSpace(line)) > 0 {
			n++
		}
	}
	return n
}
