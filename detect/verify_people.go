package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifyUserName accepts what has a letter in it. Short numbers are row numbers,
// which say nothing outside their table.
func verifyUserName(value string) Verdict {
	const shortest = 6
	for i := range len(value) {
		if !scan.IsDigit(value[i]) {
			return Plausible
		}
	}
	return plausibleIf(len(value) >= shortest)
}

// verifyVIN checks the ninth character of a vehicle identification number (49
// CFR 565.15): letters count 1 to 9 as on a keyboard of old, I, O and Q do not
// occur, mod 11, X for 10. North America (first character 1 to 5) demands it;
// elsewhere it is often left to the maker. A number that is hexadecimal
// throughout is something else.
func verifyVIN(value string) Verdict {
	var array [17]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 17 || !checkdigit.AllDigits(chars[14:]) || checkdigit.Repeated(chars) {
		return Invalid
	}
	sum, hexadecimal := 0, true
	for i, c := range chars {
		v := checkdigit.Value(c)
		if c > '9' {
			v = int("\x01\x02\x03\x04\x05\x06\x07\x08\x00\x01\x02\x03\x04\x05\x00\x07\x00\x09\x02\x03\x04\x05\x06\x07\x08\x09"[c-'A'])
			hexadecimal = hexadecimal && c <= 'F'
		}
		sum += v * int("\x08\x07\x06\x05\x04\x03\x02\x0a\x00\x09\x08\x07\x06\x05\x04\x03\x02"[i])
	}
	if hexadecimal {
		return Invalid
	}
	ok := "0123456789X"[sum%11] == chars[8]
	if between(int(chars[0]), '1', '5') {
		return validIf(ok)
	}
	return confirmedIf(ok)
}

// verifyMRZ checks one line of a machine readable zone (ICAO Doc 9303 parts 4
// to 6). A line with numbers must have the right check digits; a line with the
// name of the holder must have the two fillers between its parts.
func verifyMRZ(value string) Verdict {
	switch {
	case len(value) == 44 && value[0] == 'P' && !scan.IsDigit(value[9]):
		return plausibleIf(strings.Contains(value[5:], "<<"))
	case len(value) == 44, len(value) == 36:
		return validIf(mrzDigit(value[:9], value[9]) && mrzDigit(value[13:19], value[19]) &&
			mrzDigit(value[21:27], value[27]))
	case len(value) == 30 && scan.IsDigit(value[0]):
		return validIf(mrzDigit(value[:6], value[6]) && mrzDigit(value[8:14], value[14]))
	case len(value) == 30:
		return validIf(mrzDigit(value[5:14], value[14]))
	}
	return Invalid
}

func mrzDigit(body string, check byte) bool {
	return checkdigit.ICAO9303(body) == checkdigit.Value(check)
}

// verifyBirthDate accepts dates that a living person can have been born on.
func verifyBirthDate(value string) Verdict {
	lengths, count := groupLengths(value)
	var array [24]byte
	digits := checkdigit.Digits(array[:0], value)
	switch {
	case count >= 2 && hasMonthName(value), count == 2 && !isASCII(value):
		return plausibleIf(birthYear(digits, lengths[0], lengths[1]))
	case count == 1 && len(digits) == 8:
		return plausibleIf(birthDate(yearAt(digits, 0), pair(digits, 4), pair(digits, 6)) ||
			birthDate(yearAt(digits, 4), pair(digits, 2), pair(digits, 0)) ||
			birthDate(yearAt(digits, 4), pair(digits, 0), pair(digits, 2)))
	case count < 3 || max(lengths[0], lengths[1], lengths[2]) > 4 || len(digits) < lengths[0]+lengths[1]+lengths[2]:
		return Invalid
	}
	a := checkdigit.Int(digits[:lengths[0]])
	b := checkdigit.Int(digits[lengths[0] : lengths[0]+lengths[1]])
	c := checkdigit.Int(digits[lengths[0]+lengths[1] : lengths[0]+lengths[1]+lengths[2]])
	if lengths[0] == 4 {
		return plausibleIf(birthDate(a, b, c))
	}
	if lengths[2] == 2 {
		c += firstYear
	}
	return plausibleIf(birthDate(c, b, a) || birthDate(c, a, b))
}

