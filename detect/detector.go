package detect

// Verdict is what a detector's Verify function says of a value that has the
// right shape.
type Verdict uint8

// The verdicts.
const (
	Invalid   Verdict = iota // not such a value: a check digit fails, a date is impossible
	Plausible                // the shape fits and nothing speaks against it
	Valid                    // a check digit, checksum or registry confirms it
)

// Report says when a detector reports a value. It is derived from which of the
// detector's fields are set; see [Detector.Report].
type Report string

// The report modes, written as in the catalogue.
const (
	ReportAlways    Report = "S"   // self-validating: no keyword needed
	ReportSeparated Report = "S*"  // canonical form alone; any other form beside a keyword
	ReportKeyword   Report = "K"   // only beside a keyword or in a field of that name
	ReportField     Report = "F"   // the field name alone decides
	ReportOff       Report = "off" // only when chosen explicitly
)

// Detector describes one kind of sensitive value: a catalogue entry. It is
// data; built-in and user-written detectors are the same thing. A detector must
// not be changed once a scanner has been made from it.
//
// Patterns are a subset of RE2 syntax without anchors: literals, classes
// ([0-9A-F], \d, \w), groups, alternation, (?i) at the start, and the
// quantifiers ?, * , + and {n,m}, where groups may only be repeated a bounded
// number of times. A match is the longest that begins and ends at a boundary:
// no letter or digit stands directly before or after it.
type Detector struct {
	ID       string // stable, snake_case: "us_ssn"
	Title    string // for people: "US Social Security number"
	Category Category
	Country  string // ISO 3166-1 alpha-2, empty where it is no matter of one country

	// Pattern is the form that is reported by itself.
	Pattern string
	// Contextual is the form that is reported only beside one of Keywords, or
	// in a field that a keyword names.
	Contextual string
	// Keywords are the context words, in lower case. They match as whole words,
	// a space in one matching also "-", "_", "." and nothing. One written in
	// brackets, like "[at]", matches in free text only behind a bracket.
	Keywords []string
	// Fields are names of fields whose whole value is the identifier, whatever
	// its shape. They match as Keywords do.
	Fields []string

	// Verify judges a value that matched a pattern, or, in a detector that has
	// none, the value of one of Fields; nil means Plausible. It must be pure, must not retain its argument, and must be linear in it.
	Verify func(value string) Verdict `json:"-"`

	// Samples are values reserved for documentation or tests, as written or
	// stripped of separators.
	Samples []string
	// Off keeps the detector out of the default set.
	Off bool
	// Reference is where the format is specified: a document or a link.
	Reference string

	find   finder            // the code that looks for its values; zero for detectors that are patterns
	sample func(string) bool // tells samples that are too many to list

	// confirm makes Pattern count only when Verify finds the value Valid; beside
	// a keyword Plausible is enough.
	confirm bool
	// apart refuses values that are a part of base 64 or, in text, of an identifier
	// with underscores, which both have their shape by chance. Beside a keyword an
	// underscore counts only where there is no pattern without one.
	apart bool
	// grouped refuses values beside which the groups of hexadecimal digits go on
	// that they are made of.
	grouped bool
	// close says that values are so plain that a keyword must stand right before
	// them.
	close bool
	// masks says that values are masked in part, so that they look like placeholders.
	masks bool
	// hints says that the keywords are too common to tell what a field of such a
	// name holds; they only point to values.
	hints bool
}

// Report derives when d reports a value from the fields that are set.
func (d *Detector) Report() Report {
	switch {
	case d.Off:
		return ReportOff
	case d.find.byField():
		return ReportField
	case d.find == findOneTimeCode, d.find == findCosmosKey: // code that runs at a keyword
		return ReportKeyword
	case (d.Pattern != "" || d.find != 0) && d.Contextual != "":
		return ReportSeparated
	case d.Pattern != "" || d.find != 0:
		return ReportAlways
	case d.Contextual != "":
		return ReportKeyword
	}
	return ReportField
}

// finder names the hand-written code that looks for a detector's values.
type finder uint8
