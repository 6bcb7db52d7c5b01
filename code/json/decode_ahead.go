package json

import (
	"errors"
	"math"
	"strconv"

	"byhand/code/serde"
)

// back returns to a copy that was made where a value begins.
func (d *decoder) back(before decoder) error {
	before.again = d.again - max(1, d.i-before.i)
	*d = before
	if d.again < 0 {
		return d.tooOften()
	}
	return nil
}

func (d *decoder) tooOften() error {
	most := strconv.Itoa(d.budget(len(d.b)))
	return d.limit(d.i, "at most "+most+" bytes read again", "more")
}

type taggedVisitor struct{}

func (taggedVisitor) Expecting() string { return "a map with a tag" }

// find reads as far as the text under key, or as the last of them.
func (d *decoder) find(key string) (text string, at int, err error) {
	place := d.last // of the bracket, then of the text
	for at == 0 || d.repeats {
		k, ok, err := (*entries)(d).Key()
		if err != nil {
			return "", 0, err
		} else if !ok {
			break
		} else if string(k) != key {
			err = d.skip()
		} else {
			at = d.last // never 0: that is the bracket's
			err = serde.DeserializeString(&text, d)
			place = d.last
		}
		if err != nil {
			return "", 0, err
		}
	}
	d.last = place
	if at == 0 {
		return "", 0, serde.Missing(key)
	}
	return text, at, nil
}

// Tagged looks for key, and goes back to where the map begins.
func (d *decoder) Tagged(
	key string,
) (text string, rest serde.Deserializer, err error) {
	if d.peek() != '{' {
		return "", nil, d.Any(taggedVisitor{})
	}
	before := *d
	t := tag{name: key, depth: d.depth - 1}
	d.last = d.i
	if err = d.open(scope{}); err == nil {
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

// forget removes the tags of that depth, and of deeper ones, which are
// smaller: depth counts what is left.
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
	before := *d
	if err = d.blame(read(d)); err == nil {
		return d.i, nil
	}
	far = d.i
	wrong := d.back(before)
	if wrong != nil && !errors.Is(err, Limit) {
		err = wrong // else a value within had reached the limit
	}
	if errors.Is(err, Limit) {
		far = math.MaxInt
	}
	return far, err
}
