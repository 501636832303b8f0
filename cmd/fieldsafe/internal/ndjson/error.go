package ndjson

import "strconv"

// lineError is a fault of one line of input.
type lineError struct {
	fault  string
	offset int64 // bytes from the start of the line
}

func (e lineError) Error() string {
	return "ndjson: " + e.fault + " (byte " + strconv.FormatInt(e.offset, 10) + ")"
}
