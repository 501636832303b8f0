package source

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// placed is a file with the word NEEDLE in it, or what decodes to it (raw), once.
type placed struct {
	why, file, data string
	path            string // of the field, or of the key, that holds it
	name            string
	kind            Kind
	raw             string // NEEDLE if empty
}

func (p placed) run(t *testing.T) {
	t.Helper()
	data := []byte(p.data)
	doc := Parse(p.file, data)
	if doc.Err != nil {
		t.Fatalf("error %v", doc.Err)
	}
	f, at := needle(t, doc)
	from, to := f.Range(at, at+len("NEEDLE"))
	raw := p.raw
	if raw == "" {
		raw = "NEEDLE"
	}
	want := strings.Index(p.data, raw)
	if from != want || string(data[from:to]) != raw {
		t.Errorf("bytes %d:%d hold %q, want %q at %d", from, to, data[from:to], raw, want)
	}
	line := p.data[strings.LastIndexByte(p.data[:want], '\n')+1 : want]
	position := Position{1 + strings.Count(p.data[:want], "\n"), 1 + utf8.RuneCountInString(line), 1 + len(line)}
	if got := NewLines(data).At(from); got != position {
		t.Errorf("position %v, want %v", got, position)
	}
	if got := f.Path.Render(plain); got != p.path || f.Name != p.name || f.Kind != p.kind {
		t.Errorf("path %s name %q kind %d, want %s %q %d", got, f.Name, f.Kind, p.path, p.name, p.kind)
	}
}

