//go:build pipelines

// What stands here runs the recipes of docs/pipelines.md in the programs they are
// for. It builds one of them, needs rsyslogd and bash, and takes a minute the
// first time.
//
//	go test -tags pipelines -run TestPipeline ./cmd/fieldsafe
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// recipe returns the first piece of code under that heading of docs/pipelines.md,
// with what oldnew names replaced, each of which must be there.
func recipe(t *testing.T, heading string, oldnew ...string) string {
	t.Helper()
	page, err := os.ReadFile("../../docs/pipelines.md")
	must(t, err)
	code := regexp.MustCompile("(?s)\n## " + heading + "\n.*?\n```[a-z]*\n(.*?)```\n").FindSubmatch(page)
	if code == nil {
		t.Fatalf("no recipe for %s", heading)
	}
	text := string(code[1])
	for pair := range slices.Chunk(oldnew, 2) {
		if !strings.Contains(text, pair[0]) {
			t.Fatalf("the recipe for %s holds no %s", heading, pair[0])
		}
		text = strings.ReplaceAll(text, pair[0], pair[1])
	}
	return text
}

// installed is a fieldsafe that notes its process IDs in a file.
type installed struct{ dir, pids string }

// install builds the command into a new directory, under a script of its name.
func install(t *testing.T) installed {
	t.Helper()
	i := installed{dir: t.TempDir()}
	i.pids = filepath.Join(i.dir, "pids")
	binary := filepath.Join(i.dir, "fieldsafe.bin")
	run(t, exec.Command("go", "build", "-o", binary, "."))
	script := fmt.Sprintf("#!/bin/sh\necho $$ >>%s\nexec %s \"$@\"\n", i.pids, binary)
	must(t, os.WriteFile(i.path(), []byte(script), 0o700))
	return i
}

func (i installed) path() string { return filepath.Join(i.dir, "fieldsafe") }

func (i installed) started(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(i.pids)
	must(t, err)
	return strings.Fields(string(text))
}

// kill ends the process that was started last without a chance to say goodbye.
func (i installed) kill(t *testing.T) {
	t.Helper()
	started := i.started(t)
	pid, err := strconv.Atoi(started[len(started)-1])
	must(t, err)
	must(t, syscall.Kill(pid, syscall.SIGKILL))
}

func run(t *testing.T, command *exec.Cmd) {
	t.Helper()
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
}

// start starts a program, and kills it when the test is over.
func start(t *testing.T, program *exec.Cmd) *bytes.Buffer {
	t.Helper()
	output := new(bytes.Buffer)
	program.Stdout, program.Stderr = output, output
	must(t, program.Start())
	t.Cleanup(func() {
		_ = program.Process.Kill()
		_ = program.Wait()
	})
	return output
}

func readLines(name string) []string {
	text, err := os.ReadFile(name)
	if err != nil || len(text) == 0 {
		return nil
	}
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
}

