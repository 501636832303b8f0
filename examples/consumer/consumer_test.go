// Package consumer uses the modules of this repository as a stranger does: from
// outside, by path and version.
package consumer

import (
	"archive/zip"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const (
	corePath = "github.com/fieldsafe/fieldsafe"
	root     = "../.."
)

// linked lists the modules that end up in a program that imports one of our
// packages, beside the core. Who uses one integration gets nothing of another.
var linked = map[string]string{
	"detect":               "golang.org/x/text",
	"detect/detecttest":    "golang.org/x/text",
	"urlcheck":             "golang.org/x/text",
	"redact":               "golang.org/x/text",
	"redact/redacthttp":    "golang.org/x/text",
	"redact/redacttest":    "",
	"integrations/logr":    "golang.org/x/text github.com/go-logr/logr",
	"integrations/logrus":  "golang.org/x/text github.com/sirupsen/logrus golang.org/x/sys",
	"integrations/otelcol": "golang.org/x/text " + ofCollector,
	"integrations/zap":     "golang.org/x/text go.uber.org/multierr go.uber.org/zap",
	"integrations/zerolog": "golang.org/x/text github.com/mattn/go-colorable github.com/mattn/go-isatty github.com/rs/zerolog golang.org/x/sys",
}

// ofCollector are the modules that every processor of a collector brings along.
const ofCollector = `
	github.com/cespare/xxhash/v2
	github.com/go-viper/mapstructure/v2
	github.com/gobwas/glob
	github.com/hashicorp/go-version
	github.com/json-iterator/go
	github.com/knadh/koanf/maps
	github.com/knadh/koanf/providers/confmap
	github.com/knadh/koanf/v2
	github.com/mitchellh/copystructure
	github.com/mitchellh/reflectwalk
	github.com/modern-go/concurrent
	github.com/modern-go/reflect2
	go.opentelemetry.io/collector/component
	go.opentelemetry.io/collector/config/configopaque
	go.opentelemetry.io/collector/confmap
	go.opentelemetry.io/collector/consumer
	go.opentelemetry.io/collector/featuregate
	go.opentelemetry.io/collector/internal/componentalias
	go.opentelemetry.io/collector/pdata
	go.opentelemetry.io/collector/pipeline
	go.opentelemetry.io/collector/processor
	go.opentelemetry.io/collector/processor/processorhelper
	go.opentelemetry.io/otel
	go.opentelemetry.io/otel/metric
	go.opentelemetry.io/otel/trace
	go.uber.org/multierr
	go.uber.org/zap
	go.yaml.in/yaml/v3`

// consumer is a user of the published modules: a directory outside the
// workspace, a module cache of its own, and a module proxy that serves the tree.
type consumer struct {
	dir, version string
	env          []string
}

func newConsumer(t *testing.T) consumer {
	t.Helper()
	c := consumer{dir: t.TempDir(), version: publishedVersion(t)}
	proxy := filepath.Join(c.dir, "proxy")
	for _, dir := range modules(t) {
		publish(t, proxy, dir, c.version)
	}
	cache, proxies, _ := strings.Cut(goCommand(t, ".", nil, "env", "GOMODCACHE", "GOPROXY"), "\n")
	c.env = append(os.Environ(),
		"GOWORK=off", "GO111MODULE=on", "GOSUMDB=off", "GOBIN="+filepath.Join(c.dir, "bin"),
		"GOMODCACHE="+filepath.Join(c.dir, "modules"),
		"GOFLAGS=-mod=mod -modcacherw -trimpath -buildvcs=false",
		"GOPROXY="+strings.Join([]string{fileURL(proxy), fileURL(filepath.Join(cache, "cache", "download")), proxies}, ","))
	return c
}

// modules lists the directories of the workspace's modules, below the root.
func modules(t *testing.T) []string {
	t.Helper()
	var dirs []string
	for _, line := range regexp.MustCompile(`(?m)^\t\.(/\S*)?$`).FindAllStringSubmatch(read(t, "go.work"), -1) {
		dirs = append(dirs, strings.TrimPrefix(line[1], "/"))
	}
	if len(dirs) < 5 {
		t.Fatalf("go.work: read no more than %d modules", len(dirs))
	}
	return dirs
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, file))
	must(t, err)
	return string(text)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func fileURL(dir string) string { return "file://" + filepath.ToSlash(dir) }

