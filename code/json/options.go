package json

import "math"

// An Option changes what reading accepts.
type Option func(*options)

type options struct {
	maxDepth int
	maxSize  int  // 0: any
	repeats  bool // keys may be there twice
	unknown  bool // so may fields that a struct doesn't have
	lax      bool // text may be no UTF-8
	trailing bool // something may stand behind the value
	rereads  int  // how often the input may be read again
}

// Reading again comes to an end: so many bytes may be for each byte of
// the input, and some for short ones.
const (
	againFactor = 100
	againLeast  = 1 << 16
)

// MaxRereads lets n bytes be read again for each byte of the input, and
// not 100, to find out which variant of an enum it holds.
func MaxRereads(n int) Option {
	return func(o *options) { o.rereads = n }
}

func (o *options) budget(n int) int {
	return againLeast + min(o.rereads, math.MaxInt/2/(n+1))*n
}

// MaxDepth lets arrays and objects be nested n deep, and not 10,000. If
// n is 0 or less, there may be none.
func MaxDepth(n int) Option {
	return func(o *options) { o.maxDepth = n }
}

// MaxSize refuses an input of more than n bytes, if n is above 0.
func MaxSize(n int) Option {
	return func(o *options) { o.maxSize = n }
}

// AllowDuplicateKeys lets a key be there twice. The last one counts.
func AllowDuplicateKeys() Option {
	return func(o *options) { o.repeats = true }
}

// AllowUnknownFields steps over fields that a struct doesn't have. In
// their values, which must be JSON, a key may be there twice.
func AllowUnknownFields() Option {
	return func(o *options) { o.unknown = true }
}

// AllowInvalidUTF8 reads U+FFFD for bytes that are not UTF-8, and for
// halves of surrogate pairs.
func AllowInvalidUTF8() Option {
	return func(o *options) { o.lax = true }
}

// AllowTrailingData reads the first value, whatever follows.
func AllowTrailingData() Option {
	return func(o *options) { o.trailing = true }
}
