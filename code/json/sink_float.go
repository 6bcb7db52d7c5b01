package json

import (
	"encoding/binary"
	"math"
	"math/bits"
	"unsafe"

	"byhand/code/serde"
)

// AppendFloat writes the shortest number that reads as v again.
func AppendFloat[T serde.Floating](v *T, b []byte, k *Sink) []byte {
	// Sizeof looks at the type alone, and reads no memory.
	size := int(unsafe.Sizeof(*v)) * 8
	b, err := appendFloat(b, float64(*v), size)
	k.failed = k.failed || err != nil
	return b
}

// closest returns a number of which four times lie between left and
// right, without its last digit if that can be spared.
func closest(left, mid, right uint64) (digits uint64, exp int) {
	s := mid / 4
	ten := s / 10
	down, up := left <= 40*ten, 40*ten+40 <= right
	if down != up {
		return ten + bit(up), 1
	}
	down, up = left <= 4*s, 4*s+4 <= right
	if down != up {
		return s + bit(up), 0
	}
	half := 4*s + 2
	return s + bit(mid > half || mid == half && s&1 == 1), 0
}

func bit(is bool) uint64 {
	if is {
		return 1
	}
	return 0
}

// toOdd returns p · c / 2^128, and sets the last bit if that isn't all.
func toOdd(p [2]uint64, c uint64) uint64 {
	carry, _ := bits.Mul64(p[1], c)
	hi, lo := bits.Mul64(p[0], c)
	lo, over := bits.Add64(lo, carry, 0)
	hi += over
	if lo > 1 {
		hi |= 1
	}
	return hi
}

// shortest returns the shortest digits · 10^exp that reads as v, which
// is positive, and the closest to v of those: Raffaello Giulietti's
// Schubfach. It can't for all.
func shortest(v float64) (digits uint64, exp int, ok bool) {
	u := math.Float64bits(v)
	c, q := u&(1<<52-1)|1<<52, int(u>>52)-1075
	low := 4*c - 2
	exp = q * 1262611 >> 22 // the digits of 2^q
	if c == 1<<52 {
		low, exp = 4*c-1, (q*1262611-524031)>>22
	}
	if u>>52 == 0 || -exp < minPower || -exp > maxPower {
		return 0, 0, false
	}
	p := powers[-exp-minPower]
	if -exp < 0 || -exp > 55 { // 10^55 still has fewer than 128 bits
		p[1]++ // rounded up; none of them is all ones
	}
	h := q + (-exp*1741647)>>19 + 1
	left := toOdd(p, low<<h)
	mid := toOdd(p, 4*c<<h)
	right := toOdd(p, (4*c+2)<<h)
	odd := c & 1
	digits, more := closest(left+odd, mid, right-odd)
	return digits, exp + more, true
}

// put8 writes n as eight digits: four and four, then pairs, then each.
func put8(to []byte, n uint64) {
	n = n/1e4 | n%1e4<<32
	high := n * 10486 >> 20 & (0x7f<<32 | 0x7f) // each by 100
	n = high | (n-100*high)<<16
	high = n * 103 >> 10 & 0x000f000f000f000f // each by 10
	n = high | (n-10*high)<<8
	binary.LittleEndian.PutUint64(to, n+ones*'0')
}

// appendDecimal appends digits · 10^exp, of at most 17 digits and no
// positive exp.
func appendDecimal(b []byte, digits uint64, exp int) []byte {
	var text [17]byte
	put8(text[9:], digits%1e8)
	put8(text[1:], digits/1e8%1e8)
	text[0] = byte('0' + digits/1e16)
	first, end := 0, len(text)
	for text[first] == '0' {
		first++
	}
	for exp < 0 && text[end-1] == '0' {
		end--
		exp++
	}
	dot := end + exp
	if dot <= first {
		b = append(b, "0.00000"[:2+first-dot]...)
		return append(b, text[first:end]...)
	}
	b = append(b, text[first:dot]...)
	if exp < 0 {
		b = append(b, '.')
		b = append(b, text[dot:end]...)
	}
	return b
}

// appendShortest appends the shortest number that reads as v again, if
// that has no exponent and is easily told.
func appendShortest(b []byte, v float64) (to []byte, ok bool) {
	a := math.Abs(v)
	if !(1e-5 <= a && a < 1e15) {
		return b, false
	}
	digits, exp, ok := shortest(a)
	if !ok {
		return b, false
	}
	if v < 0 {
		b = append(b, '-')
	}
	return appendDecimal(b, digits, exp), true
}
