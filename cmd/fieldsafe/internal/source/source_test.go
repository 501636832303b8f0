package source

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func plain(key string) string { return key }

// Every value below holds the word NEEDLE; want is how it stands in the file,
// and where.
func TestNeedleIsFoundWhereItStands(t *testing.T) {
	tests := []struct {
		why, file, data string
		path, name      string
		kind            Kind
		raw             string // what the file has in the range; NEEDLE if empty
		line, column    int
	}{
		{"tag", "a.tf", "resource \"t\" \"n\" {\n  tags = {\n    Owner = \"é NEEDLE\"\n  }\n}\n", "resource.t.n.tags.Owner", "Owner", Name, "", 3, 16},
		{"merge", "a.tf", "locals {\n  tags = merge(var.x, { \"a/b\" = \"NEEDLE\" })\n}\n", `locals.tags[1]["a/b"]`, "a/b", Name, "", 2, 34},
		{"interpolation on both sides", "a.tf", "a = \"${x}NEEDLE${y}\"\n", "a", "a", Value, "", 1, 10},
		{"label of a block", "a.tf", "resource \"t\" \"é-NEEDLE\" {}\n", "resource.t[\"é-NEEDLE\"]", "", Name, "", 1, 17},
		{"escape", "a.tf", "a = \"x\\n\\u0041 NEED\\u004cE\"\n", "a", "a", Value, `NEED\u004cE`, 1, 16},
		{"heredoc", "a.tf", "description = <<-EOT\n    one\n    two NEEDLE\n  EOT\n", "description", "description", Value, "", 3, 9},
		{"conditional", "a.tf", "name = var.x ? \"NEEDLE\" : \"b\"\n", "name[1]", "name", Name, "", 1, 17},
		{"comment", "a.tf", "a = 1 # NEEDLE\n", "", "", Text, "", 1, 9},
		{"number", "a.tf", "a = 536904399\nb = \"NEEDLE\"", "b", "b", Value, "", 2, 6},
		{"default of a variable", "a.tf", "variable \"db_password\" {\n  default = \"NEEDLE\"\n}\n", "variable.db_password.default", "db_password", Value, "", 2, 14},
		{"list as the default", "a.tf", "variable \"owners\" {\n  default = [\"NEEDLE\"]\n}\n", "variable.owners.default[0]", "owners", Value, "", 2, 15},
		{"value of a variable", "x.tfvars", "owners = [\"a\", \"NEEDLE\"]\n", "owners[1]", "owners", Value, "", 1, 17},

		{"plain", "a.yaml", "metadata:\n  labels:\n    owner: é NEEDLE # c\n", "metadata.labels.owner", "owner", Name, "", 3, 14},
		{"single quotes", "a.yaml", "a: 'it''s NEEDLE'\n", "a", "a", Value, "", 1, 11},
		{"double quotes", "a.yaml", "a: \"\\x41\\t\\\"é NEED\\x4cE\"\n", "a", "a", Value, `NEED\x4cE`, 1, 15},
		{"literal", "a.yaml", "a:\n  b: |\n    one\n      two NEEDLE\n", "a.b", "b", Value, "", 4, 11},
		{"folded", "a.yaml", "a: >-\n  one\n  two\n\n  NEEDLE\n", "a", "a", Value, "", 5, 3},
		{"plain over lines", "a.yaml", "a: one\n  two\n  NEEDLE\n", "a", "a", Value, "", 3, 3},
		{"intrinsic tag", "a.yaml", "a: !Sub 'x NEEDLE'\n", "a", "a", Value, "", 1, 12},
		{"intrinsic tag over lines", "a.yaml", "a: !Sub |\n  x NEEDLE\n", "a", "a", Value, "", 2, 5},
		{"anchor", "a.yaml", "a: &x NEEDLE\n", "a", "a", Value, "", 1, 7},
		{"second document", "a.yml", "a: 1\n---\nb: [x, NEEDLE]\n", "b[1]", "b", Value, "", 3, 8},
		{"flow mapping", "a.yaml", "{a: {b: NEEDLE}}", "a.b", "b", Value, "", 1, 9},
		{"list of tags", "a.yaml", "Tags:\n  - Key: Owner\n    Value: NEEDLE\n", "Tags[0].Value", "Owner", Name, "", 3, 12},
		{"default of a parameter", "a.yaml", "Parameters:\n  Secret:\n    Default: NEEDLE\n", "Parameters.Secret.Default", "Secret", Value, "", 3, 14},
		{"list of tags, function", "a.yaml", "Tags:\n  - Value:\n      Fn::Sub: NEEDLE\n    Key: Owner\n", `Tags[0].Value["Fn::Sub"]`, "Owner", Name, "", 3, 16},
		{"environment", "a.yaml", "env:\n  - name: SSN\n    value: \"NEEDLE\"\n", "env[0].value", "SSN", Value, "", 3, 13},
		{"key", "a.yaml", "labels:\n  a/NEEDLE: x\n", `labels["a/NEEDLE"]`, "", Name, "", 2, 5},
		{"comment", "a.yaml", "a: b\n# NEEDLE\n", "", "", Text, "", 2, 3},
		{"byte order mark", "a.yaml", "\ufeffa: NEEDLE\n", "a", "a", Value, "", 1, 5},
		{"carriage returns", "a.yaml", "a: b\r\nc: NEEDLE\r\n", "c", "c", Value, "", 2, 4},
		{"template", "a.yaml", "{{- if .x }}\nmetadata:\n  labels:\n    {{- include \"l\" . | nindent 4 }}\n    app: {{ .name }}-NEEDLE-{{ .y }}\n{{- end }}\n", "metadata.labels.app", "app", Name, "", 5, 22},
		{"template in a key", "a.yaml", "{{/* a\nb: [ */}}\n{{ .k }}-x: \"NEEDLE {{ .v }}\"\n", `["{{ .k }}-x"]`, "{{ .k }}-x", Value, "", 3, 14},
		{"comment of a template", "a.yaml", "{{/* NEEDLE */}}\na: b\n", "", "", Text, "", 1, 6},
		{"backslashes that escape nothing", "a.yaml", `a: \\x\y NEEDLE`, "a", "a", Value, "", 1, 10},

		{"string", "a.json", `{"tags": {"é": "x NEEDLE"}}`, `tags["é"]`, "é", Name, "", 1, 19},
		{"escapes", "a.json", `{"a": ["\u00e9\ud83d\ude00\/ NEE\u0044LE"]}`, "a[0]", "a", Value, `NEE\u0044LE`, 1, 30},
		{"list of tags", "a.json", `{"Tags":[{"Value":"NEEDLE","Key":"Owner"}]}`, "Tags[0].Value", "Owner", Name, "", 1, 20},
		{"comments", "a.json", "// x\n{/* \" */\"a\": [\"//\", \"NEEDLE\",], // y\n}\n", "a[1]", "a", Value, "", 2, 22},
		{"in a comment", "a.json", "{\n// NEEDLE\n}\n", "", "", Text, "", 2, 4},
		{"two values", "a.jsonl", "{\"a\":1}\n{\"b\":\"NEEDLE\"}\n", "b", "b", Value, "", 2, 7},

		{"basic string", "a.toml", "[x.y]\na = \"\\u0041 NEEDLE\" # c\n", "x.y.a", "a", Value, "", 2, 13},
		{"several lines", "a.toml", "a = \"\"\"\none \\\n  NEEDLE\"\"\"\n", "a", "a", Value, "", 3, 3},
		{"literal string", "a.toml", "a = '\\x NEEDLE'\n", "a", "a", Value, "", 1, 9},
		{"inline table", "a.toml", "a = { tags = { b = \"NEEDLE\" } }\n", "a.tags.b", "b", Name, "", 1, 21},
		{"comment", "a.toml", "a = 1 # NEEDLE\n", "", "", Text, "", 1, 9},

		{"plain", ".env", "# c\nexport OWNER=NEEDLE # c\n", "OWNER", "OWNER", Value, "", 2, 14},
		{"quotes over lines", ".env.local", "A=\"x\nNEEDLE\"\nB=c\n", "A", "A", Value, "", 2, 1},
		{"colon", "a.ini", "[s]\na.b : NEEDLE\n", `s["a.b"]`, "a.b", Value, "", 2, 7},
		{"label", "Dockerfile", "FROM x\nLABEL a=b \\\n  owner=\"the NEEDLE\"\n", "labels.owner", "owner", Name, "", 3, 14},
		{"old form", "Dockerfile.dev", "ENV OWNER the NEEDLE\n", "env.OWNER", "OWNER", Value, "", 1, 15},
		{"maintainer", "Dockerfile", "MAINTAINER NEEDLE", "MAINTAINER", "MAINTAINER", Value, "", 1, 12},
		{"other instruction", "Dockerfile", "RUN echo NEEDLE", "", "", Text, "", 1, 10},
		{"text", "README.md", "a\né NEEDLE\n", "", "", Text, "", 2, 3},

		{"broken", "a.tf", "a = {\n# NEEDLE", "", "", Text, "", 2, 3},
		{"broken", "a.yaml", "a: [\n# NEEDLE", "", "", Text, "", 2, 3},
		{"broken", "a.json", "{\"a\":\n NEEDLE", "", "", Text, "", 2, 2},
		{"broken", "a.toml", "a = \n NEEDLE", "", "", Text, "", 2, 2},
	}
	for _, tt := range tests {
		t.Run(tt.file+"/"+tt.why, func(t *testing.T) {
			data := []byte(tt.data)
			doc := Parse(tt.file, data)
			if broken := tt.why == "broken"; broken != (doc.Err != nil) {
				t.Fatalf("error %v", doc.Err)
			}
			f, at := needle(t, doc)
			from, to := f.Range(at, at+len("NEEDLE"))
			want := tt.raw
			if want == "" {
				want = "NEEDLE"
			}
			if got := string(data[from:to]); got != want {
				t.Errorf("range holds %q, want %q", got, want)
			}
			if p := NewLines(data).At(from); p.Line != tt.line || p.Column != tt.column {
				t.Errorf("position %d:%d, want %d:%d", p.Line, p.Column, tt.line, tt.column)
			}
			if got := f.Path.Render(plain); got != tt.path {
				t.Errorf("path %q, want %q", got, tt.path)
			}
			if f.Name != tt.name || f.Kind != tt.kind {
				t.Errorf("name %q kind %d, want %q %d", f.Name, f.Kind, tt.name, tt.kind)
			}
		})
	}
}

