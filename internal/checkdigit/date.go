package checkdigit

// ValidDate reports whether the date exists in the Gregorian calendar, carried
// back before its introduction. A year of two digits may be given as it is:
// then 29 February counts when the year is a multiple of four, as it is right
// for 1901 to 2099.
func ValidDate(year, month, day int) bool {
	return 1 <= month && month <= 12 && 1 <= day && day <= daysIn(year, month)
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if leap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func leap(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}
