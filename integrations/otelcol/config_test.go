package fieldsafeprocessor

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/confmap/provider/envprovider"
	"go.opentelemetry.io/collector/confmap/provider/fileprovider"
)

const testKey = "0123456789abcdef0123456789abcdef"

func load(t *testing.T, name string) (*Config, error) {
	return loadFile(t, filepath.Join("testdata", "config.yaml"), name)
}

// loadFile reads a part of a file as a collector does, and validates it.
func loadFile(t *testing.T, file, name string) (*Config, error) {
	t.Helper()
	t.Setenv("PSEUDONYM_KEY", testKey)
	resolver, err := confmap.NewResolver(confmap.ResolverSettings{
		URIs:              []string{"file:" + file},
		ProviderFactories: []confmap.ProviderFactory{envprovider.NewFactory(), fileprovider.NewFactory()},
	})
	require.NoError(t, err)
	all, err := resolver.Resolve(t.Context())
	require.NoError(t, err)
	section, err := all.Sub(name)
	require.NoError(t, err)
	cfg := NewFactory().CreateDefaultConfig().(*Config)
	if err := section.Unmarshal(cfg); err != nil {
		return nil, err
	}
	return cfg, confmap.Validate(cfg)
}

func TestConfig(t *testing.T) {
	cfg, err := load(t, "fieldsafe/all")
	require.NoError(t, err)
	r := made(t, cfg)
	for _, test := range []struct {
		name, key string
		value     any
		want      string
	}{
		{"a domain that is allowed", "note", "to bob@example.org", "to bob@example.org"},
		{"a value that is allowed", "note", "to support@example.com", "to support@example.com"},
		{"a literal", "note", "with quarry-velvet-57", "with ****t-57"},
		{"a detector of one's own", "note", "by STAFF-12345678", "by staff"},
		{"the action of a category", "note", int64(card), "****42"},
		{"the action of a detector before that of its category", "note", mail, "[REDACTED:email_address:k7:"},
		{"the action of a name before all others", "order.id", mail, mail},
		{"the action of names", "internal_note", "anything", ""},
		{"the default action", "note", "password=velvet-57", "password=****57"},
		{"less confidence", "note", "10.1.2.3", "10.1.2.3"},
		{"a URL by its name", "page", "/a?sig=x1", "/a?sig=REDACTED"},
		{"no URL by its name any more", "url.query", "sig=x1", "sig=x1"},
		{"too long", "note", strings.Repeat("a ", 501), "[REDACTED:size]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := redacted(t, r, test.key, test.value)[test.key].(string)
			if strings.HasSuffix(test.want, ":") && strings.HasPrefix(got, test.want) && len(got) == len(test.want)+33 {
				return
			}
			if got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
	if diff := cmp.Diff(redacted(t, r, "note", mail), redacted(t, made(t, cfg), "note", mail)); diff != "" {
		t.Error("equal values must have equal pseudonyms:", diff)
	}
	if _, err := load(t, "fieldsafe"); err != nil {
		t.Error("the default configuration:", err)
	}
}

// What is off unless it is asked for is asked for by its action; a literal has one
// like a detector.
func TestConfigAsksForDetectors(t *testing.T) {
	const host = "host=db7.corp.internal "
	if got := redacted(t, byDefault(t), "note", host)["note"]; got != host {
		t.Errorf("by default: %q", got)
	}
	cfg, err := load(t, "fieldsafe/asked")
	require.NoError(t, err)
	for value, want := range map[string]string{
		host: "host=[HOST] ", "with quarry-velvet-57": "with ", "to " + mail: "to " + address,
	} {
		if got := redacted(t, made(t, cfg), "note", value)["note"]; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A fleet has the same pseudonyms and literals whether they come from the
// environment or from files, whatever they look like.
func TestConfigSecretsFromFiles(t *testing.T) {
	for _, key := range []string{
		testKey, strings.Repeat("7", 64), "1e" + strings.Repeat("7", 62), "0x" + strings.Repeat("7", 62),
		strings.Repeat("+/", 21) + "g=", "true" + strings.Repeat(" ", 30) + "x",
	} {
		t.Setenv("KEY", key)
		want := under(t, "${env:KEY}")
		require.Equal(t, "[REDACTED:literal]", want["literal"].(map[string]any)[key])
		for _, end := range []string{"", "\n", "\r\n"} {
			file := filepath.Join(t.TempDir(), "key")
			require.NoError(t, os.WriteFile(file, []byte(key+end), 0o600))
			if diff := cmp.Diff(want, under(t, "${file:"+file+"}")); diff != "" {
				t.Errorf("%q with %q behind it: %s", key, end, diff)
			}
		}
	}
}

// under returns what becomes of values with that secret as the key of pseudonyms
// and as a literal.
func under(t *testing.T, secret string) map[string]any {
	t.Helper()
	config := filepath.Join(t.TempDir(), "config.yaml")
	text := fmt.Sprintf("x: {literals: ['%[1]s'], pseudonym: {key: '%[1]s'}, actions: {default: label, categories: {personal: pseudonym}}}\n", secret)
	require.NoError(t, os.WriteFile(config, []byte(text), 0o600))
	cfg, err := loadFile(t, config, "x")
	require.NoError(t, err)
	r := made(t, cfg)
	key := os.Getenv("KEY")
	return map[string]any{
		"pseudonym": redacted(t, r, "to", mail)["to"],
		"literal":   map[string]any{key: redacted(t, r, "note", key)["note"]},
	}
}

// The examples of the README are configurations.
func TestConfigOfTheREADME(t *testing.T) {
	text, err := os.ReadFile("README.md")
	require.NoError(t, err)
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllSubmatch(text, -1)
	require.Len(t, blocks, 2)
	for _, block := range blocks {
		file := filepath.Join(t.TempDir(), "config.yaml")
		require.NoError(t, os.WriteFile(file, block[1], 0o600))
		_, err := loadFile(t, file, "processors::fieldsafe")
		require.NoError(t, err, string(block[1]))
	}
}

// A list of fields that may pass is made of rules too.
func TestConfigOnlyNamedFields(t *testing.T) {
	cfg, err := load(t, "fieldsafe/only")
	require.NoError(t, err)
	r := made(t, cfg)
	for key, want := range map[string]string{
		"http.request.method": "GET", "order": "[REDACTED:rule]", "anything": "", "http.request.size": "",
	} {
		if got := redacted(t, r, key, "GET")[key]; got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

// Each mistake is reported, by the path of the setting, in a fixed order.
func TestConfigMistakes(t *testing.T) {
	for name, want := range map[string][]string{
		"fieldsafe/wrong": {
			`min_confidence: must be possible, likely or certain, not "sure"`,
			`detectors[0]::id: must be lower-case letters, digits and _`,
			`detectors[1]::id: the catalogue has a detector "us_ssn"`,
			`detectors[2]::category: no such category "secret"; there are ["credential" "financial" "health" "network" "personal"]`,
			`actions::default: no such action "hash"; there are label, mask, mask:N, pseudonym, text:XYZ, erase and keep`,
			`actions::categories::money: no such category "money"; there are ["credential" "financial" "health" "network" "personal"]`,
			`actions::detectors::us_snn: no such detector; docs/detectors.md of fieldsafe lists them`,
			`actions::keys::a: mask:x: must have a number of characters, such as mask:2`,
			`actions::keys::b: text: must not hold a sensitive value itself`,
			`actions::keys::c: pseudonym::key: redact: a pseudonym key must have at least 32 bytes`,
			`max_value_bytes: must be greater than 0`,
		},
		"fieldsafe/empty": {
			`detectors[0]::id: must be lower-case letters, digits and _`, `allow[1]: must not be empty`, `url_attributes[0]: must not be empty`,
		},
		"fieldsafe/wrong_detectors": {
			`detectors[0]: detect: detector "mine": pattern: missing )`,
			`detectors[1]: detect: detector "bare" has nothing to find`,
			`detectors[2]: detect: detector "beside": Contextual never matches without Keywords`,
			`detectors[4]::id: there is another detector "staff"`,
		},
		"fieldsafe/wrong_literal":   {`literals[1]: must have at least 6 bytes`},
		"fieldsafe/allowed_literal": {`literals[0]: is also in allow`},
		"fieldsafe/wrong_action": {
			`actions::default: no such action ""`,
			`actions::detectors::literal: no such detector`,
			`actions::keys::a..b: redact: a rule in Keys has an empty path element`,
		},
		"fieldsafe/short_key":       {`actions::default: pseudonym::key: redact: a pseudonym key must have at least 32 bytes`},
		"fieldsafe/no_key":          {`actions::default: pseudonym::key: redact: a pseudonym key must have at least 32 bytes`},
		"fieldsafe/wrong_key_id":    {`actions::default: pseudonym::key_id: redact: a key ID must be 1 to 32 letters`},
		"fieldsafe/idle_key":        {`pseudonym::key: no action is pseudonym`},
		"fieldsafe/same_key":        {`actions::keys::api_key: is for the same names as apiKey`},
		"fieldsafe/unknown_setting": {`has invalid keys: alow`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := load(t, name)
			require.Error(t, err)
			lines := strings.Split(err.Error(), "\n")
			at := 0
			for _, line := range lines {
				if at < len(want) && strings.Contains(line, want[at]) {
					at++
				}
			}
			if at < len(want) {
				t.Errorf("no %q, or not in its place, in\n%s", want[at], err)
			}
			if strings.Contains(err.Error(), mail) || strings.Contains(err.Error(), "too-short") || strings.Contains(err.Error(), "velvet") {
				t.Error("the error quotes a value:", err)
			}
		})
	}
}
