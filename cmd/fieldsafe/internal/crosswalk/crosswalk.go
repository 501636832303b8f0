// Package crosswalk names the detectors of the catalogue as other products'
// lists of sensitive data types do, and the other way round.
package crosswalk

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// List is another product's list of data types.
type List string

// The lists, by the column that holds them.
const (
	Macie      List = "macie"      // Amazon Macie managed data identifiers
	CloudWatch List = "cloudwatch" // Amazon CloudWatch Logs managed data identifiers
	DLP        List = "dlp"        // Google Cloud Sensitive Data Protection infoTypes
	Presidio   List = "presidio"   // Microsoft Presidio entities
	Comprehend List = "comprehend" // Amazon Comprehend PII entity types
	Azure      List = "azure"      // Azure AI Language PII categories
)

// Title is the name of the service that l is the list of.
func (l List) Title() string {
	switch l {
	case Macie:
		return "Amazon Macie"
	case CloudWatch:
		return "Amazon CloudWatch Logs"
	case DLP:
		return "Google Sensitive Data Protection"
	case Presidio:
		return "Microsoft Presidio"
	case Comprehend:
		return "Amazon Comprehend"
	case Azure:
		return "Azure AI Language"
	}
	return string(l)
}

// table has one line a detector: its identifier, then for each list the names
// it covers, separated by blanks. The first line names the columns.
//
//go:embed crosswalk.tsv
var table string

// key is a name in a list, or a detector's identifier on its way into one.
type key struct {
	list List
	name string
}

// index holds the table both ways.
type index struct {
	lists     []List
	detectors []string
	names     map[key][]string // by detector
	covering  map[key][]string // by name
}

var parsed = sync.OnceValue(func() index {
	header, body, _ := strings.Cut(table, "\n")
	x := index{names: map[key][]string{}, covering: map[key][]string{}}
	for _, column := range strings.Split(header, "\t")[1:] {
		x.lists = append(x.lists, List(column))
	}
	for line := range strings.Lines(body) {
		x.add(strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	return x
})

// add takes in one line of the table.
func (x *index) add(cells []string) {
	id := cells[0]
	x.detectors = append(x.detectors, id)
	for i, list := range x.lists {
		for _, name := range strings.Fields(cells[i+1]) {
			x.names[key{list, id}] = append(x.names[key{list, id}], name)
			x.covering[key{list, name}] = append(x.covering[key{list, name}], id)
		}
	}
}

// Lists returns the lists there are, in the order of their columns.
func Lists() []List { return slices.Clone(parsed().lists) }

// Names returns what list calls the values that the detector of that identifier
// finds, in order; nil when the list has no name for them or there is no such
// detector. The caller owns the slice.
func Names(list List, id string) []string {
	return slices.Clone(parsed().names[key{list, id}])
}

// Detectors returns the identifiers of the detectors that find what list calls
// name, in order; nil when there is none. Letter case counts. The caller owns
// the slice.
func Detectors(list List, name string) []string {
	return slices.Clone(parsed().covering[key{list, name}])
}
