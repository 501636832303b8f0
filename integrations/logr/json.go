package redactlogr

import (
	"bytes"
	"encoding/json"

	"github.com/go-logr/logr/funcr"
)

// marshal is json.Marshal without HTML escaping.
func marshal(value any) (json.RawMessage, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), err
}

// pseudo returns the value that a JSON text stands for, for the sinks of funcr:
// they keep the order of the fields of a funcr.PseudoStruct, and of no map.
func pseudo(text json.RawMessage) any {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	return element(decoder)
}

func element(decoder *json.Decoder) any {
	token, err := decoder.Token()
	if err != nil {
		return nil
	}
	switch token := token.(type) {
	case json.Number:
		return number(token)
	case json.Delim:
		if token == '[' {
			return append([]any{}, elements(decoder)...)
		}
		return append(funcr.PseudoStruct{}, elements(decoder)...)
	}
	return token
}

// elements returns what stands before the next closing bracket: elements, or
// names and values.
func elements(decoder *json.Decoder) []any {
	var out []any
	for decoder.More() {
		out = append(out, element(decoder))
	}
	_, _ = decoder.Token()
	return out
}

func number(n json.Number) any {
	if i, err := n.Int64(); err == nil {
		return i
	}
	if f, err := n.Float64(); err == nil {
		return f
	}
	return n.String()
}
