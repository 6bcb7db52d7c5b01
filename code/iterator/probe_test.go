package iterator

// probe is a source that keeps a record of its use.
type probe struct {
	v     []int
	reads int // elements handed out
	open  int // runs that have begun and not ended
}

func (p *probe) seq() Seq[int] {
	return func(yield func(int) bool) {
		p.open++
		defer func() { p.open-- }()
		for _, x := range p.v {
			p.reads++
			if !yield(x) {
				return
			}
		}
	}
}

// collect ranges over s, and leaves the loop at element n, from 0.
func collect(s func(yield func(int) bool), n int) []int {
	got := []int{}
	for x := range s {
		if len(got) == n {
			break
		}
		got = append(got, x)
	}
	return got
}
