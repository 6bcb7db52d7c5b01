package chapter

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Info is what an info string says: the language for whoever shows the
// block, the rest for this tool.
type Info struct {
	Lang string
	Path string // in code/, slash-separated; empty if the block has none

	Sketch    bool
	Append    bool
	Aside     bool
	Red       bool
	Made      bool
	Challenge bool
	Whole     bool
	Fails     bool
	Numbers   bool
	Codes     []string // fails=E0499,E0382: the errors that rustc must give
	Drop      []string // drop=Name,Type.Method
	Recorded  string   // recorded=NAME
}

// Flags are the words that may follow the language and the path.
var Flags = []string{
	"append", "aside", "challenge", "drop", "fails", "made", "numbers",
	"recorded", "red", "sketch", "whole",
}

var rustCode = regexp.MustCompile(`^E\d{4}$`)

// ParseInfo reads an info string. It returns all that is wrong with it.
func ParseInfo(s string) (Info, []string) {
	words := strings.Fields(s)
	if len(words) == 0 {
		return Info{}, nil
	}
	in := Info{Lang: words[0]}
	var bad []string
	seen := map[string]bool{}
	for _, w := range words[1:] {
		name, _, _ := strings.Cut(w, "=")
		msg := ""
		switch {
		case seen[name]:
			msg = fmt.Sprintf("%s stands twice in the info string", name)
		case !slices.Contains(Flags, name) && isPath(w):
			msg = in.setPath(w)
		default:
			seen[name] = true
			msg = in.setFlag(w)
		}
		if msg != "" {
			bad = append(bad, msg)
		}
	}
	return in, bad
}

// String prints the info string that ParseInfo reads back as in.
func (in Info) String() string {
	words := []string{in.Lang}
	add := func(on bool, word string) {
		if on {
			words = append(words, word)
		}
	}
	add(in.Path != "", in.Path)
	add(in.Append, "append")
	add(in.Aside, "aside")
	add(in.Red, "red")
	add(in.Made, "made")
	add(in.Challenge, "challenge")
	add(in.Whole, "whole")
	add(len(in.Drop) > 0, "drop="+strings.Join(in.Drop, ","))
	add(in.Fails && len(in.Codes) == 0, "fails")
	add(len(in.Codes) > 0, "fails="+strings.Join(in.Codes, ","))
	add(in.Numbers, "numbers")
	add(in.Recorded != "", "recorded="+in.Recorded)
	add(in.Sketch, "sketch")
	return strings.TrimSpace(strings.Join(words, " "))
}

func isPath(w string) bool {
	return strings.ContainsAny(w, `/\`) && !strings.Contains(w, "=")
}

func (in *Info) setPath(w string) string {
	if in.Path != "" {
		return fmt.Sprintf("two paths in one info string, %s and %s", in.Path, w)
	}
	in.Path = w
	if strings.Contains(w, `\`) {
		return fmt.Sprintf("path %s: write / and not \\", w)
	}
	if !strings.HasPrefix(w, "code/") || path.Clean(w) != w {
		return fmt.Sprintf("path %s leaves code/", w)
	}
	if in.Lang == "go" && path.Ext(w) != ".go" {
		return fmt.Sprintf("path %s: a Go listing's file ends in .go", w)
	}
	return ""
}

func (in *Info) setFlag(w string) string {
	name, value, has := strings.Cut(w, "=")
	if msg := in.setValued(name, value, has); msg != "-" {
		return msg
	}
	on := map[string]*bool{
		"append": &in.Append, "aside": &in.Aside, "red": &in.Red,
		"made": &in.Made, "challenge": &in.Challenge, "whole": &in.Whole,
		"fails": &in.Fails, "numbers": &in.Numbers, "sketch": &in.Sketch,
	}[name]
	switch {
	case on == nil:
		return unknown(name)
	case has:
		return fmt.Sprintf("%s takes no value", name)
	}
	*on = true
	return ""
}

// setValued sets the flags that have a value, and answers "-" for others.
func (in *Info) setValued(name, value string, has bool) string {
	switch {
	case name == "drop" && value == "":
		return "drop needs names: drop=Name,Type.Method"
	case name == "recorded" && value == "":
		return "recorded needs a name: recorded=NAME"
	case name == "drop":
		in.Drop = strings.Split(value, ",")
	case name == "recorded":
		in.Recorded = value
	case name == "fails" && has:
		in.Fails = true
		in.Codes = strings.Split(value, ",")
		for _, c := range in.Codes {
			if !rustCode.MatchString(c) {
				return fmt.Sprintf("%q is not an error code of rustc", c)
			}
		}
	default:
		return "-"
	}
	return ""
}

// Nearest returns the word of known that w was probably meant to be, or
// "" if none is near.
func Nearest(w string, known []string) string {
	best, least := "", 3
	for _, k := range known {
		if n := levenshtein.ComputeDistance(w, k); n < least {
			best, least = k, n
		}
	}
	return best
}

func unknown(name string) string {
	if near := Nearest(name, Flags); near != "" {
		return fmt.Sprintf("unknown word %q in the info string; did you mean %q?", name, near)
	}
	return fmt.Sprintf("unknown word %q in the info string", name)
}