func TestTerraform(t *testing.T) {
	for _, p := range []placed{
		{"default_tags", "a.tf", "provider \"aws\" {\r\n\tdefault_tags {\r\n\t\ttags = { \"é\" = \"ü NEEDLE\" }\r\n\t}\r\n}\r\n", `provider.aws.default_tags.tags["é"]`, "é", Name, ""},
		{"merge of locals", "a.tf", "locals {\n  common_tags = merge({ a = 1 }, local.x, tomap({ Owner = \"NEEDLE\" }))\n}\n", "locals.common_tags[2][0].Owner", "Owner", Name, ""},
		{"default of a map variable", "a.tf", "variable \"tags\" {\n  type = map(string)\n  default = {\n    owner = \"NEEDLE\"\n  }\n}\n", "variable.tags.default.owner", "owner", Name, ""},
		{"default of an object", "a.tf", "variable \"x\" {\n  type = object({ name = optional(string, \"NEEDLE\") })\n}\n", "variable.x.type[0].name[1]", "name", Name, ""},
		{"description of an output", "a.tf", "output \"x\" {\n  description = \"of NEEDLE\"\n}\n", "output.x.description", "description", Value, ""},
		{"error message", "a.tf", "variable \"x\" {\n  validation {\n    error_message = \"ask NEEDLE\"\n  }\n}\n", "variable.x.validation.error_message", "error_message", Value, ""},
		{"tag block", "a.tf", "resource \"a\" \"b\" {\n  tag {\n    key = \"Owner\"\n    value = \"NEEDLE\"\n    propagate_at_launch = true\n  }\n}\n", "resource.a.b.tag.value", "Owner", Name, ""},
		{"dynamic block", "a.tf", "resource \"a\" \"b\" {\n  dynamic \"tag\" {\n    for_each = { o = \"NEEDLE\" }\n    content {}\n  }\n}\n", "resource.a.b.dynamic.tag.for_each.o", "o", Name, ""},
		{"for expression", "a.tf", "a = { for k in [\"NEEDLE\"] : k => k }\n", "a[0][0]", "a", Value, ""},
		{"nested interpolation", "a.tf", "name = \"é${lower(\"x-${var.y}-NEEDLE\")}\"\n", "name[0]", "name", Name, ""},
		{"heredoc in an interpolated heredoc", "a.tf", "d = <<-EOT\n\t\té ${var.x}\n\t\t  NEEDLE\n\tEOT\n", "d", "d", Value, ""},
		{"heredoc with CRLF", "a.tf", "d = <<EOT\r\none\r\nNEEDLE\r\nEOT\r\n", "d", "d", Value, ""},
		{"heredoc as an argument", "a.tf", "d = jsonencode(<<EOT\n  NEEDLE\nEOT\n)\n", "d[0]", "d", Value, ""},
		{"loop in a heredoc", "a.tf", "d = <<EOT\n%{ for i in y ~}\n  é NEEDLE ${i}\n%{ endfor ~}\nEOT\n", "d[1]", "d", Value, ""},
		{"splat over a list", "a.tf", "d = [{ a = \"NEEDLE\" }][*].a\n", "d[0].a", "a", Value, ""},
		{"attribute of an object", "a.tf", "d = ({ a = \"NEEDLE\" }).a\n", "d.a", "a", Value, ""},
		{"template directive", "a.tf", "d = \"%{ if x }NEEDLE%{ else }b%{ endif }\"\n", "d[1]", "d", Value, ""},
		{"escaped interpolation", "a.tf", "d = \"$${a} %%{b} NEEDLE\"\n", "d", "d", Value, ""},
		{"byte order mark", "a.tf", "\ufeffd = \"NEEDLE\"\n", "d", "d", Value, ""},
		{"number of a key", "a.tf", "tags = { 1 = \"NEEDLE\" }\n", "tags.1", "1", Name, ""},
		{"quoted key", "a.tf", "tags = { \"x NEEDLE\" : 1 }\n", `tags["x NEEDLE"]`, "", Name, ""},
		{"key in parentheses", "a.tf", "tags = { (\"NEEDLE\") = 1 }\n", "tags.NEEDLE", "", Name, ""},
		{"interpolated key", "a.tf", "tags = { \"NEEDLE-${x}\" = 1 }\n", `tags["NEEDLE-${}"]`, "", Name, ""},
		{"local block comment", "a.tf", "/* é\n NEEDLE */\na = 1\n", "", "", Text, ""},
		{"line comment", "a.tf", "a = 1 // NEEDLE\n", "", "", Text, ""},
		{"label of a module", "a.tf", "module \"NEEDLE\" {}\n", "module.NEEDLE", "", Name, ""},
		{"index of a reference", "a.tf", "a = x[\"NEEDLE\"]\n", "", "", Text, ""},
		{"tfvars", "a.auto.tfvars", "tags = {\n  Owner = \"NEEDLE\"\n}\n", "tags.Owner", "Owner", Name, ""},
		{"Terraform tests", "a.tftest.hcl", "variables {\n  name = \"NEEDLE\"\n}\n", "variables.name", "name", Name, ""},
		{"Terraform JSON", "a.tf.json", "{\"resource\":{\"a\":{\"b\":{\"tags\":{\"Owner\":\"${var.x} NEEDLE\"}}}}}", "resource.a.b.tags.Owner", "Owner", Name, ""},
		{"plan", "plan.json", `{"resource_changes":[{"address":"a.b","change":{"after":{"tags_all":{"Owner":"NEEDLE"}}}}]}`, "resource_changes[0].change.after.tags_all.Owner", "Owner", Name, ""},
		{"plan of a sensitive variable", "plan.json", `{"variables":{"db_password":{"value":"NEEDLE"}}}`, "variables.db_password.value", "db_password", Value, ""},
	} {
		t.Run(p.why, p.run)
	}
}

