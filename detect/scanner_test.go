package detect

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// values of the tests, put together so that no scanner takes them for real.
var (
	testCard  = "4111 1111 " + "1111 1111"
	testMail  = "jane.doe@" + "corp-mail.de"
	testSSN   = "536-22-" + "8726"
	testToken = "gh" + "p_" + "16C7e42F292c6912E7710c838347Ae178B4a"
	testAWS   = "AKIA" + "IOSFODNN7EXAMPLE"
)

func ids(found []Finding) []string {
	out := []string{}
	for _, f := range found {
		out = append(out, f.Detector.ID)
	}
	return out
}

func newScanner(t *testing.T, opts Options) *Scanner {
	t.Helper()
	s, err := New(&opts)
	require.NoError(t, err)
	return s
}

func TestAppend(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", []string{}},
		{"clean", "orders shipped to the warehouse", []string{}},
		{"one", "mail " + testMail + " bounced", []string{"email_address"}},
		{"several, in order", testMail + ", ssn " + testSSN + ", card " + testCard, []string{"email_address", "us_ssn", "credit_card"}},
		{"across a line break", "card 4111 1111\n1111 1111", []string{}},
		{"invalid UTF-8 around it", "\xff\xfe" + testMail + " \xc3", []string{"email_address"}},
		{"NUL bytes around it", "\x00" + testMail + "\x00", []string{"email_address"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, ids(Default().Append(nil, tt.text)))
		})
	}
}

// A finding is meant to be printed and sent: it says what and where, not the value.
func TestFindingAsJSON(t *testing.T) {
	found := Default().Append(nil, "card "+testCard)
	require.Len(t, found, 1)
	data, err := json.Marshal(found[0])
	require.NoError(t, err)
	var got struct {
		Start, End int
		Detector   struct{ ID string }
	}
	require.NoError(t, json.Unmarshal(data, &got))
	require.Equal(t, []any{5, 24, "credit_card"}, []any{got.Start, got.End, got.Detector.ID})
	for _, d := range All() {
		_, err := json.Marshal(Finding{Detector: d})
		require.NoError(t, err, d.ID)
	}
}

// What a detector lacks is said, with what to change.
func TestNewSaysWhatToChange(t *testing.T) {
	badge := &Detector{ID: "badge", Pattern: `B-\d{8}`}
	for _, tt := range []struct {
		name      string
		detectors []*Detector
		want      string
	}{
		{"an ID that the catalogue does not have", []*Detector{ByID("us_snn")}, "detector 0 is nil"},
		{"no ID", []*Detector{{Pattern: `B-\d{8}`}}, "detector 0 has no ID"},
		{"the same one twice", []*Detector{badge, badge}, `detector "badge" is there twice`},
		{"no keywords", []*Detector{{ID: "badge", Contextual: `\d{5}`}}, "never matches without Keywords"},
		{"nothing to find", []*Detector{{ID: "badge", Keywords: []string{"badge"}}}, "nothing to find"},
		{"nothing to stop at", []*Detector{{ID: "badge", Pattern: `[a-z]{9}`}}, "make it contextual"},
		{"a keyword of one letter", []*Detector{{ID: "badge", Contextual: `\d{5}`, Keywords: []string{"b"}}}, "two letters"},
		{"anchors", []*Detector{{ID: "badge", Pattern: `^B-\d{8}$`}}, `detector "badge": pattern`},
		{"a group that is not closed", []*Detector{{ID: "badge", Pattern: `(B-\d{8}`}}, `detector "badge": pattern`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := New(&Options{Detectors: tt.detectors})
			require.ErrorContains(t, err, tt.want)
		})
	}
}

// A detector that does not compile is an error of New on every surface.
func TestNewCompilesForNames(t *testing.T) {
	_, err := New(&Options{Detectors: []*Detector{{ID: "badge", Title: "Badge", Pattern: `B-[0-9`}}})
	require.ErrorContains(t, err, `detector "badge"`)
	s := newScanner(t, Options{Detectors: []*Detector{{ID: "badge", Title: "Badge", Category: Personal, Pattern: `B-\d{8}`}}})
	require.Equal(t, []string{"badge"}, ids(s.AppendName(nil, "desk-b_12345678")))
}

// What a label names outweighs the check digit that a number of another country
// has by chance.
func TestLabelsOutweighChance(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"alien number A123456789", "us_alien_registration_number"},
		{"A123456789", "tw_national_id"},
		{"national id: A123456789", "tw_national_id"},
		{"account number: " + testCard, "credit_card"},
	} {
		require.Equal(t, []string{tt.want}, ids(Default().Append(nil, tt.text)), tt.text)
	}
}

func TestAppendFieldTakesTheNameAsEvidence(t *testing.T) {
	const value = "000123456789"
	require.Equal(t, []string{"us_bank_account"}, ids(Default().AppendField(nil, "AccountNumber", value)))
	require.Empty(t, Default().AppendField(nil, "order", value))
	require.Empty(t, Default().AppendField(nil, testMail, "x"), "the name itself is not searched")
}

