package json

import (
	"math"
	"math/bits"
)

// exact are the powers of ten that a float64 holds exactly.
var exact = [...]float64{
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
}

// multiply returns the top 128 bits of m · 10^exp, if they are known.
func multiply(m uint64, exp int) (hi, lo uint64, ok bool) {
	p := &powers[exp-minPower]
	hi, lo = bits.Mul64(m, p[0])
	if hi&0x1ff != 0x1ff || lo+m >= m {
		return hi, lo, true
	}
	// The bits that were cut off could carry up to where we round.
	more, least := bits.Mul64(m, p[1])
	lo, carry := bits.Add64(lo, more, 0)
	hi += carry
	return hi, lo, hi&0x1ff != 0x1ff || lo+1 != 0 || least+m >= m
}

// scale returns m · 10^exp, rounded to nearest, if it can tell: one
// rounding of two exact numbers, else Eisel and Lemire's way.
func scale(m uint64, exp int) (f float64, ok bool) {
	switch {
	case m == 0:
		return 0, true
	case m < 1<<53 && 0 <= exp && exp <= 22:
		return float64(m) * exact[exp], true
	case m < 1<<53 && -22 <= exp && exp < 0:
		return float64(m) / exact[-exp], true
	case exp < minPower || exp > maxPower:
		return 0, false
	}
	hi, lo, ok := multiply(m<<bits.LeadingZeros64(m), exp)
	if !ok {
		return 0, false
	}
	top := hi >> 63
	half := hi >> (9 + top) // 54 bits: one too many
	if lo == 0 && hi&0x1ff == 0 && half&3 == 1 {
		return 0, false // half way between two floats, it seems
	}
	half = (half + half&1) >> 1
	e := 217706*exp>>16 + 1086 + int(top) - bits.LeadingZeros64(m)
	if half>>53 != 0 {
		half >>= 1
		e++
	}
	return math.Float64frombits(uint64(e)<<52 | half&(1<<52-1)), true
}
