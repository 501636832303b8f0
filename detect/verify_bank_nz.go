package detect

import "github.com/fieldsafe/fieldsafe/internal/checkdigit"

// bankNZ is a range of branches of a New Zealand bank and the letter of the
// algorithm its account numbers follow.
type bankNZ struct {
	bank, from, to int
	algorithm      byte
}

// banksNZ are the banks. "A" stands for algorithm A or, for base numbers of
// 990000 and above, B.
//
// Inland Revenue, Resident withholding tax and non-resident withholding tax
// specification document, "Bank account number validation".
var banksNZ = [...]bankNZ{
	{1, 1, 999, 'A'}, {1, 1100, 1199, 'A'}, {1, 1800, 1899, 'A'},
	{2, 1, 999, 'A'}, {2, 1200, 1299, 'A'},
	{3, 1, 999, 'A'}, {3, 1300, 1399, 'A'}, {3, 1500, 1599, 'A'}, {3, 1700, 1799, 'A'}, {3, 1900, 1999, 'A'}, {3, 7350, 7399, 'A'},
	{4, 2014, 2024, 'A'}, {6, 1, 999, 'A'}, {6, 1400, 1499, 'A'}, {8, 6500, 6599, 'D'}, {9, 0, 0, 'E'}, {10, 5165, 5169, 'A'},
	{11, 5000, 6499, 'A'}, {11, 6600, 8999, 'A'}, {12, 3000, 3299, 'A'}, {12, 3400, 3499, 'A'}, {12, 3600, 3699, 'A'}, {13, 4900, 4999, 'A'},
	{14, 4700, 4799, 'A'}, {15, 3900, 3999, 'A'}, {16, 4400, 4499, 'A'}, {17, 3300, 3399, 'A'}, {18, 3500, 3599, 'A'}, {19, 4600, 4649, 'A'},
	{20, 4100, 4199, 'A'}, {21, 4800, 4899, 'A'}, {22, 4000, 4049, 'A'}, {23, 3700, 3799, 'A'}, {24, 4300, 4349, 'A'}, {25, 2500, 2599, 'F'},
	{26, 2600, 2699, 'G'}, {27, 3800, 3849, 'A'}, {28, 2100, 2149, 'G'}, {29, 2150, 2299, 'G'}, {30, 2900, 2949, 'A'}, {31, 2800, 2849, 'X'},
	{33, 6700, 6799, 'F'}, {35, 2400, 2499, 'A'}, {38, 9000, 9499, 'A'}, {88, 8800, 8805, 'A'},
}

// verifyBankNZ checks bank, branch, base number and suffix: two, four, seven or
// eight, two to four digits.
func verifyBankNZ(value string) Verdict {
	var array [17]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) < 15 || checkdigit.Repeated(digits) {
		return Invalid
	}
	base := checkdigit.Int(digits[6:13])
	bank, branch := checkdigit.Int(digits[:2]), checkdigit.Int(digits[2:6])
	for _, b := range banksNZ {
		if b.bank == bank && b.from <= branch && branch <= b.to {
			return validIf(b.valid(digits, base))
		}
	}
	return Invalid
}

// valid checks digits with the bank's algorithm.
func (b bankNZ) valid(digits []byte, base int) bool {
	branch, number, suffix := digits[2:6], digits[6:13], digits[13:]
	switch b.algorithm {
	case 'A':
		sum := checkdigit.WeightedSum(number, 0, 10, 5, 8, 4, 2, 1)
		if base < 990000 {
			sum += checkdigit.WeightedSum(branch, 6, 3, 7, 9)
		}
		return sum%11 == 0
	case 'D':
		return checkdigit.WeightedSum(number, 7, 6, 5, 4, 3, 2, 1)%11 == 0
	case 'E':
		return (digitSums(number, "\x00\x00\x00\x05\x04\x03\x02")+int(suffix[len(suffix)-1]-'0'))%11 == 0
	case 'F':
		return checkdigit.WeightedSum(number, 1, 7, 3, 1, 7, 3, 1)%10 == 0
	case 'G':
		last := suffix[len(suffix)-min(3, len(suffix)):]
		return (digitSums(number, "\x01\x03\x07\x01\x03\x07\x01")+digitSums(last, "\x03\x07\x01"[3-len(last):]))%10 == 0
	}
	return true
}

// digitSums is the sum of the products of digits and weights, each reduced to
// one digit by adding up its digits.
func digitSums(digits []byte, weights string) int {
	sum := 0
	for i, c := range digits {
		product := int(c-'0') * int(weights[i])
		for product > 9 {
			product = product/10 + product%10
		}
		sum += product
	}
	return sum
}
