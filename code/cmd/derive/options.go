package main

import (
	"go/token"
	"maps"
	"slices"
	"strings"
)

// An option is a word of a directive or a tag: name, or name=value.
type option struct {
	value string
	pos   token.Pos
}

func list[V any](known map[string]V) string {
	return strings.Join(slices.Sorted(maps.Keys(known)), ", ")
}

func has(options map[string]option, name string) bool {
	_, ok := options[name]
	return ok
}

// options reads the words of text, which stands at pos. Known says
// which there are, and whether they have a value.
func (src *source) options(
	text, sep string, pos token.Pos, known map[string]bool,
) map[string]option {
	found := map[string]option{}
	for word := range strings.SplitSeq(text, sep) {
		at := pos
		pos += token.Pos(len(word) + len(sep))
		name, value, _ := strings.Cut(word, "=")
		valued, ok := known[name]
		_, twice := found[name]
		switch {
		case word == "" && sep == " ":
		case !ok:
			src.errorf(at, "%q is none of %s", name, list(known))
		case twice:
			src.errorf(at, "%s is there twice", name)
		case valued && value == "":
			src.errorf(at, "%s needs a value: %s=…", name, name)
		case !valued && word != name:
			src.errorf(at, "%s takes no value", name)
		default:
			found[name] = option{value, at}
		}
	}
	return found
}

// exclusive reports an option that is there beside one of the others.
func (src *source) exclusive(
	found map[string]option, name string, others ...string,
) {
	o, ok := found[name]
	for _, other := range others {
		if _, both := found[other]; ok && both {
			src.errorf(o.pos, "%s can't be with %s", name, other)
		}
	}
}