func birthDate(year, month, day int) bool {
	return between(year, firstYear, latestYear) && checkdigit.ValidDate(year, month, day)
}

// birthYear checks the day and the year of a date whose month is a word.
func birthYear(digits []byte, first, second int) bool {
	if first > 2 || second != 4 || len(digits) < first+4 {
		return false
	}
	return between(checkdigit.Int(digits[:first]), 1, 31) && between(yearAt(digits, first), firstYear, latestYear)
}

// monthNames are the first three letters of the months in the languages of
// Western Europe, diacritics left out.
const monthNames = " jan feb mar apr may jun jul aug sep oct nov dec mai okt dez ene abr ago dic gen mag giu lug set ott fev avr jui aou fvr mrt mei maa out mrz "

func hasMonthName(value string) bool {
	for i := range len(value) - 2 {
		if !scan.IsLetter(value[i]) || i > 0 && scan.IsLetter(value[i-1]) {
			continue
		}
		if strings.Contains(monthNames, string([]byte{' ', value[i] | 0x20, value[i+1] | 0x20, value[i+2] | 0x20, ' '})) {
			return true
		}
	}
	return false
}

// verifyAge accepts ages of 1 to 120.
func verifyAge(value string) Verdict {
	var array [3]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) > 0 && (len(digits) == 1 || digits[0] != '0') && between(checkdigit.Int(digits), 1, 120))
}

// verifyCoordinates accepts a latitude and a longitude, or one of them, in
// decimal degrees. Pairs of fractions are something else.
func verifyCoordinates(value string) Verdict {
	comma := strings.IndexByte(value, ',')
	if comma < 0 {
		return plausibleIf(strings.IndexByte(value, '.') < 0 || degrees(value, 180))
	}
	if wholeDegrees(value) == 0 && wholeDegrees(strings.TrimLeft(value[comma+1:], " ")) == 0 {
		return Invalid
	}
	return plausibleIf(degrees(value[:comma], 90) && degrees(strings.TrimLeft(value[comma+1:], " "), 180))
}

func degrees(s string, limit int) bool { return wholeDegrees(s) <= limit }