func TestAppendKeepsWhatTheCallerHas(t *testing.T) {
	first := Default().Append(nil, testMail)
	both := Default().Append(first, "ssn "+testSSN)
	require.Equal(t, []string{"email_address", "us_ssn"}, ids(both))
	require.Equal(t, first[0], both[0])
}

func TestNilScannerIsTheDefault(t *testing.T) {
	var s *Scanner
	require.Equal(t, Default().Append(nil, testMail), s.Append(nil, testMail))
	require.Equal(t, Default().AppendName(nil, testToken), s.AppendName(nil, testToken))
	require.Equal(t, Default().AppendField(nil, "ssn", testSSN), s.AppendField(nil, "ssn", testSSN))
	require.Equal(t, Default().Classify("ssn"), s.Classify("ssn"))
}

func TestAllow(t *testing.T) {
	s := newScanner(t, Options{Allow: []string{"Support@Corp-Mail.de", "@partner.example.de", testSSN}})
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"an exact value in another case", "support@corp-mail.DE", []string{}},
		{"another address of its domain", testMail, []string{"email_address"}},
		{"any address of an allowed domain", "x.y@partner.example.de", []string{}},
		{"a domain that only ends like it", "x@otherpartner.example.de", []string{"email_address"}},
		{"a number", "ssn " + testSSN, []string{}},
		{"what is not allowed beside what is", "support@corp-mail.de " + testMail, []string{"email_address"}},
	} {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, ids(s.Append(nil, tt.text))) })
	}
}

func TestMinConfidence(t *testing.T) {
	const bare = "token 536-22-8726 seen"
	card := "card " + testCard
	possible, likely, certain := newScanner(t, Options{MinConfidence: Possible}), newScanner(t, Options{}), newScanner(t, Options{MinConfidence: Certain})
	require.Contains(t, ids(certain.Append(nil, card)), "credit_card", "a check digit beside its keyword")
	require.Empty(t, certain.Append(nil, bare))
	for text := range strings.SplitSeq(bare+"\n"+card+"\n"+testMail+"\n000123456789\npassword=velvet-Quarry-57", "\n") {
		low, mid, high := possible.Append(nil, text), likely.Append(nil, text), certain.Append(nil, text)
		require.GreaterOrEqual(t, len(low), len(mid), text)
		require.GreaterOrEqual(t, len(mid), len(high), text)
		for _, f := range mid {
			require.GreaterOrEqual(t, f.Confidence, Likely)
		}
		for _, f := range high {
			require.Equal(t, Certain, f.Confidence)
		}
	}
	require.NotEmpty(t, possible.Append(nil, "ref 123456782"), "shapes without context are possible")
	require.Empty(t, likely.Append(nil, "ref 123456782"))
}

func TestBadDetectorsAreNamed(t *testing.T) {
	for _, tt := range []struct {
		name     string
		detector Detector
		want     string
	}{
		{"pattern that does not parse", Detector{ID: "mine", Pattern: `ab.`}, `detect: detector "mine": pattern: "." is not supported: write a class, boundaries are implicit`},
		{"pattern without an anchor", Detector{ID: "mine", Pattern: `[a-z]{8,}`}, `otherwise make it contextual`},
		{"contextual pattern that does not parse", Detector{ID: "mine", Contextual: `(a`, Keywords: []string{"mine"}}, `detect: detector "mine": contextual pattern: missing )`},
		{"keyword of one letter", Detector{ID: "mine", Contextual: `\d{9}`, Keywords: []string{"x"}}, `detect: detector "mine": a keyword needs at least two letters in a row`},
		{"field of no letters", Detector{ID: "mine", Fields: []string{"#"}}, `detect: detector "mine": a keyword needs at least two letters in a row`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := New(&Options{Detectors: []*Detector{ByID("us_ssn"), &tt.detector}})
			require.ErrorContains(t, err, tt.want)
			require.ErrorContains(t, err, `detector "mine"`)
		})
	}
}

func TestOwnDetectors(t *testing.T) {
	ticket := &Detector{ID: "ticket", Title: "ticket", Category: Personal, Pattern: `TCK-\d{8}`}
	badge := &Detector{ID: "badge", Title: "badge", Category: Personal, Contextual: `\d{5}`, Keywords: []string{"badge no"}}
	mood := &Detector{ID: "mood", Title: "mood", Category: Health, Fields: []string{"mood"}}
	s := newScanner(t, Options{Detectors: []*Detector{ticket, badge, mood}})
	require.Equal(t, []string{"ticket"}, ids(s.Append(nil, "see TCK-00481516 and "+testMail)))
	require.Equal(t, []string{"badge"}, ids(s.Append(nil, "badge_no: 23421")))
	require.Empty(t, s.Append(nil, "room 23421"))
	require.Equal(t, []string{"mood"}, ids(s.AppendField(nil, "mood", "gloomy")))
	require.Equal(t, mood, s.Classify("Mood"))
	require.Equal(t, badge, s.Classify("badgeNo"))
	require.Nil(t, s.Classify("weather"))
}

