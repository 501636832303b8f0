package urlcheck

import (
	"sync"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/internal/urlrules"
)

var detectors = sync.OnceValue(func() [urlrules.Kinds]*detect.Detector {
	var list [urlrules.Kinds]*detect.Detector
	for k := range list {
		kind := urlrules.Kind(k)
		if list[k] = detect.ByID(kind.ID()); list[k] == nil {
			list[k] = detect.ByID(kind.Base().ID())
		}
	}
	return list
})

// detectorOf returns the entry of the catalogue for findings of kind k.
func detectorOf(k urlrules.Kind) *detect.Detector { return detectors()[k] }

func confidenceOf(c urlrules.Confidence) detect.Confidence {
	switch c {
	case urlrules.Proof:
		return detect.Certain
	case urlrules.Firm:
		return detect.Likely
	}
	return detect.Possible
}
