package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifyVaried is for numbers without a check digit: anything but one
// character over and over.
func verifyVaried(value string) Verdict {
	var array [34]byte
	s := checkdigit.Alnum(array[:0], value)
	return plausibleIf(len(s) > 0 && !checkdigit.Repeated(s))
}

// verifyLuhn is for numbers that end in a Luhn check digit and have no other
// rule.
func verifyLuhn(value string) Verdict {
	var array [34]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(checkdigit.Luhn(digits) && !checkdigit.Repeated(digits))
}

// verifyABA checks a routing number: the Federal Reserve district in the first
// two digits and the weights 3, 7, 1.
func verifyABA(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 9 || checkdigit.Repeated(digits) {
		return Invalid
	}
	district := checkdigit.Int(digits[:2])
	assigned := district <= 12 || 21 <= district && district <= 32 || 61 <= district && district <= 72 || district == 80
	return validIf(assigned && checkdigit.WeightedSum(digits, 3, 7, 1, 3, 7, 1, 3, 7, 1)%10 == 0)
}

// verifyRIB checks the key of a relevé d'identité bancaire: letters count as
// the digits on whose key they stand, and 89 times the bank, 15 times the
// branch, 3 times the account and the key are a multiple of 97.
func verifyRIB(value string) Verdict {
	var array [23]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 23 {
		return Invalid
	}
	for i, c := range s {
		if c >= 'A' {
			s[i] = "12345678912345678923456789"[c-'A']
		}
	}
	bank, branch, account := checkdigit.Int(s[:5]), checkdigit.Int(s[5:10]), checkdigit.Int(s[10:21])
	return validIf((89*bank+15*branch+3*account+checkdigit.Int(s[21:]))%97 == 0 && !checkdigit.Repeated(s))
}

// cinOdd are the values, by digit or by position of the letter in the alphabet,
// of characters at odd places of an Italian account number.
var cinOdd = [26]uint8{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23}

// verifyCIN checks the letter before ABI, CAB and account number: the sum of
// the values of the characters modulo 26.
func verifyCIN(value string) Verdict {
	var array [23]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 23 || s[0] < 'A' {
		return Invalid
	}
	sum := 0
	for i, c := range s[1:] {
		v := int(c - '0')
		if c >= 'A' {
			v = int(c - 'A')
		}
		if i%2 == 0 {
			v = int(cinOdd[v])
		}
		sum += v
	}
	return validIf(sum%26 == int(s[0]-'A'))
}

// verifyCCC checks the two control digits of a Código Cuenta Cliente: one over
// bank and branch, one over the account.
func verifyCCC(value string) Verdict {
	var array [20]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 20 || checkdigit.Repeated(digits) {
		return Invalid
	}
	bank := checkdigit.WeightedSum(digits[:8], 4, 8, 5, 10, 9, 7, 3, 6)
	account := checkdigit.WeightedSum(digits[10:], 1, 2, 4, 8, 5, 10, 9, 7, 3, 6)
	return validIf(cccDigit(bank) == digits[8] && cccDigit(account) == digits[9])
}

func cccDigit(sum int) byte {
	switch d := 11 - sum%11; d {
	case 10:
		return '1'
	case 11:
		return '0'
	default:
		return byte('0' + d)
	}
}

// verifyBankNO checks a Norwegian account number: weights 5, 4, 3, 2, 7, 6, 5,
// 4, 3, 2 and the check digit modulo 11.
func verifyBankNO(value string) Verdict {
	var array [11]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 11 && !checkdigit.Repeated(digits) && checkdigit.WeightedSum(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0)
}

// verifyBankCZ checks prefix and number of a Czech account, each a weighted sum
// modulo 11, and that a bank's code follows.
func verifyBankCZ(value string) Verdict {
	var array [20]byte
	digits := checkdigit.Digits(array[:0], value)
	prefix := max(strings.IndexByte(value, '-'), 0)
	if len(digits) < prefix+6 {
		return Invalid
	}
	number, bank := digits[prefix:len(digits)-4], checkdigit.Int(digits[len(digits)-4:])
	significant := 0
	for _, c := range number {
		if c != '0' {
			significant++
		}
	}
	return validIf(bank >= 100 && significant >= 2 && czechSum(digits[:prefix])%11 == 0 && czechSum(number)%11 == 0)
}

