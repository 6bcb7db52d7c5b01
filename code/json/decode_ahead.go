package json

import (
	"errors"
	"math"
	"slices"

	"byhand/code/serde"
)

// mark returns what back goes back to.
func (d *decoder) mark() decoder {
	before := *d
	before.tags = slices.Clone(d.tags)
	return before
}

func (d *decoder) back(before decoder) error {
	before.again = d.again - max(1, d.i-before.i)
	*d = before
	if d.again < 0 {
		return d.tooOften()
	}
	return nil
}

func (d *decoder) tooOften() error {
	return d.limit(d.i, "enums that tell their variants apart sooner",
		"too much to read again")
}

type taggedVisitor struct{}

func (taggedVisitor) Expecting() string { return "a map with a tag" }

// find reads as far as the text under key.
func (d *decoder) find(key string) (text string, at int, err error) {
	start := d.i
	for {
		k, ok, err := (*entries)(d).Key()
		switch {
		case err != nil:
		case !ok && at == 0:
			d.last = start - 1
			err = serde.Missing(key)
		case !ok:
			return text, at, nil
		case string(k) != key:
			err = d.skip()
		default:
			at = d.last
			err = serde.DeserializeString(&text, d)
		}
		if err != nil || at > 0 && !d.repeats {
			return text, at, err
		}
	}
}

// Tagged looks for key, and goes back to where the map begins.
func (d *decoder) Tagged(
	key string,
) (text string, rest serde.Deserializer, err error) {
	if d.peek() != '{' {
		return "", nil, d.Any(taggedVisitor{})
	}
	before := d.mark()
	t := tag{name: key, depth: d.depth - 1}
	if d.last, err = d.i, d.open(scope{}); err == nil {
		text, t.at, err = d.find(key)
	}
	if err != nil {
		return "", nil, d.blame(err)
	}
	at := d.last
	if err := d.back(before); err != nil {
		return "", nil, err
	}
	d.last = at
	d.tags = append(d.tags, t)
	return text, d, nil
}

// isTag reports whether Tagged has read key, which was read last, and
// an error if that was another one.
func (d *decoder) isTag(key []byte) (bool, error) {
	for i := len(d.tags) - 1; i >= 0; i-- {
		t := d.tags[i]
		if t.depth != d.depth {
			break
		}
		if t.name == string(key) {
			if t.at != d.last && !d.repeats {
				return true, d.blame(serde.Duplicate(t.name))
			}
			return true, nil
		}
	}
	return false, nil
}

// forget removes the tags of that depth, and deeper ones.
func (d *decoder) forget(depth int) {
	for n := len(d.tags); n > 0 && d.tags[n-1].depth <= depth; n-- {
		d.tags = d.tags[:n-1]
	}
}

// Try reads a value, and goes back to where it begins if that fails.
func (d *decoder) Try(
	read func(d serde.Deserializer) error,
) (far int, err error) {
	if d.again < 0 {
		return math.MaxInt, d.tooOften()
	}
	d.peek()
	d.last = d.i
	before := d.mark()
	if err = d.blame(read(d)); err == nil {
		return d.i, nil
	}
	far = d.i
	if wrong := d.back(before); wrong != nil {
		return math.MaxInt, wrong
	}
	if errors.Is(err, Limit) {
		far = math.MaxInt
	}
	return far, err
}
