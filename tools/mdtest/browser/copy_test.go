package browser

import "testing"

// copied clicks a block's copy button and returns what is copied.
func (b *tab) copied(block string) string {
	b.Helper()
	eval[*int](b, `window.copied = undefined, null`)
	b.click(`figure[id="` + block + `"] button.copy`)
	b.wait(`window.copied !== undefined`)
	return eval[string](b, `window.copied`)
}

func TestCopyGivesWhatTheReaderWants(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""), clipboard)
	b.open("00-everything.html")
	for _, c := range []struct{ what, block, wanted string }{
		{
			"code without numbers and marks", "a-stack:2",
			`// Pop takes the value on top. Of an empty stack it is the zero value.
func (s *Stack[T]) Pop() T {
	var zero T
	n := len(s.items)
	if n == 0 {
		return zero
	}
	v := s.items[n-1]
	s.items = s.items[:n-1]
	return v
}
`,
		},
		{"commands without prompts and output", "a-stack:6", "go run ./code/cmd/pile\necho 'a & b' \\\n    \"$HOME\" >/dev/null\n"},
		{"text as it is", "prose-of-all-kinds:6", `{"key": "</script>", "n": 1}` + "\n"},
	} {
		t.Run(c.what, func(t *testing.T) {
			if got := b.copied(c.block); got != c.wanted {
				t.Errorf("copied:\n%s\nwant:\n%s", got, c.wanted)
			}
		})
	}
}
