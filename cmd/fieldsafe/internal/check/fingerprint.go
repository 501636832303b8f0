package check

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// fingerprint tells findings apart that are alike in all else by their order.
func (c *fileCheck) fingerprint() {
	seen := make(map[string]int)
	for i := range c.result.Findings {
		f := &c.result.Findings[i]
		id := strings.Join([]string{f.Detector.ID, f.File, f.Path, f.Excerpt.Line}, "\x00")
		sum := sha256.Sum256([]byte(id + "\x00" + strconv.Itoa(seen[id])))
		f.Fingerprint = hex.EncodeToString(sum[:16])
		seen[id]++
	}
}
