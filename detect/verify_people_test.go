package detect

import (
	"strings"
	"testing"
)

var peopleVerifiers = []verifierCase{
	{"vin", verifyVIN, "1M8GDM9AXKP042788", "WVWZZZ1JZXW000001", "1M8GDM9A1KP042788; 1M8GDM9AXKP04278; 1M8GDM9AXKP042ABC; 0ABCDEF0123456789; 11111111111111111"},
	{"mrz", verifyMRZ, "L898902C36UTO7408122F1204159ZE184226B<<<<<10; I<UTOD231458907<<<<<<<<<<<<<<<; 7408122F1204159UTO<<<<<<<<<<<6", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
		"L898902C46UTO7408122F1204159ZE184226B<<<<<10; L898902C36UTO7408123F1204159ZE184226B<<<<<10; I<UTOD231458908<<<<<<<<<<<<<<<; 7408123F1204159UTO<<<<<<<<<<<6; P<UTOERIKSSON<ANNA<MARIA<<<<; 7408122F12"},
	{"date_of_birth", verifyBirthDate, "", "1980-01-31; 31/01/1980; 01/31/1980; 19800131; 31011980; 31 Jan 1980; January 31, 1980; 1st of March 1999; 31.01.80; 1980-01-31T00:00:00Z; 1980年1月31日",
		"2080-13-31; 31/31/1980; 1780-01-31; 1980-02-30; 12345678; 1980; 99 Jan 1980; Jan 1980; 1980-01"},
	{"age", verifyAge, "", "42; 1; 120", "0; 121; 420; 042"},
	{"gps_coordinates", verifyCoordinates, "", "41.948614,-87.655311; 41.9486; -87.6553; 1.234567, 103.765432", "141.948614,-87.655311; 0.123456,0.654321; 41.948614,-187.655311; 241.9486"},
	{"person_name", verifyPersonName, "", "Jane Doe; maria garcia; John Q. Public", "Data Platform; Platform Team; J Doe; Xy; Supercalifragilistic Expialidocious"},
	{"street_address", verifyStreetAddress, "", "1600 Pennsylvania Ave NW; 42 Elm Street", "1600 Errors Found Today; 10 0 0 1; 5 Streets"},
	{"plate", verifyPlate, "", "ABC-1234; 7XYZ123", "ABC; 1234567; 31T10; AB1"},
}

// TestGivenNamesAreWords checks what the search in the list relies on.
func TestGivenNamesAreWords(t *testing.T) {
	for _, list := range []string{givenNames, streetWords, monthNames} {
		if list[0] != ' ' || list[len(list)-1] != ' ' || strings.Contains(list, "  ") || list != strings.ToLower(list) {
			t.Errorf("%.20q: want lower-case words between single blanks", list)
		}
	}
}