func TestClassify(t *testing.T) {
	for _, tt := range []struct{ name, field, want string }{
		{"snake case", "social_security_number", "us_ssn"},
		{"camel case", "creditCardNumber", "credit_card"},
		{"kebab case", "date-of-birth", "date_of_birth"},
		{"part of a longer name", "customer_iban_old", "iban"},
		{"a password", "db_password", "password_assignment"},
		{"about a password only", "password_policy", ""},
		{"nothing sensitive", "region", ""},
		{"empty", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if d := Default().Classify(tt.field); d != nil {
				got = d.ID
			}
			require.Equal(t, tt.want, got)
		})
	}
}

func TestSamples(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       bool
	}{
		{"test card", "card " + testCard, true},
		{"test card without blanks", "card " + strings.ReplaceAll(testCard, " ", ""), true},
		{"reserved domain", "jane@example.com", true},
		{"subdomain of a reserved one", "jane@mail.example.org", true},
		{"ordinary domain", testMail, false},
		{"documented key", testAWS, true},
		{"key like any", "AKIA" + "QYLPMN5HHHFPZAM2", false},
		{"number of nobody", "ssn " + testSSN, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found := Default().Append(nil, tt.text)
			require.Len(t, found, 1)
			require.Equal(t, tt.want, found[0].Sample)
		})
	}
}

// Samples of the catalogue are what they say.
func TestListedSamplesAreSamples(t *testing.T) {
	for _, d := range All() {
		for _, s := range d.Samples {
			require.True(t, isSample(d, s), d.ID)
		}
	}
}

func TestCatalogueIsOrdered(t *testing.T) {
	all := All()
	require.True(t, slices.IsSortedFunc(all, func(a, b *Detector) int { return strings.Compare(a.ID, b.ID) }))
	for i, d := range all {
		require.Same(t, d, ByID(d.ID))
		require.True(t, i == 0 || all[i-1].ID != d.ID, d.ID)
		require.NotEmpty(t, d.Title, d.ID)
		require.NotZero(t, d.Category, d.ID)
	}
	require.Nil(t, ByID(""))
	require.Nil(t, ByID("no_such_detector"))
	all[0] = nil
	require.NotNil(t, All()[0], "the slice is the caller's")
}

func TestNamesOfValues(t *testing.T) {
	require.Equal(t, []string{"unknown", "personal", "credential", "network", "unknown"},
		[]string{Category(0).String(), Personal.String(), Credential.String(), Network.String(), Category(99).String()})
	require.Equal(t, []string{"unset", "possible", "likely", "certain", "unset"},
		[]string{Confidence(0).String(), Possible.String(), Likely.String(), Certain.String(), Confidence(99).String()})
}

func TestReport(t *testing.T) {
	for _, tt := range []struct {
		want     Report
		detector Detector
	}{
		{ReportAlways, Detector{Pattern: "x"}},
		{ReportSeparated, Detector{Pattern: "x", Contextual: "y"}},
		{ReportKeyword, Detector{Contextual: "y"}},
		{ReportField, Detector{Fields: []string{"x"}}},
		{ReportOff, Detector{Pattern: "x", Off: true}},
		{ReportAlways, Detector{find: findEmail}},
	} {
		require.Equal(t, tt.want, tt.detector.Report())
	}
}

// Law 9: one scanner, many callers; the race detector watches.
func TestScannerIsConcurrent(t *testing.T) {
	s := newScanner(t, Options{Literals: []string{"velvet quarry"}, Allow: []string{"@b.example"}})
	var texts []string
	random := rand.New(rand.NewPCG(7, 8))
	for range 40 {
		texts = append(texts, speech(random))
	}
	want := fmt.Sprint(outcome(newScanner(t, Options{Literals: []string{"velvet quarry"}, Allow: []string{"@b.example"}}), texts))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got := fmt.Sprint(outcome(s, texts)); got != want {
				t.Error("a scanner used by several finds something else")
			}
		})
	}
	group.Wait()
}

func outcome(s *Scanner, texts []string) (found []Finding) {
	for _, text := range texts {
		found = s.Append(found, text)
		found = s.AppendName(found, text)
		found = s.AppendField(found, "account_number", text)
	}
	return found
}

// Findings can be compared, so that they can be counted in maps.
func TestFindingsAreComparable(t *testing.T) {
	a, b := Default().Append(nil, testMail), Default().Append(nil, testMail)
	require.Empty(t, cmp.Diff(a, b, cmp.Comparer(func(a, b Finding) bool { return a == b })))
}
