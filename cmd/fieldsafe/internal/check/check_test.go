package check

import (
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/files"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/detect"
)

const person = "jane.doe@corp-mail.io"

func file(name, content string) files.File {
	return files.File{Name: name, Read: func(limit int) ([]byte, error) {
		if len(content) > limit {
			return nil, files.ErrTooLarge
		}
		return []byte(content), nil
	}}
}

func options() Options {
	return Options{Scanner: detect.Default(), Policy: &policy.Policy{}, MaxSize: 1 << 20}
}

func run(o Options, list ...files.File) *Result { return Run(&files.List{Files: list}, o) }

func TestExcerptShowsTheLineAndNoValue(t *testing.T) {
	long := strings.Repeat("x", 200)
	tests := []struct {
		why, content string
		line         string
		from, to     int
	}{
		{"indentation is dropped", "a:\n    b: é " + person + " c\n", "b: é ************ c", 5, 17},
		{"other values of the line are masked, too", "a: " + person + " and john.roe@corp-mail.io\n", "a: ************ and ************", 3, 15},
		{"samples, too", "a: " + person + " not jane@example.com\n", "a: ************ not ************", 3, 15},
		{"a long line is cut", "a: " + long + " " + person + " " + long + "\n", strings.Repeat("x", 49) + " ************ " + strings.Repeat("x", 37), 50, 62},
		{"no control characters", "# \x1b[31m\t" + person + "\n", "# \ufffd[31m ************", 8, 20},
	}
	for _, tt := range tests {
		r := run(options(), file("a.yaml", tt.content))
		if len(r.Findings) == 0 {
			t.Errorf("%s: nothing found", tt.why)
			continue
		}
		if e := r.Findings[0].Excerpt; e != (Excerpt{tt.line, tt.from, tt.to}) {
			t.Errorf("%s: got %+v", tt.why, e)
		}
	}
}

func TestRevealKeepsValues(t *testing.T) {
	o := options()
	o.Reveal = true
	r := run(o, file("a.yaml", "labels: {"+person+": x}\n"))
	if f := r.Findings[0]; !strings.Contains(f.Excerpt.Line, person) || !strings.Contains(f.Path, person) {
		t.Errorf("got %+v", f)
	}
}

// pem returns what looks like a private key.
func pem() string {
	sum := sha512.Sum512([]byte("key"))
	body := base64.StdEncoding.EncodeToString(sum[:])
	return "-----BEGIN " + "PRIVATE KEY-----\n" + body[:64] + "\n" + body[64:] + "\n-----END " + "PRIVATE KEY-----\n"
}

func TestPrivateKeysAreFound(t *testing.T) {
	for name, content := range map[string]string{
		"key.pem":     pem(),
		"a.tf":        "key = <<EOT\n" + pem() + "EOT\n",
		"a.yaml":      "key: |\n  " + strings.ReplaceAll(strings.TrimSpace(pem()), "\n", "\n  ") + "\n",
		"a.json":      `{"key": "` + strings.ReplaceAll(pem(), "\n", `\n`) + `"}`,
		"secret.toml": "key = \"\"\"\n" + pem() + "\"\"\"\n",
		".env":        `KEY="` + strings.ReplaceAll(pem(), "\n", `\n`) + "\"\n",
	} {
		if r := run(options(), file(name, content)); len(r.Findings) != 1 || r.Findings[0].Detector.ID != "private_key_pem" {
			t.Errorf("%s: %d findings, %v left out", name, len(r.Findings), r.Skipped)
		}
	}
}

// A fingerprint belongs to a finding, wherever it moves to and whatever stands
// beside it; two findings never share one.
func TestFingerprintsStayAndDiffer(t *testing.T) {
	const name = "of-" + person + ".yaml"
	before := run(options(), file(name, "a: "+person+"\nb:\n- c: "+person+"\n# "+person+"\n# "+person+"\n"))
	after := run(options(), file(name, "# new\nz: 1\na: "+person+"\n\nb:\n- c: x\n- c: "+person+"\n# "+person+"\n# "+person+"\n"))
	seen := make(map[string]bool)
	for i := range before.Findings {
		fingerprint := before.Findings[i].Fingerprint
		if seen[fingerprint] {
			t.Errorf("finding %d has the fingerprint of another", i)
		}
		seen[fingerprint] = true
		if fingerprint != after.Findings[i].Fingerprint {
			t.Errorf("finding %d has another fingerprint after lines were added", i)
		}
	}
	if len(seen) != 5 || seen[""] {
		t.Errorf("%d findings, want 5", len(seen))
	}
}