// waitForLines waits until files have that many lines.
func waitForLines(t *testing.T, n int, names ...string) {
	t.Helper()
	have := 0
	for range 3000 {
		have = 0
		for _, name := range names {
			have += len(readLines(name))
		}
		if have >= n {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("%d of %d lines", have, n)
}

// The lines are given in portions; after each but the last one, the filter is
// killed while it works on them.
const (
	portions = 4
	portion  = 1500
)

func portionOf(lines []string, i int) string {
	return strings.Join(lines[i*portion:(i+1)*portion], "\n") + "\n"
}

// connect is a Redpanda Connect with fieldsafe in it, from standard input to a file.
type connect struct {
	binary    string
	fieldsafe installed
}

// start runs a recipe. It returns where the messages go, and what ends it.
func (c connect) start(t *testing.T, recipe string) (in io.Writer, out string, end func()) {
	t.Helper()
	dir := t.TempDir()
	config, out := filepath.Join(dir, "config.yaml"), filepath.Join(dir, "out")
	text := recipe + fmt.Sprintf("http: {enabled: false}\ninput: {stdin: {scanner: {lines: {max_buffer_size: 10000000}}}}\n"+
		"output: {file: {path: %s, codec: lines}}\n", out)
	must(t, os.WriteFile(config, []byte(text), 0o600))
	run(t, exec.Command(c.binary, "lint", config))

	program := exec.Command(c.binary, "run", config)
	program.Env = append(os.Environ(), "PATH="+c.fieldsafe.dir+":"+os.Getenv("PATH"))
	pipe, err := program.StdinPipe()
	must(t, err)
	said := start(t, program)
	return pipe, out, func() {
		must(t, pipe.Close())
		if err := program.Wait(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
	}
}

func TestPipelineRedpandaConnect(t *testing.T) {
	c := connect{filepath.Join(t.TempDir(), "benthos"), install(t)}
	build := exec.Command("go", "build", "-o", c.binary, ".")
	build.Dir, build.Env = "testdata/benthos", append(os.Environ(), "GOWORK=off", "CGO_ENABLED=0")
	run(t, build)
	t.Run("killed", c.killed)
	t.Run("gives up", c.givesUp)
}

func (c connect) killed(t *testing.T) {
	in, out, end := c.start(t, recipe(t, "Redpanda Connect"))
	lines := messages(portions * portion)
	for i := range portions {
		_, err := io.WriteString(in, portionOf(lines, i))
		must(t, err)
		waitForLines(t, i*portion+1, out)
		if i < portions-1 {
			c.fieldsafe.kill(t)
		}
	}
	waitForLines(t, len(lines), out)
	end()
	if n := len(c.fieldsafe.started(t)); n < portions {
		t.Errorf("%d processes, want at least %d", n, portions)
	}
	if !slices.Equal(readLines(out), redacted(lines)) {
		t.Error("lines are missing, leak or are out of order")
	}
}

// What cannot be answered becomes a label, where that is wanted.
func (c connect) givesUp(t *testing.T) {
	page, err := os.ReadFile("../../docs/pipelines.md")
	must(t, err)
	behind := regexp.MustCompile("(?s)```yaml\n(    - catch:\n.*?)```").FindSubmatch(page)
	if behind == nil {
		t.Fatal("nothing that catches what fails")
	}
	in, out, end := c.start(t, recipe(t, "Redpanda Connect", "    - retry:\n", "    - retry:\n        max_retries: 2\n")+string(behind[1]))
	for _, line := range []string{person(1), strings.Repeat("lorem ", 1<<18) + person(2), person(3)} {
		_, err := io.WriteString(in, line+"\n")
		must(t, err)
	}
	end()
	want := []string{"[REDACTED:email_address]", "[REDACTED:unanswered]", "[REDACTED:email_address]"}
	if got := readLines(out); !slices.Equal(got, want) {
		t.Errorf("%d lines, %.200q, want %q", len(got), got, want)
	}
}

func TestPipelineRsyslog(t *testing.T) {
	fieldsafe := install(t)
	dir := t.TempDir()
	log, out, aside := filepath.Join(dir, "orders.log"), filepath.Join(dir, "redacted.log"), filepath.Join(dir, "unredacted.log")
	config := filepath.Join(dir, "rsyslog.conf")
	text := fmt.Sprintf("global(workDirectory=%q)\n", dir) + recipe(t, "rsyslog", "/usr/local/bin/fieldsafe", fieldsafe.path(),
		"/var/log/orders.redacted.log", out, "/var/log/orders.unredacted.log", aside, "/var/log/orders.log", log)
	must(t, os.WriteFile(config, []byte(text), 0o600))
	run(t, exec.Command("/usr/sbin/rsyslogd", "-N1", "-f", config))

	lines := messages(portions * portion)
	must(t, os.WriteFile(log, nil, 0o600))
	program := exec.Command("/usr/sbin/rsyslogd", "-n", "-f", config, "-i", filepath.Join(dir, "pid"))
	said := start(t, program)
	file, err := os.OpenFile(log, os.O_APPEND|os.O_WRONLY, 0)
	must(t, err)
	defer file.Close()
	for i := range portions {
		_, err := file.WriteString(portionOf(lines, i))
		must(t, err)
		waitForLines(t, i*portion+1, out, aside)
		if i < portions-1 {
			fieldsafe.kill(t)
		}
	}
	waitForLines(t, len(lines), out, aside)
	must(t, program.Process.Signal(syscall.SIGTERM))
	if err := program.Wait(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	if n := len(fieldsafe.started(t)); n < portions {
		t.Errorf("%d processes, want at least %d", n, portions)
	}

	kept := readLines(aside)
	if len(kept) >= portion {
		t.Errorf("%d lines were kept aside, want some for each kill", len(kept))
	}
	want := redacted(slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return slices.Contains(kept, line) }))
	if !slices.Equal(readLines(out), want) || len(kept)+len(want) != len(lines) {
		t.Error("lines are missing, leak or are out of order")
	}
}

// The signal goes to all processes at once, as systemd sends it. The service
// takes its time, and has something to say before it goes.
func TestPipelineSystemd(t *testing.T) {
	fieldsafe := install(t)
	service := "#!/bin/sh\nexec 2>/dev/null # the shell says what happens to sleep\ntrap 'sleep 2; echo last mail to " + person(2) + "; exit 0' TERM\n" +
		"echo first mail to " + person(1) + "\nwhile :; do sleep 0.1; done\n"
	must(t, os.WriteFile(filepath.Join(fieldsafe.dir, "orders"), []byte(service), 0o700))
	line := regexp.MustCompile(`(?m)^ExecStart=/bin/bash -o pipefail -c "(.*)"$`).FindStringSubmatch(recipe(t, "systemd"))
	if line == nil {
		t.Fatal("no command line in the unit")
	}

	out := filepath.Join(t.TempDir(), "out")
	journal, err := os.Create(out)
	must(t, err)
	defer journal.Close()
	program := exec.Command("/bin/bash", "-o", "pipefail", "-c", line[1])
	program.Env = append(os.Environ(), "PATH="+fieldsafe.dir+":"+os.Getenv("PATH"))
	program.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	program.Stdout, program.Stderr = journal, journal
	must(t, program.Start())
	waitForLines(t, 1, out)
	must(t, syscall.Kill(-program.Process.Pid, syscall.SIGTERM))
	must(t, program.Wait())
	want := []string{"first mail to [REDACTED:email_address]", "last mail to [REDACTED:email_address]"}
	if got := readLines(out); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
