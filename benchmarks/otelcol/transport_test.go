package otelcol

import (
	"bytes"
	"compress/gzip"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
)

// What a gateway does with a record beside the processing: it is decompressed and
// decoded, encoded and compressed again.
func BenchmarkTransport(b *testing.B) {
	const records = 4000
	request := plogotlp.NewExportRequestFromLogs(batch(records, 20))
	encoded, err := request.MarshalProto()
	require.NoError(b, err)
	compressed := deflated(b, encoded)
	for _, step := range []struct {
		name string
		run  func() error
	}{
		{"decompress", func() error {
			r, err := gzip.NewReader(bytes.NewReader(compressed))
			if err == nil {
				_, err = io.Copy(io.Discard, r)
			}
			return err
		}},
		{"decode", func() error { return plogotlp.NewExportRequest().UnmarshalProto(encoded) }},
		{"encode", func() error { _, err := request.MarshalProto(); return err }},
		{"compress", func() error { deflated(b, encoded); return nil }},
	} {
		b.Run(step.name, func(b *testing.B) {
			for b.Loop() {
				if err := step.run(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/records, "ns/record")
			b.ReportMetric(float64(len(encoded))/records, "B/record")
			b.ReportMetric(float64(len(compressed))/records, "B-compressed/record")
		})
	}
}

func deflated(b *testing.B, data []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write(data)
	require.NoError(b, err)
	require.NoError(b, w.Close())
	return out.Bytes()
}