func TestWhatIsNotCheckedIsCounted(t *testing.T) {
	o := options()
	o.MaxSize = 100
	r := run(o,
		file("big.txt", strings.Repeat(person+"\n", 10)),
		file("binary", person+"\x00"),
		file("fine.txt", person),
		file("broken.json", "{\n"+person),
		files.File{Name: "gone", Read: func(int) ([]byte, error) {
			return nil, &fs.PathError{Op: "open", Path: "gone", Err: fs.ErrPermission}
		}},
	)
	if r.TooLarge != 1 || r.Binary != 1 || r.Files != 2 || r.Lines != 3 || len(r.Findings) != 2 {
		t.Errorf("got %+v", r)
	}
	if len(r.Unreadable) != 1 || r.Unreadable[0].File != "gone" || !errors.Is(r.Unreadable[0].Err, fs.ErrPermission) {
		t.Errorf("unreadable: %v", r.Unreadable)
	}
	if len(r.Unparsed) != 1 || r.Unparsed[0].File != "broken.json" {
		t.Errorf("unparsed: %v", r.Unparsed)
	}
}

func TestFindingsComeByFileThenPosition(t *testing.T) {
	var list []files.File
	for i := range 50 {
		list = append(list, file(fmt.Sprintf("%02d.tf", i), "a = {\n b = \""+person+"\"\n}\n# "+person+"\nc = \""+person+"\"\n"))
	}
	r := run(options(), list...)
	if len(r.Findings) != 150 {
		t.Fatalf("%d findings, want 150", len(r.Findings))
	}
	for i, f := range r.Findings {
		if want := fmt.Sprintf("%02d.tf", i/3); f.File != want {
			t.Fatalf("finding %d is of %s, want %s", i, f.File, want)
		}
		if i%3 > 0 && f.Start <= r.Findings[i-1].Start {
			t.Fatalf("finding %d comes before the one before it", i)
		}
	}
}

// Whatever the file: no panic, ranges in the file, excerpts without line breaks,
// and no value in anything that is reported.
func FuzzCheck(f *testing.F) {
	names := []string{"a.tf", "a.yaml", "a.json", "a.toml", ".env", "Dockerfile", "a.txt"}
	f.Add(uint8(0), "a = \"x "+person+" ${b}\"")
	f.Add(uint8(1), "labels:\n  \"jane.doe\\x40corp-mail.io\": |\n    "+person+"\n")
	f.Add(uint8(2), `{"tags":[{"Key":"jane\u002edoe@corp-mail.io","Value":"536-90-4399"}]}`)
	f.Add(uint8(3), "a = [\"\"\"\n"+person+"\"\"\"]")
	f.Fuzz(func(t *testing.T, n uint8, content string) {
		r := run(options(), file(names[int(n)%len(names)], content))
		for _, found := range r.Findings {
			if found.Start < 0 || found.End <= found.Start || found.End > len(content) {
				t.Fatalf("range %d:%d in %d bytes", found.Start, found.End, len(content))
			}
			if e := found.Excerpt; e.From < 0 || e.To < e.From || e.To > len([]rune(e.Line)) || strings.ContainsAny(e.Line, "\n\r\x1b") {
				t.Fatalf("excerpt %+v", e)
			}
			if value := content[found.Start:found.End]; len(value) > maxPlain && strings.Contains(found.Path+found.Excerpt.Line, value) {
				t.Fatalf("the value is in %q or %q", found.Path, found.Excerpt.Line)
			}
		}
	})
}

// maxPlain is how long a value may be that also stands in a line by chance, or
// is all asterisks.
const maxPlain = maskWidth

