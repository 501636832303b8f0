package ndjson

import (
	"io"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/fieldsafe/fieldsafe/urlcheck"
)

type urlRequest struct {
	ID jsontext.Value `json:"id"`
	In string         `json:"in"`
}

// URL answers each request line of r with its URL stripped and masked, until the
// end of r.
func URL(r io.Reader, w io.Writer) error {
	return serve(r, w, func(dst, line []byte) []byte {
		var q urlRequest
		if err := decode(line, &q); err != nil {
			return appendError(dst, q.ID, err)
		}
		dst = append(appendID(dst, q.ID), `"strip":`...)
		dst = appendString(dst, urlcheck.Strip(q.In))
		dst = append(dst, `,"mask":`...)
		dst = appendString(dst, urlcheck.Mask(q.In))
		dst = append(dst, `,"found":`...)
		dst = strconv.AppendBool(dst, urlcheck.Check(q.In) != nil)
		return append(dst, '}')
	})
}