// czechSum is the sum weighted 1, 2, 4, 8, 5, 10, 9, 7, 3, 6 from the right.
func czechSum(digits []byte) int {
	sum := 0
	for i := range len(digits) {
		sum += int(digits[len(digits)-1-i]-'0') * int("\x01\x02\x04\x08\x05\x0a\x09\x07\x03\x06"[i%10])
	}
	return sum
}

// verifyNIB checks a Número de Identificação Bancária: ISO 7064 MOD 97-10.
func verifyNIB(value string) Verdict {
	var array [21]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 21 && checkdigit.Mod97(digits))
}

// verifyCBU checks the two blocks of a Clave Bancaria Uniforme: weights 3, 1,
// 7, 9 from the right, and the check digit that makes the sum a multiple of ten.
func verifyCBU(value string) Verdict {
	var array [22]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 22 && !checkdigit.Repeated(digits) && cbuBlock(digits[:8]) && cbuBlock(digits[8:]))
}

func cbuBlock(digits []byte) bool {
	last := len(digits) - 1
	sum := int(digits[last] - '0')
	for i := range last {
		sum += int(digits[last-1-i]-'0') * int("\x03\x01\x07\x09"[i%4])
	}
	return sum%10 == 0
}

// verifyCLABE checks a Clave Bancaria Estandarizada: weights 3, 7, 1, each
// product modulo 10, which the sum's own remainder makes the same as none.
func verifyCLABE(value string) Verdict {
	var array [18]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 18 && !checkdigit.Repeated(digits) &&
		checkdigit.WeightedSum(digits, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1)%10 == 0)
}

// vpaHandles are the payment service providers' part of UPI addresses, each
// between blanks. The first of them are no names of hosts.
const (
	loneHandles = " okaxis okhdfcbank okicici oksbi ybl ibl axl paytm ptyes ptsbi ptaxis pthdfc apl yapl upi hdfcbank hdfcbankjd axisbank kotak811 barodampay idfcfirst" +
		" yesbankltd freecharge jupiteraxis axisgo naviaxis waicici wahdfcbank waaxis wasbi amazonpay superyes ikwik pingpay "
	vpaHandles = loneHandles + "sbi icici axisb kotak pnb cnrb idfcbank indus yesbank federal rbl aubank unionbank boi cboi kbl kvb sib dbs citi hsbc sc airtel" +
		" postbank fam timecosmos slice mbk "
)

// vpa looks for the UPI address whose name begins at start and whose @ is at
// position at, and reports whether there is one.
func (r *run) vpa(start, at int) bool {
	const least = 3
	d, end := r.finder(findVPA), at+1
	for end < len(r.text) && scan.IsAlnum(r.text[end]) {
		end++
	}
	if d == nil || at-start < least || end < len(r.text)-1 && strings.IndexByte(".:-_/@", r.text[end]) >= 0 && r.text[end+1] != ' ' {
		return false
	}
	if !hasWord(loneHandles, r.text[at+1:end]) {
		return false
	}
	r.add(start, end, d, Likely, byPattern, end-start)
	return true
}

// verifyVPA checks that what follows the "@" is a payment service provider, not
// a host.
func verifyVPA(value string) Verdict {
	_, handle, _ := strings.Cut(value, "@")
	return plausibleIf(handle != "" && hasWord(vpaHandles, handle))
}

// hasWord reports whether word, letter case aside, is one of the lower-case
// words of list, each between blanks.
func hasWord(list, word string) bool {
	for i := 0; i+len(word)+1 < len(list); i++ {
		if list[i] == ' ' && list[i+1+len(word)] == ' ' && equalFold(list[i+1:i+1+len(word)], word) {
			return true
		}
	}
	return false
}

// equalFold reports whether s, letters in lower case, equals lower.
func equalFold(lower, s string) bool {
	for i := range len(s) {
		if scan.Lower(s[i]) != lower[i] {
			return false
		}
	}
	return true
}

// verifyNamedUUID accepts what its keyword says it is, unless it is all zeros.
func verifyNamedUUID(value string) Verdict {
	for i := range len(value) {
		if c := value[i]; c != '0' && c != '-' {
			return Valid
		}
	}
	return Invalid
}

// verifyBankAccount accepts 6 to 20 digits that are not one digit, one row of them
// in order, or a date.
func verifyBankAccount(value string) Verdict {
	const least, most = 6, 20
	var array [48]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) < least || len(digits) > most || verifyBirthDate(value) != Invalid {
		return Invalid
	}
	return verifyVaried(value)
}