func TestCloudFormation(t *testing.T) {
	for _, p := range []placed{
		{"tag in one line", "a.yaml", "Tags: [{Key: Owner, Value: !Sub 'é ${X} NEEDLE'}]\n", "Tags[0].Value", "Owner", Name, ""},
		{"join", "a.yaml", "Tags:\n  - Key: Owner\n    Value: !Join ['-', [a, NEEDLE]]\n", "Tags[0].Value[1][1]", "Owner", Name, ""},
		{"condition", "a.yaml", "Name: !If [IsProd, NEEDLE, b]\n", "Name[1]", "Name", Name, ""},
		{"function in long form", "a.yaml", "Name:\n  Fn::If: [IsProd, NEEDLE, b]\n", `Name["Fn::If"][1]`, "Name", Name, ""},
		{"base 64 of user data", "a.yaml", "UserData:\n  Fn::Base64: !Sub |\n    #!/bin/bash\n    echo ${X} NEEDLE\n", `UserData["Fn::Base64"]`, "UserData", Value, ""},
		{"SAM tags", "a.yaml", "Globals:\n  Function:\n    Tags:\n      Owner: NEEDLE\n", "Globals.Function.Tags.Owner", "Owner", Name, ""},
		{"description", "a.yaml", "Description: >\n  one\n  NEEDLE\n", "Description", "Description", Value, ""},
		{"metadata", "a.yaml", "Metadata:\n  Owner:\n    - NEEDLE\n", "Metadata.Owner[0]", "Owner", Value, ""},
		{"substitution with a map, JSON", "a.template", `{"Tags":[{"Key":"O","Value":{"Fn::Sub":["${a} NEEDLE",{"a":"b"}]}}]}`, `Tags[0].Value["Fn::Sub"][0]`, "O", Name, ""},
		{"substitution's own variables", "a.template", `{"Tags":[{"Key":"O","Value":{"Fn::Sub":["${a}",{"a":"NEEDLE"}]}}]}`, `Tags[0].Value["Fn::Sub"][1].a`, "a", Name, ""},
		{"join, JSON", "a.template", `{"Name":{"Fn::Join":["",["a","NEEDLE"]]}}`, `Name["Fn::Join"][1][1]`, "Name", Name, ""},
		{"mapping", "a.yaml", "Mappings:\n  M:\n    'x':\n      owner: NEEDLE\n", "Mappings.M.x.owner", "owner", Value, ""},
	} {
		t.Run(p.why, p.run)
	}
}

func TestInvalidBytes(t *testing.T) {
	for _, p := range []placed{
		{"JSON", "a.json", "{\"a\":\"\xff \xc3 é NEEDLE\"}", "a", "a", Value, ""},
		{"a key of one", "a.json", "{\"\xff\":\"\xff\xfe NEEDLE\"}", "[\"\xef\xbf\xbd\"]", "\ufffd", Value, ""},
	} {
		t.Run(p.why, p.run)
	}
}