func BenchmarkCheck(b *testing.B) {
	var y strings.Builder
	for i := range 200 {
		fmt.Fprintf(&y, "---\nmetadata:\n  name: web-%d\n  labels: {app: web, team: platform}\nspec:\n  image: registry.example/web:1.%d.0\n", i, i)
	}
	for _, f := range []files.File{file("manifests.yaml", y.String()), file("notes.txt", y.String())} {
		b.Run(f.Name, func(b *testing.B) {
			b.SetBytes(int64(y.Len()))
			for b.Loop() {
				run(options(), f)
			}
		})
	}
}

func TestCredentialsOfDataSources(t *testing.T) {
	secret := "velvet" + "Quarry57"
	tests := []struct {
		why, content string
		want         string // detectors
	}{
		{"MySQL in Go", `dsn = "app:` + secret + `@tcp(db:3306)/x"`, "db_connection_string"},
		{"Oracle", `x = "app/` + secret + `@//db:1521/x"`, "db_connection_string"},
		{"JDBC with Oracle's thin driver", `x = "jdbc:oracle:thin:app/` + secret + `@db:1521:x"`, "db_connection_string"},
		{"no scheme", `x = "//app:` + secret + `@db.corp/x"`, "url_userinfo"},
		{"no scheme, but the name of the field", `proxy_url = "app:` + secret + `@db.corp:5432/x"`, "url_userinfo"},
		{"libpq", `dsn = "host=db user=app password=` + secret + `"`, "password_assignment"},
		{"ADO.NET", `c = "Server=db;User Id=app;Password=` + secret + `;"`, "db_connection_string"},
		{"member of a policy", `members = ["user:support@corp.test", "serviceAccount:x@y.iam.gserviceaccount.com"]`, ""},
		{"image", `image_url = "web:1.2@sha256:` + strings.Repeat("0a1b", 16) + `"`, ""},
		{"remote of git", `remote_url = "git@code.corp.test:x/y.git"`, ""},
		{"interpolated", `dsn = "${var.u}:${var.p}@tcp(${var.h}:3306)/x"`, ""},
	}
	for _, tt := range tests {
		var got []string
		for _, f := range run(options(), file("a.tf", tt.content+"\n")).Findings {
			got = append(got, f.Detector.ID)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func TestAFaultInOneFileIsSaidAndStopsNothing(t *testing.T) {
	fault := files.File{Name: "fault.txt", Read: func(int) ([]byte, error) { panic("of a reader") }}
	r := run(options(), fault, file("fine.txt", person))
	if len(r.Unreadable) != 1 || r.Unreadable[0].File != "fault.txt" || len(r.Findings) != 1 {
		t.Errorf("got %+v", r)
	}
}

func TestValuesOfSecrets(t *testing.T) {
	secret := "dmVsdmV0" + "LVF1YXJyeS01Nw=="
	tests := []struct {
		why, content string
		want         string // fields
	}{
		{"any key", "apiVersion: v1\nkind: Secret\ndata:\n  hook: " + secret + "\n", "data.hook"},
		{"text", "apiVersion: v1\nkind: Secret\nstringData: {hook: vElvet57quarry}\n", "stringData.hook"},
		{"found by its key", "apiVersion: v1\nkind: Secret\ndata: {password: " + secret + "}\n", "data.password"},
		{"what everybody may know", "apiVersion: v1\nkind: Secret\ndata: {tls.crt: " + secret + ", username: " + secret + "}\n", ""},
		{"a word", "apiVersion: v1\nkind: Secret\nstringData: {insecure: yes-please, kind: helm}\n", ""},
		{"a template", "apiVersion: v1\nkind: Secret\ndata: {hook: {{ .Values.hook | b64enc }} }\n", ""},
		{"sealed", "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec: {encryptedData: {hook: " + secret + "}}\n", ""},
		{"no secret", "apiVersion: v1\nkind: ConfigMap\ndata: {hook: " + secret + "}\n", ""},
		{"metadata", "apiVersion: v1\nkind: Secret\nmetadata: {labels: {hook: " + secret + "}}\n", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, f := range run(options(), file("a.yaml", tt.content)).Findings {
			got = append(got, f.Path)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}