// wholeDegrees reads the digits before the point.
func wholeDegrees(s string) int {
	s = strings.TrimLeft(s, "+-")
	n := 0
	for i := 0; i < len(s) && scan.IsDigit(s[i]) && n < 1000; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// givenNames are common given names of many countries, by which a person's name
// is told from two words.
const givenNames = ` aaron abdul abdullah abigail adam adrian agnes ahmad ahmed aisha akira alan albert alberto alejandro alessandro alex alexander alexandra alexis alfred ali alice alicia alina alison amanda amber amelia amir amit amy ana anastasia anders andre andrea andreas andrei andrew andrzej angela angelo anil anita anja ann anna anne annette antoine anton antonio arjun arthur arturo ashley astrid ayesha barbara beatrice beatriz ben benjamin bernard beth betty bianca bob bradley brandon brenda brian bruce bruno bryan camille carl carla carlo carlos carmen carol caroline catherine cecilia charles charlotte cheryl chiara chloe chris christian christina christine christopher claire clara claudia colin craig cristina cynthia daniel daniela danielle darren david deborah deepak denis denise dennis diana diego dieter dmitri dmitry dominic donald donna dorothy douglas dylan edith eduardo edward edwin eileen elena eleni elias elisa elizabeth ella ellen emil emily emma enrique eric erica erik ernesto esther ethan eugene eva evan evelyn fabio fatima federico felipe felix fernanda fernando fiona florian frances francesca francesco francis francisco francois frank franz fred frederick frida gabriel gabriela gareth gary gavin george georg georgia gerald gerard gerhard gina giorgio giovanni giulia giuseppe gloria gonzalo grace graham greta guillermo gustav hannah hans harold harry hassan heather hector heidi heinrich helen helena helga henrik henry herbert hiroshi holly howard hugo hussein ian ibrahim igor ingrid irene irina isaac isabel isabella ivan jack jacob jacqueline jaime james jamie jan jane janet janice jasmine jason javier jean jeff jeffrey jennifer jeremy jerry jesper jesse jessica jesus jill joan joanna joao joe joel johan johann johannes john johnny jon jonas jonathan jordan jorge jose josef joseph joshua joyce juan juan juanita judith julia julian julie jun jurgen justin kaito kamal karen karin karl katarzyna kate katherine kathleen kathryn katie keith kelly kenji kenneth kevin khalid kimberly klaus kristen kristina krzysztof kumar kyle lakshmi lars laura lauren laurent lea leah leila lena leo leon leonardo leonie linda lisa liam louis louise lucas lucia luca luis luisa luke maja manfred manoj manuel marc marcel marco marcos marcus margaret maria mariam marie marina mario marion marjorie mark markus marta martha martin martina mary masako mateusz mathieu matteo matthew maureen maurice max maximilian mehmet megan mei melanie melissa mercedes michael michal michel michelle miguel mikael mike mikhail milan mohamed mohammad mohammed monica monika morgan muhammad mustafa nadia nancy naomi natalia natalie natasha nathalie nathan neha neil nicholas nick nicola nicole nikhil nikolai nina noah nora norma olga oliver olivia olivier omar oscar pablo pamela paola paolo patricia patrick paul paula pauline pavel pedro peter petra philip philippe phillip pierre piotr priya rachel rafael rahul raj rajesh ralph ramon raul raymond rebecca regina reza ricardo richard rita robert roberta roberto robin rodrigo roger roland roman ronald rosa rosemary roy ruben russell ruth ryan sabine sakura salma sam samantha samir samuel sandra sanjay sara sarah satoshi scott sean sebastian serena sergei sergey sergio shannon sharon shirley silvia simon simone sofia sonia sophia sophie stacy stanislav stefan stefano stephanie stephen steve steven stuart sunil susan susanne suresh suzanne sven svetlana sylvia takashi tamara tanya tara tatiana ted teresa terry thatcher theresa thomas tiffany tim timothy tina todd tom tomas tomasz toshi tracy travis tyler ulrich ursula valentina valerie vanessa vera veronica victor victoria vijay vikram vincent virginia vladimir walter wanda wei wendy werner wilhelm william willie wolfgang xavier yasmin yolanda yuki yusuf yvonne zachary zoe `

// verifyPersonName accepts two or three words of which the first is a common
// given name.
func verifyPersonName(value string) Verdict {
	var space [18]byte
	word := append(space[:0], ' ')
	for i := 0; i < len(value) && scan.IsLetter(value[i]); i++ {
		if len(word) == len(space)-1 {
			return Invalid
		}
		word = append(word, value[i]|0x20)
	}
	word = append(word, ' ')
	return plausibleIf(len(word) > 4 && strings.Contains(givenNames, string(word)))
}

// streetWords are the last words of street names, in lower case.
const streetWords = " street st avenue ave road rd boulevard blvd drive dr lane ln court ct way place pl square sq terrace parkway pkwy highway hwy close crescent grove gardens mews row trail trl circle cir "

// verifyStreetAddress accepts a house number and a name that has a word such as
// street.
func verifyStreetAddress(value string) Verdict {
	for i := 0; i < len(value); {
		for i < len(value) && !scan.IsLetter(value[i]) {
			i++
		}
		var space [12]byte
		word := append(space[:0], ' ')
		start := i
		for ; i < len(value) && scan.IsLetter(value[i]); i++ {
			if len(word) < len(space)-1 {
				word = append(word, value[i]|0x20)
			}
		}
		if word = append(word, ' '); i > start && strings.Contains(streetWords, string(word)) {
			return Plausible
		}
	}
	return Invalid
}

// verifyPlate accepts at least two letters and a digit, four characters in all:
// shorter plates exist, but so do sizes, versions and times.
func verifyPlate(value string) Verdict {
	letters, digits := 0, 0
	for i := range len(value) {
		switch {
		case scan.IsLetter(value[i]):
			letters++
		case scan.IsDigit(value[i]):
			digits++
		}
	}
	return plausibleIf(letters >= 2 && digits >= 1 && letters+digits >= 4)
}
