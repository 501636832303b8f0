package detect

// Problem is one field that holds sensitive values.
type Problem struct {
	Field    string    // the field's name; empty for a name by itself, or when the name is what is sensitive
	InName   bool      // the findings are in the field's name, not in its value
	Findings []Finding // byte ranges in the value, or in the name
}

// Error reports sensitive values in fields: which field, what kind, which
// bytes. It never quotes a value.
type Error struct {
	Problems []Problem
}

func (e *Error) Error() string { return "" }

// CheckName returns nil, or an *Error when a resource name holds an identifier.
func CheckName(name string) error { return nil }

// CheckField returns nil, or an *Error when the value of a named field holds an
// identifier.
func CheckField(name, value string) error { return nil }

// CheckTags returns nil, or an *Error when a key or a value of tags holds an
// identifier. Problems come in the order of the keys.
func CheckTags(tags map[string]string) error { return nil }
