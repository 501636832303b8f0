package benchmarks

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fieldsafe/fieldsafe/benchmarks/internal/trees"
)

// run is one way to run a command over the files of a directory.
type run struct {
	engine string
	args   []string
}

// BenchmarkFiles runs the commands as a hook or a person does, start-up and all,
// over the same files. CPU is what they take of all cores together.
func BenchmarkFiles(b *testing.B) {
	bin := b.TempDir()
	fieldsafe := build(b, bin, "github.com/fieldsafe/fieldsafe/cmd/fieldsafe")
	gitleaks := build(b, bin, "github.com/zricethezav/gitleaks/v8")
	ours := run{"fieldsafe", []string{fieldsafe, "check", "--exit-zero", "."}}
	theirs := run{"gitleaks", []string{gitleaks, "dir", "--no-banner", "--exit-code=0", "."}}
	for _, input := range []struct {
		name  string
		files int
		runs  []run
	}{
		{"one-file", 1, []run{ours, theirs}},
		{"staged-30", 30, []run{
			{"fieldsafe", []string{fieldsafe, "check", "--exit-zero", "--staged"}},
			{"gitleaks", []string{gitleaks, "git", "--no-banner", "--exit-code=0", "--staged", "--pre-commit"}},
		}},
		{"tree-1000", 1000, []run{ours, theirs}},
		{"tree-20000", 20000, []run{ours}},
	} {
		dir := b.TempDir()
		size, err := trees.Write(dir, 1, input.files)
		if err != nil {
			b.Fatal(err)
		}
		command(b, dir, "git", "init", "-q")
		command(b, dir, "git", "add", ".")
		for _, r := range input.runs {
			b.Run(input.name+"/"+r.engine, func(b *testing.B) {
				b.SetBytes(size)
				r.measure(b, dir, input.files)
			})
		}
	}
}

// measure runs r and reports the CPU time and the memory of its process.
func (r run) measure(b *testing.B, dir string, files int) {
	var cpu time.Duration
	var memory int64
	for b.Loop() {
		done, said := command(b, dir, r.args...)
		if want := fmt.Sprintf("%d file", files); r.engine == "fieldsafe" && !strings.Contains(strings.ReplaceAll(said, ",", ""), want) {
			b.Fatalf("no %q in %q", want, said)
		}
		usage := done.ProcessState.SysUsage().(*syscall.Rusage)
		cpu += time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
		memory = max(memory, usage.Maxrss) // KiB on Linux
	}
	b.ReportMetric(float64(cpu.Microseconds())/1000/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(memory)/1024, "MiB")
}

// build makes the command of a package that go.mod requires.
func build(b *testing.B, dir, pkg string) string {
	name := filepath.Join(dir, filepath.Base(filepath.Dir(pkg+"/")))
	command(b, ".", "go", "build", "-o", name, pkg)
	return name
}

// command runs args in dir, and returns what they say on standard error.
func command(b *testing.B, dir string, args ...string) (done *exec.Cmd, said string) {
	b.Helper()
	var stderr bytes.Buffer
	c := exec.Command(args[0], args[1:]...)
	c.Dir, c.Stderr = dir, &stderr
	if err := c.Run(); err != nil {
		b.Fatalf("%s: %v\n%s", filepath.Base(args[0]), err, stderr.String())
	}
	return c, stderr.String()
}
