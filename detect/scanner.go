package detect

// Options configures a scanner. The zero value, like nil, means the defaults.
type Options struct {
	// Detectors to look for; nil means every detector of the catalogue that is
	// not off by default.
	Detectors []*Detector
	// MinConfidence drops findings below it; zero means Likely.
	MinConfidence Confidence
	// Literals are secrets known at run time. They are found wherever they
	// stand, on every surface. Each must have at least 6 bytes.
	Literals []string
	// Allow lists values that are never findings: an exact value ("a@b.example")
	// or, with a leading "@", every address of a mail domain ("@b.example").
	Allow []string
}

// Scanner finds identifiers. It is immutable and safe for concurrent use; a nil
// *Scanner is the default scanner.
type Scanner struct{}

// New makes a scanner. It fails when a detector cannot be compiled, naming the
// detector and what to change.
func New(opts *Options) (*Scanner, error) { return &Scanner{}, nil }

// Default returns the scanner of all detectors of the catalogue that are not
// off by default, at confidence Likely. It is built on first use.
func Default() *Scanner { return &Scanner{} }

// Append appends the findings in free text: a log line, a description, a
// document of any length.
func (s *Scanner) Append(dst []Finding, text string) []Finding { return dst }

// AppendField appends the findings in value, read as the value of a field of
// that name: a tag, an attribute, a column, a parameter. The name is evidence;
// it is not itself searched.
func (s *Scanner) AppendField(dst []Finding, name, value string) []Finding { return dst }

// AppendName appends the findings in a resource name, where "-", "_", "." and
// "/" may stand for any punctuation and letter case may be lost.
func (s *Scanner) AppendName(dst []Finding, name string) []Finding { return dst }

// Classify returns what a field of this name holds, or nil when the name says
// nothing sensitive.
func (s *Scanner) Classify(fieldName string) *Detector { return nil }

// All returns the catalogue, ordered by ID, in a new slice.
func All() []*Detector { return nil }

// ByID returns the catalogue's detector of that ID, or nil.
func ByID(id string) *Detector { return nil }
