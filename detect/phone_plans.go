package detect

// phoneRange is a range of national numbers: those that begin with a number
// from low to high, which have as many digits as each other, and have minimum
// to maximum digits, the trunk prefix not counted.
type phoneRange struct {
	low, high        string
	minimum, maximum int
}

// phonePlan is the numbering plan of a country, as its regulator publishes it.
type phonePlan struct {
	code   string // country code
	trunk  string // what is dialled before a national number, if anything
	ranges []phoneRange
}

var (
	planGB = phonePlan{"44", "0", []phoneRange{{"1", "1", 9, 10}, {"2", "3", 10, 10}, {"55", "56", 10, 10}, {"70", "79", 10, 10}, {"80", "80", 9, 10}, {"81", "99", 10, 10}}}
	planDE = phonePlan{"49", "0", []phoneRange{{"15", "15", 10, 11}, {"16", "17", 10, 11}, {"2", "9", 6, 11}}}
	planFR = phonePlan{"33", "0", []phoneRange{{"1", "9", 9, 9}}}
	planIT = phonePlan{"39", "", []phoneRange{{"3", "3", 9, 10}, {"0", "0", 6, 11}, {"80", "80", 6, 9}}}
	planES = phonePlan{"34", "", []phoneRange{{"6", "9", 9, 9}}}
	planIN = phonePlan{"91", "0", []phoneRange{{"6", "9", 10, 10}}}
	planAU = phonePlan{"61", "0", []phoneRange{{"2", "4", 9, 9}, {"7", "8", 9, 9}}}
	planJP = phonePlan{"81", "0", []phoneRange{{"50", "50", 10, 10}, {"70", "70", 10, 10}, {"80", "80", 10, 10}, {"90", "90", 10, 10}, {"1", "9", 9, 9}}}
	planCN = phonePlan{"86", "", []phoneRange{{"13", "19", 11, 11}}}
	planKR = phonePlan{"82", "0", []phoneRange{{"10", "10", 10, 10}, {"11", "19", 9, 10}, {"2", "2", 8, 9}, {"31", "64", 9, 10}, {"70", "70", 10, 10}}}
	planNL = phonePlan{"31", "0", []phoneRange{{"1", "7", 9, 9}, {"85", "88", 9, 9}}}
	planBE = phonePlan{"32", "0", []phoneRange{{"45", "49", 9, 9}, {"1", "9", 8, 8}}}
	planCH = phonePlan{"41", "0", []phoneRange{{"2", "9", 9, 9}}}
	planSE = phonePlan{"46", "0", []phoneRange{{"7", "7", 9, 9}, {"1", "9", 7, 9}}}
	planPL = phonePlan{"48", "", []phoneRange{{"1", "9", 9, 9}}}
	planMX = phonePlan{"52", "", []phoneRange{{"2", "9", 10, 10}}}
	planZA = phonePlan{"27", "0", []phoneRange{{"1", "8", 9, 9}}}
	planTR = phonePlan{"90", "0", []phoneRange{{"2", "5", 10, 10}, {"8", "8", 10, 10}}}
	planSG = phonePlan{"65", "", []phoneRange{{"3", "3", 8, 8}, {"6", "6", 8, 8}, {"8", "9", 8, 8}}}
	planAE = phonePlan{"971", "0", []phoneRange{{"50", "50", 9, 9}, {"52", "56", 9, 9}, {"58", "58", 9, 9}, {"2", "4", 8, 8}, {"6", "7", 8, 8}, {"9", "9", 8, 8}}}
	planIL = phonePlan{"972", "0", []phoneRange{{"5", "5", 9, 9}, {"7", "7", 9, 9}, {"2", "4", 8, 8}, {"8", "9", 8, 8}}}
	planRU = phonePlan{"7", "8", []phoneRange{{"3", "4", 10, 10}, {"8", "9", 10, 10}}}
)

// holds reports whether a national number, its trunk prefix taken off, is in
// one of the plan's ranges.
func (p *phonePlan) holds(national []byte) bool {
	for i := range p.ranges {
		r := &p.ranges[i]
		if !between(len(national), r.minimum, r.maximum) {
			continue
		}
		if head := string(national[:len(r.low)]); r.low <= head && head <= r.high {
			return true
		}
	}
	return false
}