func TestKubernetes(t *testing.T) {
	for _, p := range []placed{
		{"name", "a.yaml", "kind: X\r\nmetadata:\r\n  name: NEEDLE\r\n", "metadata.name", "name", Name, ""},
		{"label, quoted", "a.yaml", "metadata: {labels: {\"a.b/owner\": \"é\\u00e9 NEEDLE\"}}\n", `metadata.labels["a.b/owner"]`, "a.b/owner", Name, ""},
		{"annotation, folded", "a.yaml", "metadata:\n  annotations:\n    x: >2\n        é\n      y\n      NEEDLE\n", "metadata.annotations.x", "x", Name, ""},
		{"annotation of a pod template", "a.yaml", "spec:\n  template:\n    metadata:\n      annotations:\n        x: |-\n\n          NEEDLE\n", "spec.template.metadata.annotations.x", "x", Name, ""},
		{"annotation with JSON in it", "a.yaml", "metadata:\n  annotations:\n    last: |\n      {\"metadata\":{\"labels\":{\"o\":\"NEEDLE\"}}}\n", "metadata.annotations.last", "last", Name, ""},
		{"third document, with comments before it", "a.yaml", "%YAML 1.1\n---\na: é\n...\n# c\n---\n# d\n---\nb: NEEDLE\n", "b", "b", Value, ""},
		{"anchor", "a.yaml", "a: &x\n  b: NEEDLE\nc: *x\nd:\n  <<: *x\n  e: 1\n", "a.b", "b", Value, ""},
		{"anchor of a key", "a.yaml", "&k NEEDLE: 1\nb: *k\n", "NEEDLE", "", Name, ""},
		{"anchor and tag", "a.yaml", "a: &x !!str 'é NEEDLE'\n", "a", "a", Value, ""},
		{"tag and anchor on a line of their own", "a.yaml", "a:\n  !!str &x\n  NEEDLE\n", "a", "a", Value, ""},
		{"complex key", "a.yaml", "? [a, NEEDLE]\n: b\n", "[0][1]", "", Value, ""},
		{"explicit key", "a.yaml", "? NEEDLE\n: b\n", "NEEDLE", "", Name, ""},
		{"flow over lines", "a.yaml", "a: {b: [c,\n  'd\n   NEEDLE', e], f}\n", "a.b[1]", "b", Value, ""},
		{"plain over lines with unicode", "a.yaml", "a: é\n\n   ü\n   NEEDLE é\n", "a", "a", Value, ""},
		{"double quotes with escaped line break", "a.yaml", "a: \"é \\\n    NEE\\\n    DLE\"\n", "a", "a", Value, "NEE\\\n    DLE"},
		{"double quotes over lines", "a.yaml", "a: \"é\n\n    \\tNEEDLE\"\n", "a", "a", Value, ""},
		{"literal with indentation indicator", "a.yaml", "a: |1+\n   é\n NEEDLE\n\nb: 1\n", "a", "a", Value, ""},
		{"literal with comment", "a.yaml", "a: | # c\n  NEEDLE\n", "a", "a", Value, ""},
		{"literal in a list", "a.yaml", "a:\n- |\n  NEEDLE\n- b\n", "a[0]", "a", Value, ""},
		{"literal with CRLF", "a.yaml", "a: |\r\n  é\r\n  NEEDLE\r\nb: 1\r\n", "a", "a", Value, ""},
		{"the value is its key again", "a.yaml", "NEEDL: NEEDLE\n", "NEEDL", "NEEDL", Value, ""},
		{"config map", "a.yaml", "data:\n  a.properties: |\n    x=y\n    owner=NEEDLE\n", `data["a.properties"]`, "a.properties", Value, ""},
		{"literal of Kustomize", "kustomization.yaml", "configMapGenerator:\n- name: x\n  literals:\n  - OWNER=NEEDLE\n", "configMapGenerator[0].literals[0]", "OWNER", Value, ""},
		{"patch of Kustomize", "kustomization.yaml", "patches:\n- patch: |-\n    - op: add\n      path: /metadata/labels/owner\n      value: NEEDLE\n", "patches[0].patch", "patch", Value, ""},
		{"common labels", "kustomization.yaml", "commonLabels:\n  owner: NEEDLE\n", "commonLabels.owner", "owner", Name, ""},
		{"labels with pairs", "kustomization.yaml", "labels:\n- pairs:\n    owner: NEEDLE\n", "labels[0].pairs.owner", "owner", Name, ""},
		{"environment", "a.yaml", "env:\n- {name: A, value: b}\n- {name: DB_PASSWORD, value: NEEDLE}\n", "env[1].value", "DB_PASSWORD", Value, ""},
		{"values of Helm", "values.yaml", "a:\n  podLabels:\n    owner: NEEDLE # c\n", "a.podLabels.owner", "owner", Name, ""},
		{"next line and line separator", "a.yaml", "a: \"x\u2028y\u0085z NEEDLE\"\n", "a", "a", Value, ""},
	} {
		t.Run(p.why, p.run)
	}
}