// needle returns the only field that holds it.
func needle(t *testing.T, doc *Document) (*Field, int) {
	t.Helper()
	var found *Field
	at := -1
	for i := range doc.Fields {
		if k := strings.Index(doc.Fields[i].Value, "NEEDLE"); k >= 0 {
			if found != nil {
				t.Fatal("found twice: a field is not covered")
			}
			found, at = &doc.Fields[i], k
		}
	}
	if found == nil {
		t.Fatalf("not found in %d fields, %v", len(doc.Fields), doc.Err)
	}
	return found, at
}

func TestSyntaxErrorTellsWhereAndQuotesNothing(t *testing.T) {
	tests := []struct {
		why, file, data string
		line            int
	}{
		{"unclosed", "a.tf", "a = 1\nsecret42 = {\n", 3},
		{"bad value", "a.json", "{\n\"a\": secret42}", 2},
		{"unknown anchor", "a.yaml", "a: 1\nb: *secret42\n", 2},
		{"tab", "a.yaml", "a: secret42\n\tb: \"x\"\n", 2},
		{"not TOML", "a.toml", "a = 1\nb = secret42\n", 2},
		{"deep", "a.tf", "a = \n" + strings.Repeat("(", 2*maxHCLDepth), 2},
		{"deep", "a.tf", "a = \n" + strings.Repeat("!", 2*maxHCLDepth), 2},
		{"deep", "a.tf", "a = <<A\n" + strings.Repeat("%{ if a }", 2*maxHCLDepth), 2},
		{"deep", "a.json", "\n" + strings.Repeat("[", 20000), 2},
		{"deep", "a.yaml", "\n" + strings.Repeat("[", 20000), 2},
		{"large", "a.tf", strings.Repeat("a = 1\n", mebibyte/4), 1},
	}
	for _, tt := range tests {
		err := Parse(tt.file, []byte(tt.data)).Err
		var syntax *SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("%s %s: %v", tt.file, tt.why, err)
			continue
		}
		if syntax.Line != tt.line && !(tt.file == "a.yaml" && syntax.Line == tt.line-1) || strings.Contains(err.Error(), "secret42") {
			t.Errorf("%s %s: %v, want line %d", tt.file, tt.why, err, tt.line)
		}
	}
}