// verify accepts numbers of the country, in international form or as dialled
// within it, trunk prefix included.
func (p *phonePlan) verify(value string) Verdict {
	d, ok := dial(value)
	if !ok {
		return Invalid
	}
	prefix := p.trunk
	if d.international {
		prefix = p.code
	}
	digits := d.digits()
	if len(digits) < len(prefix) || string(digits[:len(prefix)]) != prefix {
		return Invalid
	}
	return validIf(p.holds(digits[len(prefix):]) && (d.international || d.national(value)))
}

func verifyPhoneGB(value string) Verdict { return planGB.verify(value) }
func verifyPhoneDE(value string) Verdict { return planDE.verify(value) }
func verifyPhoneFR(value string) Verdict { return planFR.verify(value) }
func verifyPhoneIT(value string) Verdict { return planIT.verify(value) }
func verifyPhoneES(value string) Verdict { return planES.verify(value) }
func verifyPhoneIN(value string) Verdict { return planIN.verify(value) }
func verifyPhoneAU(value string) Verdict { return planAU.verify(value) }
func verifyPhoneJP(value string) Verdict { return planJP.verify(value) }
func verifyPhoneKR(value string) Verdict { return planKR.verify(value) }
func verifyPhoneNL(value string) Verdict { return planNL.verify(value) }
func verifyPhoneBE(value string) Verdict { return planBE.verify(value) }
func verifyPhoneCH(value string) Verdict { return planCH.verify(value) }
func verifyPhoneSE(value string) Verdict { return planSE.verify(value) }
func verifyPhonePL(value string) Verdict { return planPL.verify(value) }
func verifyPhoneMX(value string) Verdict { return planMX.verify(value) }
func verifyPhoneZA(value string) Verdict { return planZA.verify(value) }
func verifyPhoneTR(value string) Verdict { return planTR.verify(value) }
func verifyPhoneSG(value string) Verdict { return planSG.verify(value) }
func verifyPhoneAE(value string) Verdict { return planAE.verify(value) }
func verifyPhoneIL(value string) Verdict { return planIL.verify(value) }
func verifyPhoneRU(value string) Verdict { return planRU.verify(value) }

// verifyPhoneCN accepts Chinese mobile numbers, and landline numbers with their
// trunk 0.
func verifyPhoneCN(value string) Verdict {
	if planCN.verify(value) == Valid {
		return Valid
	}
	landlines := phonePlan{"86", "0", []phoneRange{{"10", "10", 10, 10}, {"2", "2", 10, 10}, {"3", "9", 10, 11}}}
	return landlines.verify(value)
}

// verifyPhoneBR accepts Brazilian numbers: an area code without a zero, then
// eight digits, or nine of which the first is a 9.
func verifyPhoneBR(value string) Verdict {
	d, ok := dial(value)
	if !ok {
		return Invalid
	}
	digits := d.digits()
	switch {
	case d.international && len(digits) > 2 && string(digits[:2]) == "55":
		digits = digits[2:]
	case d.international || len(digits) == 0:
		return Invalid
	case digits[0] == '0':
		digits = digits[1:]
	}
	if len(digits) != 10 && len(digits) != 11 || digits[0] == '0' || digits[1] == '0' {
		return Invalid
	}
	if len(digits) == 11 {
		return validIf(digits[2] == '9')
	}
	return validIf(between(digitAt(digits, 2), 2, 5))
}

// verifyPhoneNANP accepts North American numbers: area and exchange begin with
// 2 to 9, and the area code is not a service code such as 911 (NANPA).
func verifyPhoneNANP(value string) Verdict {
	d, ok := dial(value)
	if !ok {
		return Invalid
	}
	digits := d.digits()
	if len(digits) == 11 && digits[0] == '1' {
		digits = digits[1:]
	} else if d.international {
		return Invalid
	}
	return validIf(len(digits) == 10 && digits[0] >= '2' && digits[3] >= '2' &&
		string(digits[1:3]) != "11" && string(digits[4:6]) != "11")
}
