package ndjson

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/detect"
)

func TestScanKeepsAnsweringAfterABadLine(t *testing.T) {
	const in = `{"id":1,"text":"nothing here"}
{"id":"a\u0062","text":3}

not json
{"id":[2, 3],"surface":"color","text":"x"}
{"text":"no id"}`
	const want = `{"id":1,"findings":[]}
{"id":"a\u0062","error":"ndjson: a member has the wrong type (byte 23)"}
{"error":"ndjson: not valid JSON (byte 1)"}
{"id":[2, 3],"error":"ndjson: surface must be text, name, field or url"}
{"findings":[]}
`
	var out strings.Builder
	if err := Scan(strings.NewReader(in), &out, detect.Default()); err != nil {
		t.Fatal(err)
	}
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

// A caller that sends one line and waits must be answered before it sends more.
func TestScanAnswersBeforeItReadsOn(t *testing.T) {
	inR, inW := io.Pipe()
	outR, outW := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- Scan(inR, outW, detect.Default()) }()
	replies := bufio.NewReader(outR)
	for range 3 {
		if _, err := io.WriteString(inW, `{"text":"x"}`+"\n"); err != nil {
			t.Fatal(err)
		}
		if line, err := replies.ReadString('\n'); err != nil || line != `{"findings":[]}`+"\n" {
			t.Fatalf("got %q, %v", line, err)
		}
	}
	inW.Close()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestErrorsHoldNoInput(t *testing.T) {
	for _, in := range []string{"hunter2", `{"text":hunter2}`, `{"text":{"hunter2":1}}`, `{"surface":"hunter2"}`, "{\"text\":\"hunter2\xff\"}"} {
		var out strings.Builder
		if err := Scan(strings.NewReader(in), &out, detect.Default()); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), `"error"`) || strings.Contains(out.String(), "hunter2") {
			t.Errorf("%q is answered with %s", in, out.String())
		}
	}
}

func TestLineLongerThanTheBuffer(t *testing.T) {
	in := `{"id":1,"text":"` + strings.Repeat("a", 3*bufferSize) + `"}`
	var out strings.Builder
	if err := Scan(strings.NewReader(in), &out, detect.Default()); err != nil {
		t.Fatal(err)
	}
	if want := `{"id":1,"findings":[]}` + "\n"; out.String() != want {
		t.Errorf("got %q", out.String())
	}
}

type failingWriter struct{}

var errFull = errors.New("disk full")

func (failingWriter) Write([]byte) (int, error) { return 0, errFull }

func TestScanReportsAFailedWrite(t *testing.T) {
	if err := Scan(strings.NewReader(`{"text":"x"}`), failingWriter{}, detect.Default()); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}
