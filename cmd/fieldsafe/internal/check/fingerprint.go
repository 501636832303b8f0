package check

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
)

// fingerprint names findings by what stays when lines move and lists grow. It
// tells those that are alike in all of that apart by their order.
func fingerprint(findings []Finding) {
	seen := make(map[string]int)
	for i := range findings {
		f := &findings[i]
		id := strings.Join([]string{f.Detector.ID, f.File, policy.WithoutIndexes(f.Path), f.Excerpt.Line}, "\x00")
		sum := sha256.Sum256([]byte(id + "\x00" + strconv.Itoa(seen[id])))
		f.Fingerprint = hex.EncodeToString(sum[:16])
		seen[id]++
	}
}
