package detect

import (
	"cmp"
	"slices"
	"sync"
)

// families are the parts of the catalogue, one a file.
var families = [...][]Detector{
	structuralDetectors,
	credentialFormats,
	credentialDocuments,
	personalDetectors,
	northAmericaDetectors,
	latinAmericaDetectors,
	southAmericaDetectors,
	southAsiaDetectors,
	southeastAsiaDetectors,
	eastAsiaDetectors,
	middleEastDetectors,
	africaDetectors,
	oceaniaDetectors,
	personalIsles,
	personalWest,
	personalCentral,
	personalSouth,
	personalNorth,
	personalEast,
	personalSoutheast,
	passportsDetectors,
	passportsEuropeDetectors,
	driversLicensesDetectors,
	driversLicensesEuropeDetectors,
	personalVAT,
	phoneDetectors,
	peopleDetectors,
	tokensCloud,
	tokensHosting,
	tokensForges,
	tokensCI,
	tokensData,
	tokensAI,
	tokensCommunication,
	tokensPayments,
	tokensObservability,
	tokensSaaS,
	urlDetectors,
	cardDetectors,
	bankDetectors,
	financialDetectors,
	cryptoDetectors,
	healthDetectors,
	networkDetectors,
	deviceDetectors,
}

var catalog = sync.OnceValue(func() []*Detector {
	var all []*Detector
	for _, f := range families {
		for i := range f {
			all = append(all, &f[i])
		}
	}
	slices.SortFunc(all, func(a, b *Detector) int { return cmp.Compare(a.ID, b.ID) })
	return all
})

// All returns the catalogue, ordered by ID, in a new slice.
func All() []*Detector { return slices.Clone(catalog()) }

// ByID returns the catalogue's detector of that ID, or nil.
func ByID(id string) *Detector {
	all := catalog()
	i, ok := slices.BinarySearchFunc(all, id, func(d *Detector, id string) int { return cmp.Compare(d.ID, id) })
	if !ok {
		return nil
	}
	return all[i]
}

func onByDefault() []*Detector {
	return slices.DeleteFunc(All(), func(d *Detector) bool { return d.Off })
}
