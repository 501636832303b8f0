// Package trees generates files as they lie in a repository of infrastructure:
// Terraform, Kubernetes, CloudFormation, Compose, environment files, Go. They
// depend on the seed alone, so that two runs compare the same bytes.
package trees

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// Write writes n files below dir, of some 8 KB on average, and returns how many
// bytes they have together. Every fiftieth holds an e-mail address; the others
// hold nothing sensitive.
func Write(dir string, seed uint64, n int) (size int64, err error) {
	g := generator{rand.New(rand.NewPCG(seed, 0))}
	for i := range n {
		k := kinds[i%len(kinds)]
		text := g.file(k)
		if i%50 == 0 {
			text += fmt.Sprintf(k.comment+"\n", "ask jane.doe@corp-mail.io")
		}
		name := filepath.Join(dir, fmt.Sprintf("team-%02d/service-%03d", i%17, i/100), fmt.Sprintf(k.name, i))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return size, err
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return size, err
		}
		size += int64(len(text))
	}
	return size, nil
}

// kind is a kind of file: a head, parts that are repeated, and a foot.
type kind struct {
	name, comment string
	head          string
	part          func(g *generator) string
	between, foot string
}

var kinds = []kind{
	{"main-%d.tf", "# %s", "terraform {\n  required_version = \">= 1.9\"\n}\n", (*generator).terraform, "", ""},
	{"manifests-%d.yaml", "# %s", "", (*generator).kubernetes, "---\n", ""},
	{"stack-%d.yaml", "# %s", "AWSTemplateFormatVersion: \"2010-09-09\"\nResources:\n", (*generator).cloudFormation, "", ""},
	{"dashboard-%d.json", "%s", "{\"panels\": [\n", (*generator).json, ",\n", "\n]}\n"},
	{"settings-%d.env", "# %s", "", (*generator).environment, "", ""},
	{"handler_%d.go", "// %s", "package service\n\n", (*generator).program, "\n", ""},
}

type generator struct{ random *rand.Rand }

// file returns a file of 2 to 14 KB.
func (g *generator) file(k kind) string {
	var text strings.Builder
	text.WriteString(k.head)
	for size := 2000 + g.random.IntN(12000); text.Len() < size; {
		if text.Len() > len(k.head) {
			text.WriteString(k.between)
		}
		text.WriteString(k.part(g))
	}
	text.WriteString(k.foot)
	return text.String()
}

var words = strings.Fields("orders billing search inventory mailer gateway scheduler exports images reports queue cache " +
	"payments web worker ingest audit events metrics archive staging production region primary replica shared internal")

func (g *generator) word() string { return words[g.random.IntN(len(words))] }

func (g *generator) name() string {
	return fmt.Sprintf("%s-%s-%02d", g.word(), g.word(), g.random.IntN(40))
}

func (g *generator) sentence() string {
	return fmt.Sprintf("Keeps the %s of the %s for %d days and hands them to %s.", g.word(), g.word(), g.random.IntN(90), g.name())
}

func (g *generator) terraform() string {
	return fmt.Sprintf(`
# %s
resource "aws_s3_bucket" "%s_%d" {
  bucket        = "%s-${var.environment}"
  force_destroy = %t
  tags = merge(local.tags, {
    Name       = "%s"
    Team       = "%s"
    CostCenter = "%d"
  })
}
`, g.sentence(), g.word(), g.random.IntN(1e4), g.name(), g.random.IntN(2) == 0, g.name(), g.word(), 1000+g.random.IntN(8000))
}

func (g *generator) kubernetes() string {
	return fmt.Sprintf(`apiVersion: apps/v1
kind: Deployment
metadata:
  name: %s
  labels: {app: %s, tier: %s}
  annotations:
    description: %s
spec:
  replicas: %d
  template:
    spec:
      containers:
        - name: %s
          image: registry.example/%s@sha256:%064x
          env:
            - {name: QUEUE_NAME, value: %s}
`, g.name(), g.word(), g.word(), g.sentence(), g.random.IntN(9), g.word(), g.word(), g.random.Uint64(), g.name())
}

func (g *generator) cloudFormation() string {
	return fmt.Sprintf(`  %s%d:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub "%s-${AWS::StackName}"
      Tags:
        - {Key: Owner, Value: %s}
        - {Key: Purpose, Value: "%s"}
`, g.word(), g.random.IntN(1e6), g.name(), g.word(), g.sentence())
}

func (g *generator) json() string {
	return fmt.Sprintf(`  {"id": %d, "title": "%s", "uid": "%08x-%04x-4000-8000-%012x", "description": "%s", "targets": [{"expr": "sum(rate(%s_total[5m])) by (%s)"}]}`,
		g.random.IntN(1e5), g.name(), g.random.Uint32(), g.random.IntN(1<<16), g.random.Uint64()>>16, g.sentence(), g.word(), g.word())
}

func (g *generator) environment() string {
	return fmt.Sprintf("# %s\n%s_%s_URL=https://%s.example.com/%s?limit=%d\n",
		g.sentence(), strings.ToUpper(g.word()), strings.ToUpper(g.word()), g.name(), g.word(), g.random.IntN(100))
}

func (g *generator) program() string {
	return fmt.Sprintf(`// %s
func %s%d(ctx context.Context, in *Request) (*Response, error) {
	if in.Limit > %d {
		return nil, fmt.Errorf("%s: limit %%d is too high", in.Limit)
	}
	return store.List(ctx, "%s", in.Limit)
}
`, g.sentence(), g.word(), g.random.IntN(1e6), g.random.IntN(1e4), g.word(), g.name())
}