func TestTemplates(t *testing.T) {
	for _, p := range []placed{
		{"value", "a.yaml", "a: {{ .Values.x | quote }}\nb: NEEDLE\n", "b", "b", Value, ""},
		{"in quotes", "a.yaml", "a: \"{{ .x }}-é-NEEDLE\"\n", "a", "a", Value, ""},
		{"default", "a.yaml", "a: {{ .x | default \"NEEDLE\" }}\n", "a", "a", Value, ""},
		{"range", "a.yaml", "x:\n{{- range $k, $v := .l }}\n  {{ $k }}: {{ $v }}\n{{- end }}\ny: NEEDLE\n", "y", "y", Value, ""},
		{"with else", "a.yaml", "{{- if .a }}\na: 1\n{{- else }}\na: NEEDLE\n{{- end }}\n", "a", "a", Value, ""},
		{"condition within a line", "a.yaml", "a: {{ if .b }}x{{ else }}NEEDLE{{ end }}\n", "a", "a", Value, ""},
		{"after a colon without a space", "a.yaml", "image: \"{{ .r }}:{{ .t }}\"\nb: {{ .n }}-NEEDLE\n", "b", "b", Value, ""},
		{"workflow", ".github/workflows/a.yml", "jobs:\n  a:\n    env:\n      X: ${{ secrets.X }} NEEDLE\n", "jobs.a.env.X", "X", Value, ""},
		{"action with a brace in a string", "a.yaml", "a: {{ \"}\" }}\nb: NEEDLE\n", "b", "b", Value, ""},
		{"list of includes", "a.yaml", "metadata:\n  labels: {{- include \"x\" . | nindent 4 }}\n    owner: NEEDLE\n", "metadata.labels.owner", "owner", Name, ""},
		{"with toYaml", "a.yaml", "metadata:\n  labels:\n    {{- toYaml .l | nindent 4 }}\n  annotations:\n    x: NEEDLE\n", "metadata.annotations.x", "x", Name, ""},
		{"key behind a condition", "a.yaml", "a:\n  {{ if .b }}- x{{ end }}\n  {{ if .c }}- NEEDLE{{ end }}\n", "a", "a", Value, ""},
		{"condition before a colon", "a.yaml", "a: {{if .b}}:x:{{end}} NEEDLE\n", "a", "a", Value, ""},
		{"beside a key behind a condition", "a.yaml", "a:\n  b: c\n  {{with .d}}e: \"x\"{{end}}\n  f: NEEDLE\n", "a.f", "f", Value, ""},
		{"comment of a template with an action in it", "a.yaml", "{{- /* {{ if }} c: d */ -}}\na: NEEDLE\n", "a", "a", Value, ""},
		{"comment behind a condition", "a.yaml", "{{- if .a }} # c: d: e\na: NEEDLE # f\n{{- end }}\n", "a", "a", Value, ""},
		{"definitions with an indentation of their own", "a.yaml", "{{- define \"x\" }}\n    limits:\n      owner: NEEDLE\n{{- end }}\nmetadata:\n  b: c\n", "limits.owner", "owner", Value, ""},
		{"Jinja", "a.yaml", "{% if x %}\na: NEEDLE\n{% endif %}\n", "a", "a", Value, ""},
	} {
		t.Run(p.why, p.run)
	}
}

