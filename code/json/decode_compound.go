package json

import (
	"strconv"

	"byhand/code/serde"
)

// Arrays and objects are read by the same decoder under other names, so
// that beginning one allocates nothing.
type (
	elements decoder
	entries  decoder
)

// next steps to the next element or key, or over the bracket at the
// end. No value ends in one that opens, so behind that comes the first.
func (d *decoder) next(open, end byte, expected string) (bool, error) {
	first := d.b[d.i-1] == open
	c := d.peek()
	if c == end {
		d.close()
		return false, nil
	}
	if !first {
		if c != ',' {
			return false, d.syntax(d.i, expected)
		}
		d.i++
		d.peek()
	}
	d.last = d.i
	return true, nil
}

// close reads the bracket of the other side.
func (d *decoder) close() {
	d.forget(d.depth)
	d.depth++
	d.i++
}

// left returns err behind an array or object, or within it. If its end
// has been read, all of it is what was last looked at.
func (d *decoder) left(start, depth int, outer scope, err error) error {
	if d.depth == depth {
		d.last = start
	}
	d.scope = outer
	return d.blame(err)
}

func (a *elements) Len() int { return -1 }

// Next returns the decoder as it stands before the next element.
func (a *elements) Next() (serde.Deserializer, error) {
	d := (*decoder)(a)
	more, err := d.next('[', ']', "',' or ']'")
	if !more || err != nil {
		return nil, err
	}
	return d, nil
}

func (a *entries) Len() int { return -1 }

func (a *entries) Value() serde.Deserializer { return (*decoder)(a) }

// Repeats says whether a key may be there twice, see [serde.Again].
func (a *entries) Repeats() bool { return a.repeats }

// Key returns the next key that is no tag, behind its colon.
func (a *entries) Key() (key []byte, ok bool, err error) {
	d := (*decoder)(a)
	for {
		key, ok, err = d.key()
		if !ok || len(d.tags) == 0 {
			return key, ok, err
		}
		tag, err := d.isTag(key)
		if tag && err == nil {
			err = d.skip()
		}
		if !tag || err != nil {
			return key, err == nil, err
		}
	}
}

// open reads a bracket.
func (d *decoder) open(in scope) error {
	if d.depth <= 0 {
		most := strconv.Itoa(d.maxDepth)
		return d.limit(d.i, most+" brackets in brackets", "one more")
	}
	d.depth--
	d.scope = in
	d.i++
	return nil
}

func (d *decoder) array(v serde.Visitor) error {
	start, depth, outer := d.i, d.depth, d.scope
	if err := d.open(scope{}); err != nil {
		return err
	}
	err := serde.VisitSeq(v, (*elements)(d))
	if err == nil && d.depth < depth {
		var more serde.Deserializer
		if more, err = (*elements)(d).Next(); more != nil {
			err = serde.Invalid("the end of the array", "more")
		}
	}
	return d.left(start, depth, outer, err)
}

func (d *decoder) object(v serde.Visitor, in scope) error {
	start, depth, outer := d.i, d.depth, d.scope
	if err := d.open(in); err != nil {
		return err
	}
	err := serde.VisitMap(v, (*entries)(d))
	if err == nil && d.depth < depth {
		var more bool
		if _, more, err = (*entries)(d).Key(); more {
			err = serde.Invalid("the end of the object", "more")
		}
	}
	return d.left(start, depth, outer, err)
}

// key reads a key and the colon, or the bracket at the end.
func (d *decoder) key() (key []byte, ok bool, err error) {
	more, err := d.next('{', '}', "',' or '}'")
	if !more || err != nil {
		return nil, false, err
	}
	if d.peek() != '"' {
		return nil, false, d.syntax(d.i, "a key in quotes")
	}
	if key, err = d.quoted(); err != nil {
		return nil, false, err
	}
	if d.peek() != ':' {
		return nil, false, d.syntax(d.i, "':'")
	}
	d.i++
	return key, true, nil
}
