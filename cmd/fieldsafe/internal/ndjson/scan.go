package ndjson

import (
	"errors"
	"io"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/urlcheck"
)

type scanRequest struct {
	ID      jsontext.Value `json:"id"`
	Text    string         `json:"text"`
	Surface string         `json:"surface"`
	Field   string         `json:"field"`
}

var errSurface = errors.New("ndjson: surface must be text, name, field or url")

// Scan answers each request line of r with the findings of s in its text, until
// the end of r.
func Scan(r io.Reader, w io.Writer, s *detect.Scanner) error {
	var found []detect.Finding
	return serve(r, w, func(dst, line []byte) []byte {
		var q scanRequest
		if err := decode(line, &q); err != nil {
			return appendError(dst, q.ID, err)
		}
		var err error
		if found, err = q.scan(found[:0], s); err != nil {
			return appendError(dst, q.ID, err)
		}
		return appendFindings(dst, q.ID, found)
	})
}

func (q *scanRequest) scan(dst []detect.Finding, s *detect.Scanner) ([]detect.Finding, error) {
	switch q.Surface {
	case "", "text":
		return s.Append(dst, q.Text), nil
	case "name":
		return s.AppendName(dst, q.Text), nil
	case "url":
		return urlcheck.Append(dst, q.Text), nil
	case "field":
		return s.AppendField(dst, q.Field, q.Text), nil
	}
	return dst, errSurface
}

func appendFindings(dst []byte, id jsontext.Value, found []detect.Finding) []byte {
	dst = append(appendID(dst, id), `"findings":[`...)
	for i := range found {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendFinding(dst, &found[i])
	}
	return append(dst, "]}"...)
}

func appendFinding(dst []byte, f *detect.Finding) []byte {
	dst = append(dst, `{"type":`...)
	dst = appendString(dst, f.Detector.ID)
	dst = append(dst, `,"category":"`...)
	dst = append(dst, f.Detector.Category.String()...)
	if f.Detector.Country != "" {
		dst = append(dst, `","country":"`...)
		dst = append(dst, f.Detector.Country...)
	}
	dst = append(dst, `","start":`...)
	dst = strconv.AppendInt(dst, int64(f.Start), 10)
	dst = append(dst, `,"end":`...)
	dst = strconv.AppendInt(dst, int64(f.End), 10)
	dst = append(dst, `,"confidence":"`...)
	dst = append(dst, f.Confidence.String()...)
	dst = append(dst, `","sample":`...)
	dst = strconv.AppendBool(dst, f.Sample)
	return append(dst, '}')
}
