package json

// skipSpace returns where the white space that begins at b[i] ends.
func skipSpace(b []byte, i int) int {
	for i < len(b) {
		switch b[i] {
		case ' ', '\n', '\r', '\t':
			i++
			for i+8 <= len(b) && load(b, i) == ones*' ' {
				i += 8
			}
		default:
			return i
		}
	}
	return i
}

func isDigit(c byte) bool { return c-'0' <= 9 }

func skipDigits(b []byte, i int) int {
	for i < len(b) && isDigit(b[i]) {
		i++
	}
	return i
}

// scanNumber returns where the number that begins at b[i] ends, and
// whether it is written as an integer; else where it stops being one,
// and what was expected there.
func scanNumber(
	b []byte, i int,
) (end int, whole bool, expected string) {
	if i < len(b) && b[i] == '-' {
		i++
	}
	if i < len(b) && b[i] == '0' {
		if i++; i < len(b) && isDigit(b[i]) {
			return i, false, "no digit after a leading zero"
		}
	} else if end := skipDigits(b, i); end > i {
		i = end
	} else {
		return i, false, "a digit"
	}
	end, expected = scanFraction(b, i)
	return end, end == i, expected
}

// scanFraction scans what may follow the integer part of a number.
func scanFraction(b []byte, i int) (end int, expected string) {
	if i < len(b) && b[i] == '.' {
		if end = skipDigits(b, i+1); end == i+1 {
			return end, "a digit"
		}
		i = end
	}
	if i < len(b) && b[i]|0x20 == 'e' {
		i++
		if i < len(b) && (b[i] == '+' || b[i] == '-') {
			i++
		}
		if end = skipDigits(b, i); end == i {
			return end, "a digit"
		}
		i = end
	}
	return i, ""
}

// scanWord returns where word ends, if it stands at b[i]; else where it
// stops doing so, and what was expected there.
func scanWord(b []byte, i int, word string) (end int, expected string) {
	for j := range len(word) {
		if i+j == len(b) || b[i+j] != word[j] {
			return i + j, word
		}
	}
	return i + len(word), ""
}

// skipWord returns where the letters that begin at b[i] end.
func skipWord(b []byte, i int) int {
	for i < len(b) && b[i]|0x20 >= 'a' && b[i]|0x20 <= 'z' {
		i++
	}
	return i
}