// publishedVersion is the version at which the modules require each other.
func publishedVersion(t *testing.T) string {
	t.Helper()
	match := regexp.MustCompile(`(?m)^replace \S+ (v\S+) => \./$`).FindStringSubmatch(read(t, "go.work"))
	if match == nil {
		t.Fatal("go.work: no versioned replace")
	}
	return match[1]
}

// publish puts a module into a file tree that the go command takes for a module
// proxy (https://go.dev/ref/mod#goproxy-protocol).
func publish(t *testing.T, proxy, dir, version string) {
	t.Helper()
	name := path.Join(corePath, dir)
	folder := filepath.Join(proxy, filepath.FromSlash(name), "@v")
	must(t, os.MkdirAll(folder, 0o755))
	for file, text := range map[string]string{
		"list":            version + "\n",
		version + ".info": `{"Version":"` + version + `"}`,
		version + ".mod":  read(t, path.Join(dir, "go.mod")),
	} {
		must(t, os.WriteFile(filepath.Join(folder, file), []byte(text), 0o644))
	}
	archive, err := os.Create(filepath.Join(folder, version+".zip"))
	must(t, err)
	w := zip.NewWriter(archive)
	for _, file := range moduleFiles(t, dir) {
		entry, err := w.Create(name + "@" + version + "/" + file)
		must(t, err)
		_, err = entry.Write([]byte(read(t, path.Join(dir, file))))
		must(t, err)
	}
	must(t, w.Close())
	must(t, archive.Close())
}

// moduleFiles lists the files of a module, without those of nested ones.
func moduleFiles(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	tree := os.DirFS(filepath.Join(root, dir))
	must(t, fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.Type().IsRegular():
			files = append(files, name)
		case entry.IsDir() && name != ".":
			if _, err := fs.Stat(tree, path.Join(name, "go.mod")); err == nil || name == ".git" {
				return fs.SkipDir
			}
		}
		return nil
	}))
	return files
}

// goCommand runs the go command and returns what it prints.
func goCommand(t *testing.T, dir string, env []string, args ...string) string {
	t.Helper()
	c := exec.CommandContext(t.Context(), "go", args...)
	c.Dir, c.Env = dir, env
	var problems strings.Builder
	c.Stderr = &problems
	out, err := c.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, &problems)
	}
	return strings.TrimSpace(string(out))
}

// program makes a module that imports one package of ours and returns its
// directory.
func (c consumer) program(t *testing.T, folder string) string {
	t.Helper()
	dir := t.TempDir()
	source := "package main\n\nimport _ \"" + path.Join(corePath, folder) + "\"\n\nfunc main() {}\n"
	must(t, os.WriteFile(filepath.Join(dir, "main.go"), []byte(source), 0o644))
	goCommand(t, dir, c.env, "mod", "init", "example.com/consumer")
	goCommand(t, dir, c.env, "get", path.Join(corePath, folder)+"@"+c.version)
	return dir
}

// Each module can be had by its path and version, and brings along what it
// needs and no more.
func TestConsumer(t *testing.T) {
	c := newConsumer(t)
	for _, dir := range modules(t) {
		if _, ok := linked[dir]; !ok && strings.HasPrefix(dir, "integrations/") {
			t.Errorf("%s: this test does not know what it brings along", dir)
		}
	}
	for folder, more := range linked {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			dir := c.program(t, folder)
			goCommand(t, dir, c.env, "build", "-o", os.DevNull, ".")
			list := strings.Fields(goCommand(t, dir, c.env, "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "."))
			slices.Sort(list)
			want := append(strings.Fields(more), "example.com/consumer", corePath)
			if strings.HasPrefix(folder, "integrations/") {
				want = append(want, path.Join(corePath, folder))
			}
			slices.Sort(want)
			if list = slices.Compact(list); !slices.Equal(list, want) {
				t.Errorf("linked modules:\n got %v\nwant %v", list, want)
			}
		})
	}
}

// The command is installed by its path and version, without a workspace.
func TestInstall(t *testing.T) {
	c := newConsumer(t)
	goCommand(t, c.dir, c.env, "install", path.Join(corePath, "cmd/fieldsafe")+"@"+c.version)
	command := exec.CommandContext(t.Context(), filepath.Join(c.dir, "bin", "fieldsafe"), "redact", "--lines")
	command.Stdin = strings.NewReader("by jane.doe@corp.example.org\n")
	out, err := command.CombinedOutput()
	if want := "by [REDACTED:email_address]\n"; err != nil || string(out) != want {
		t.Errorf("got %q (%v), want %q", out, err, want)
	}
}
