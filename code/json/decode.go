package json

import (
	"strconv"

	"byhand/code/serde"
)

// A decoder reads one value after the other from b.
type decoder struct {
	b     []byte
	i     int    // of the byte to be read next
	last  int    // of what was last looked at: errors are about that
	text  []byte // of the last string that had to be unescaped
	depth int    // how many more brackets may be opened
	scope
	options
	tags  []tag // of the objects that are open
	again int   // how many bytes may still be read once more
}

// A tag is a key that Tagged has read, and its object the one whose
// entries are read at that depth: with 9,999 brackets left if it is the
// outermost.
type tag struct {
	name      string
	at, depth int
}

// A scope says which fields the innermost brackets may hold.
type scope struct {
	strict bool // these alone
	fields []string
}

// peek steps over white space. It returns the byte behind it, which is
// not read by that, or 0 at the end of the input.
func (d *decoder) peek() byte {
	d.i = skipSpace(d.b, d.i)
	if d.i < len(d.b) {
		return d.b[d.i]
	}
	return 0
}

func newDecoder(b []byte, opts []Option) (*decoder, error) {
	d := &decoder{b: b, options: options{
		maxDepth: defaultDepth, rereads: againFactor,
	}}
	for _, opt := range opts {
		opt(&d.options)
	}
	d.depth = d.maxDepth
	d.again = d.budget(len(b))
	if d.maxSize > 0 && len(b) > d.maxSize {
		return d, d.limit(0,
			"at most "+strconv.Itoa(d.maxSize)+" bytes",
			strconv.Itoa(len(b)))
	}
	return d, nil
}

// end returns err, or the error of what stands behind the value.
func (d *decoder) end(err error) error {
	if err != nil {
		return d.blame(err)
	}
	if d.peek(); d.i < len(d.b) && !d.trailing {
		return d.syntax(d.i, "the end of the input")
	}
	return nil
}

// FromFunc is From for a T that read reads: an enum, a slice, a map.
func FromFunc[T any](
	b []byte, read func(*T, serde.Deserializer) error, opts ...Option,
) (T, error) {
	var v, none T
	d, err := newDecoder(b, opts)
	if err == nil {
		err = d.end(read(&v, d))
	}
	if err != nil {
		return none, locate(b, err)
	}
	return v, nil
}

// defaultDepth is as far as encoding/json goes.
const defaultDepth = 10_000

// From returns the value that b holds as JSON.
func From[T any, P serde.Target[T]](
	b []byte, opts ...Option,
) (T, error) {
	var v T
	if direct(b, P(&v), opts) {
		return v, nil
	}
	return visited[T, P](b, opts)
}

// Decode reads b, which is JSON, into v. If that fails, v may be half
// filled.
func Decode(b []byte, v serde.Deserialize, opts ...Option) error {
	d, err := newDecoder(b, opts)
	if err == nil {
		err = d.end(v.Deserialize(d))
	}
	return locate(b, err)
}