// Whatever the input: no panic, ranges stay in the file and in order.
func FuzzParse(f *testing.F) {
	names := []string{"a.tf", "a.yaml", "a.json", "a.toml", "a.properties", "Dockerfile", "a.txt", "a.env", "a.sql"}
	seeds, err := filepath.Glob("testdata/*.*")
	if err != nil || len(seeds) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, seed := range seeds {
		data, err := os.ReadFile(seed)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(uint8(slices.Index(names, "a"+filepath.Ext(seed))), data)
	}
	f.Add(uint8(1), []byte("a: !Sub \"\\x41\\\n  b\"\nc: >\n  d\n"))
	f.Add(uint8(1), []byte("{{- if .a }}\na: {{ .b }}-c # {{/* }} */}}\n{{- end }}\n{% for x in y %}- {{ x }}{% endfor %}\n"))
	f.Add(uint8(4), []byte("a\\:b = \\u00e9\\ud83d\\ude00\\\r\n  c\\"))
	f.Add(uint8(5), []byte("# escape=`\nONBUILD ENV a=\"b `\n# c\n d\" e\n"))
	f.Add(uint8(8), []byte("SELECT \"a\"\"b\", 'c' -- d\n/* e */ FROM `f"))
	f.Add(uint8(5), []byte("LABEL a='b \\\n c' d\n"))
	f.Fuzz(func(t *testing.T, n uint8, data []byte) {
		doc := Parse(names[int(n)%len(names)], data)
		for i := range doc.Fields {
			checkRanges(t, &doc.Fields[i], data)
		}
	})
}

