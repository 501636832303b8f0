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
	Assignments Format = "assignments" // .env, .properties, .ini
	Dockerfile  Format = "dockerfile"
	PlainText   Format = "text"
)

var parsers = map[Format]func([]byte) ([]*node, error){
	HCL:         parseHCL,
	YAML:        parseYAML,
	JSON:        parseJSON,
	TOML:        parseTOML,
	Assignments: parseAssignments,
	Dockerfile:  parseDockerfile,
}

var extensions = map[string]Format{
	".tf": HCL, ".tfvars": HCL, ".hcl": HCL, ".tofu": HCL,
	".yaml": YAML, ".yml": YAML,
	".json": JSON, ".tfstate": JSON, ".jsonl": JSON, ".ndjson": JSON,
	".toml":     TOML,
	".template": template,
	".env":      Assignments, ".properties": Assignments, ".ini": Assignments,
}

// template is the format of CloudFormation's .template files: JSON or YAML.
const template Format = "template"

func sniff(data []byte) Format {
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		return JSON
	}
	return YAML
}

// FormatOf says by which syntax the file of that name is to be read.
func FormatOf(name string) Format {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	switch {
	case strings.HasPrefix(base, "Dockerfile") || strings.HasPrefix(base, "Containerfile") || strings.HasSuffix(base, ".dockerfile"):
		return Dockerfile
	case strings.HasPrefix(base, ".env"):
		return Assignments
	}
	if f, ok := extensions[strings.ToLower(path.Ext(base))]; ok {
		return f
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
	if d.Format == template {
		d.Format = sniff(data)
	}
	var w walker
	if parse := parsers[d.Format]; parse != nil {
		var trees []*node
		trees, d.Err = parse(data)
		for _, t := range trees {
			w.value(t, "", nil, false)
		}
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