func TestPipelines(t *testing.T) {
	for _, p := range []placed{
		{"Pulumi config", "Pulumi.dev.yaml", "config:\n  app:owner: NEEDLE\n", `config["app:owner"]`, "app:owner", Value, ""},
		{"Pulumi resource", "Pulumi.yaml", "resources:\n  b:\n    properties:\n      tags:\n        Owner: NEEDLE\n", "resources.b.properties.tags.Owner", "Owner", Name, ""},
		{"Serverless", "serverless.yml", "provider:\n  stackTags:\n    owner: ${self:custom.x}-NEEDLE\n", "provider.stackTags.owner", "owner", Name, ""},
		{"Compose, map", "compose.yaml", "services:\n  a:\n    labels:\n      owner: NEEDLE\n", "services.a.labels.owner", "owner", Name, ""},
		{"Compose, list", "compose.yaml", "services:\n  a:\n    labels:\n      - \"com.x.owner=NEEDLE\"\n", `services.a.labels[0]`, "com.x.owner", Name, ""},
		{"Compose, environment", "compose.yaml", "services:\n  a:\n    environment:\n      - DB_PASSWORD=NEEDLE\n", "services.a.environment[0]", "DB_PASSWORD", Value, ""},
		{"container name", "compose.yaml", "services: {a: {container_name: NEEDLE}}\n", "services.a.container_name", "container_name", Name, ""},
		{"GitHub, step", ".github/workflows/x.yml", "on:\n  push:\njobs:\n  b:\n    steps:\n    - name: ask NEEDLE\n      run: |\n        x\n", "jobs.b.steps[0].name", "name", Name, ""},
		{"GitLab", ".gitlab-ci.yml", "variables:\n  OWNER:\n    value: NEEDLE\n    description: x\n", "variables.OWNER.value", "OWNER", Value, ""},
		{"GitLab, script", ".gitlab-ci.yml", "a:\n  script:\n    - >\n      echo x\n      NEEDLE\n", "a.script[0]", "script", Value, ""},
		{"OpenAPI, contact", "openapi.yaml", "info:\n  contact:\n    email: NEEDLE\n", "info.contact.email", "email", Value, ""},
		{"OpenAPI, example", "openapi.json", `{"paths":{"/a":{"get":{"parameters":[{"name":"ssn","example":"NEEDLE"}]}}}}`, `paths["/a"].get.parameters[0].example`, "ssn", Value, ""},
		{"OpenAPI, example of a property", "openapi.yaml", "properties:\n  ssn:\n    example: NEEDLE\n", "properties.ssn.example", "ssn", Value, ""},
	} {
		t.Run(p.why, p.run)
	}
}

func TestLineFormats(t *testing.T) {
	for _, p := range []placed{
		{"table in an array", "a.toml", "[[a.b]]\nname = 'x'\n[[a.b]]\nname = \"é NEEDLE\"\r\n", "a.b.name", "name", Name, ""},
		{"quoted key", "a.toml", "a.\"é NEEDLE\".c = 1\n", `a["é NEEDLE"]`, "", Name, ""},
		{"key of a table", "a.toml", "[a.'x NEEDLE']\nb = 1\n", `a["x NEEDLE"]`, "", Name, ""},
		{"literal of several lines", "a.toml", "a = '''\r\né\r\nNEEDLE'''\r\n", "a", "a", Value, ""},
		{"array over lines", "a.toml", "a = [\n  \"x\", # c\n  \"NEEDLE\",\n]\n", "a[1]", "a", Value, ""},
		{"escapes", "a.toml", "a = \"\\t\\U0001F600 NEED\\u004CE\"\n", "a", "a", Value, `NEED\u004CE`},
		{"byte order mark", "a.toml", "\ufeffa = \"NEEDLE\"\n", "a", "a", Value, ""},

		{"double quotes with escapes", ".env", "A=\"x\\\"y NEEDLE\"\n", "A", "A", Value, ""},
		{"single quotes", "prod.env", "A='x # NEEDLE' # c\n", "A", "A", Value, ""},
		{"CRLF", ".env", "A=b\r\nC=NEEDLE\r\n", "C", "C", Value, ""},
		{"byte order mark", ".env", "\ufeffOWNER=NEEDLE\n", "OWNER", "OWNER", Value, ""},
		{"comment", ".env", "A=b # NEEDLE\n", "", "", Text, ""},
		{"commented out", ".env", "# OWNER=NEEDLE\n", "", "", Text, ""},
		{"blanks around the sign", ".envrc", "export  A = NEEDLE\n", "A", "A", Value, ""},
		{"line continued", "a.properties", "a.b=x,\\\r\n    NEEDLE\n", `["a.b"]`, "a.b", Value, ""},
		{"comment that begins with !", "a.properties", "! NEEDLE\na=b\n", "", "", Text, ""},
		{"separated by a blank", "a.properties", "owner NEEDLE\n", "owner", "owner", Value, ""},
		{"escapes", "a.properties", "a\\:b=\\u00e9 NEED\\u004CE\n", `["a:b"]`, "a:b", Value, `NEED\u004CE`},
		{"section", "a.ini", "[NEEDLE]\na=b\n", "NEEDLE", "", Name, ""},

		{"label with quotes", "Dockerfile", "LABEL \"com.x\"=\"é NEEDLE\" a=b\r\n", `labels["com.x"]`, "com.x", Name, ""},
		{"label with an escaped blank", "Dockerfile", "LABEL owner=the\\ NEEDLE\n", "labels.owner", "owner", Name, ""},
		{"environment over lines with a comment between", "Dockerfile", "ENV A=b \\\n# c\n  OWNER=NEEDLE\n", "env.OWNER", "OWNER", Value, ""},
		{"argument", "x.dockerfile", "arg OWNER=NEEDLE\n", "arg.OWNER", "OWNER", Value, ""},
		{"build argument on demand", "Containerfile", "ONBUILD ARG OWNER='NEEDLE'\n", "arg.OWNER", "OWNER", Value, ""},
		{"escape directive", "Dockerfile", "# escape=`\nFROM x\nLABEL a=b `\n  owner=NEEDLE\n", "labels.owner", "owner", Name, ""},
		{"label across a line", "Dockerfile", "LABEL owner=\"a \\\n  NEEDLE\"\n", "labels.owner", "owner", Name, ""},
		{"here-document", "Dockerfile", "RUN <<EOF\nLABEL x\necho NEEDLE\nEOF\n", "", "", Text, ""},
		{"ports before it", "Dockerfile", "EXPOSE 80 81\nENV A NEEDLE", "env.A", "A", Value, ""},
		{"comment", "Dockerfile", "# NEEDLE\nFROM x\n", "", "", Text, ""},
	} {
		t.Run(p.why, p.run)
	}
}

