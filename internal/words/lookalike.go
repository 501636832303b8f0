package words

// Latin returns the ASCII letter that a Cyrillic or Greek letter cannot be told
// from by its look (Unicode Technical Standard 39, confusables), or 0.
func Latin(r rune) byte {
	if r < 'Α' || r > 'ј' {
		return 0
	}
	switch r {
	case 'А', 'Α':
		return 'A'
	case 'В', 'Β':
		return 'B'
	case 'С':
		return 'C'
	case 'Е', 'Ε':
		return 'E'
	case 'Н', 'Η':
		return 'H'
	case 'І', 'Ι':
		return 'I'
	case 'Ј':
		return 'J'
	case 'К', 'Κ':
		return 'K'
	case 'М', 'Μ':
		return 'M'
	case 'Ν':
		return 'N'
	case 'О', 'Ο':
		return 'O'
	case 'Р', 'Ρ':
		return 'P'
	case 'Ѕ':
		return 'S'
	case 'Т', 'Τ':
		return 'T'
	case 'Х', 'Χ':
		return 'X'
	case 'У', 'Υ':
		return 'Y'
	case 'Ζ':
		return 'Z'
	case 'а':
		return 'a'
	case 'с':
		return 'c'
	case 'е':
		return 'e'
	case 'і':
		return 'i'
	case 'ј':
		return 'j'
	case 'о', 'ο':
		return 'o'
	case 'р', 'ρ':
		return 'p'
	case 'ѕ':
		return 's'
	case 'х':
		return 'x'
	case 'у':
		return 'y'
	}
	return 0
}
