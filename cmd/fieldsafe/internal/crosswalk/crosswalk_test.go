package crosswalk

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/detect"
)

// published reads a list as its publisher prints it, one name a line.
func published(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(data))
}

func TestEveryPublishedNameHasADetector(t *testing.T) {
	tests := []struct {
		list  List
		file  string
		count int // how many names the list had when it was read
	}{
		{Macie, "macie.txt", 166},
		{CloudWatch, "cloudwatch.txt", 98},
	}
	for _, tt := range tests {
		t.Run(string(tt.list), func(t *testing.T) {
			names := published(t, tt.file)
			if len(names) != tt.count {
				t.Fatalf("%d names in %s, want %d", len(names), tt.file, tt.count)
			}
			for _, name := range names {
				if len(Detectors(tt.list, name)) == 0 {
					t.Errorf("no detector for %s", name)
				}
			}
		})
	}
}

func TestNamesOfTheTableArePublished(t *testing.T) {
	for list, file := range map[List]string{Macie: "macie.txt", CloudWatch: "cloudwatch.txt"} {
		names := published(t, file)
		for _, id := range parsed().detectors {
			for _, name := range Names(list, id) {
				if !slices.Contains(names, name) {
					t.Errorf("%s: %s is not in the list of %s", id, name, list)
				}
			}
		}
	}
}

func TestBothWays(t *testing.T) {
	tests := []struct {
		name     string
		list     List
		id, term string
		want     []string // the detectors of term
	}{
		{"one to one", CloudWatch, "us_ssn", "Ssn-US", []string{"us_ssn"}},
		{"a name that two detectors share", CloudWatch, "ipv6_address", "IpAddress", []string{"ipv4_address", "ipv6_address"}},
		{"a detector of many names", Macie, "iban", "TUNISIA_BANK_ACCOUNT_NUMBER", []string{"iban"}},
		{"a country format beside the IBAN", Macie, "bban_de", "GERMANY_BANK_ACCOUNT_NUMBER", []string{"bban_de", "iban"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Detectors(tt.list, tt.term); !slices.Equal(got, tt.want) {
				t.Errorf("Detectors: got %q, want %q", got, tt.want)
			}
			if !slices.Contains(Names(tt.list, tt.id), tt.term) {
				t.Errorf("Names of %s do not hold %s", tt.id, tt.term)
			}
		})
	}
}

func TestUnknown(t *testing.T) {
	for _, list := range append(Lists(), "no such list") {
		if got := Names(list, "no_such_detector"); got != nil {
			t.Errorf("%s: names %q of a detector that is none", list, got)
		}
		if got := Detectors(list, "NO_SUCH_NAME"); got != nil {
			t.Errorf("%s: detectors %q of a name that is none", list, got)
		}
	}
}

func TestTitles(t *testing.T) {
	if len(Lists()) != 6 {
		t.Fatalf("%d lists", len(Lists()))
	}
	for _, list := range Lists() {
		if list.Title() == string(list) {
			t.Errorf("%s: no title", list)
		}
	}
}

func TestResultsBelongToTheCaller(t *testing.T) {
	Names(Macie, "iban")[0] = "changed"
	Detectors(CloudWatch, "IpAddress")[0] = "changed"
	if slices.Contains(Names(Macie, "iban"), "changed") || slices.Contains(Detectors(CloudWatch, "IpAddress"), "changed") {
		t.Error("a change to a result shows in the next")
	}
}

// TestRowsAreTheCatalogue holds the table and the catalogue together: a row
// for every detector, in order, and a detector for every row.
func TestRowsAreTheCatalogue(t *testing.T) {
	rows := parsed().detectors
	if !slices.IsSorted(rows) || len(slices.Compact(slices.Clone(rows))) != len(rows) {
		t.Error("rows are not in order, or one comes twice")
	}
	for _, d := range detect.All() {
		if _, ok := slices.BinarySearch(rows, d.ID); !ok {
			t.Errorf("detector %s has no row", d.ID)
		}
	}
	for _, id := range rows {
		if detect.ByID(id) == nil {
			t.Errorf("row %s has no detector", id)
		}
	}
}