func checkRanges(t *testing.T, f *Field, data []byte) {
	last := 0
	for i := 0; i < len(f.Value) && i < 1000; i++ {
		from, to := f.Range(i, i+1)
		if from < last || to < from || to > len(data) {
			t.Fatalf("byte %d of a %d-byte value is %d:%d in a file of %d bytes (after %d)", i, len(f.Value), from, to, len(data), last)
		}
		if utf8.RuneStart(f.Value[i]) {
			last = from
		}
	}
}

func BenchmarkParse(b *testing.B) {
	files, _ := filepath.Glob("testdata/*.*")
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Base(name), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				Parse(name, data)
			}
		})
	}
}

func TestTagsKeys(t *testing.T) {
	for key, want := range map[string]bool{
		"tags": true, "Tags": true, "tags_all": true, "volume_tags": true, "stackTags": true, "labels": true, "matchLabels": true,
		"user-labels": true, "commonAnnotations": true, "annotations": true, "postage": false, "hashtags": false, "tagged": false, "": false,
	} {
		if isTagsKey(key) != want {
			t.Errorf("%q: want %v", key, want)
		}
	}
}

// What descends without brackets is bounded by the size of the file.
func TestDeepNestingEnds(t *testing.T) {
	const n = 50_000
	for name, data := range map[string]string{
		"conditions.tf": "a = " + strings.Repeat("1?1:", n) + "1",
		"sums.tf":       "a = 1" + strings.Repeat("+1", n),
		"directives.tf": "a = <<A\n" + strings.Repeat("%{if a}\n", n/4),
		"keys.toml":     "a" + strings.Repeat(".a", n) + " = 1",
		"maps.yaml":     strings.Repeat("{a: ", n),
		"items.yaml":    strings.Repeat("- ", n) + "a",
		"objects.json":  strings.Repeat(`{"a":`, n),
	} {
		doc := Parse(name, []byte(data))
		for i := range doc.Fields {
			if path := doc.Fields[i].Path.Render(plain); len(path) > 3*maxSteps+len("...") {
				t.Fatalf("%s: a path of %d bytes", name, len(path))
			}
		}
	}
}