func TestSQL(t *testing.T) {
	const file = "CREATE TABLE a.NEEDLE_x (\"é NEEDLE y\" int, `NEEDLE` text) -- é \"NEEDLE\n; /* ' NEEDLE */ COMMENT ON x IS 'it''s \"NEEDLE';"
	doc := Parse("schema.sql", []byte(file))
	var names []string
	for _, f := range doc.Fields {
		if from, to := f.Range(0, len(f.Value)); file[from:to] != f.Value {
			t.Errorf("%q stands at %q", f.Value, file[from:to])
		}
		switch {
		case f.Kind == Name && strings.Contains(f.Value, "NEEDLE"):
			names = append(names, f.Value)
		case f.Kind == Text && f.Value != file:
			t.Errorf("the text is %q, want all of the file", f.Value)
		}
	}
	if got := strings.Join(names, "|"); got != "NEEDLE_x|é NEEDLE y|NEEDLE" {
		t.Errorf("names %s", got)
	}
}

func TestFormatOf(t *testing.T) {
	for name, want := range map[string]Format{
		"main.tf": HCL, "A/MAIN.TF": HCL, "main.tf.json": JSON, "x.auto.tfvars": HCL, "x.pkr.hcl": HCL, `a\b.yml`: YAML,
		"values.yaml.gotmpl": YAML, "config.json.tpl": JSON, ".env": Assignments, ".env.example": Assignments, "app.env.sample": Assignments,
		".envoy.yaml": YAML, ".environment": PlainText, "Dockerfile": Dockerfile, "Dockerfile.prod": Dockerfile, "api.Dockerfile": Dockerfile,
		"Dockerfile.md": PlainText, "Dockerfiles": PlainText, "dockerfile.go": PlainText, "x.sql": SQL, "a.properties": Properties,
		"a.template": cloudFormation, "a.tpl": PlainText, "README.md": PlainText, "a.go": PlainText, "": PlainText,
	} {
		if got := FormatOf(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
