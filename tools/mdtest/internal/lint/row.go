package lint

import "slices"

// Row is the numbers of a chapter, or of all.
type Row struct {
	File, Name string

	Words     int
	Sentences Sample // words of each
	Questions int

	Steps, RedSteps int    // RedSteps have a red listing
	NewLines        Sample // of each listing
	Leads           Sample // words before each listing
	Funcs           Sample // lines of each function that the chapter leaves

	Runs, Rust, Drawings   int
	Blocks, Checked, Shown int
}

// Total adds up the rows.
func (r *Report) Total() *Row {
	t := &Row{Name: "total"}
	for _, c := range r.Rows {
		t.add(c)
	}
	return t
}

func (r *Row) add(c *Row) {
	r.Words += c.Words
	r.Sentences = append(r.Sentences, c.Sentences...)
	r.Questions += c.Questions
	r.Steps += c.Steps
	r.RedSteps += c.RedSteps
	r.NewLines = append(r.NewLines, c.NewLines...)
	r.Leads = append(r.Leads, c.Leads...)
	r.Funcs = append(r.Funcs, c.Funcs...)
	r.Runs += c.Runs
	r.Rust += c.Rust
	r.Drawings += c.Drawings
	r.Blocks += c.Blocks
	r.Checked += c.Checked
	r.Shown += c.Shown
}

// Share returns which part of the blocks is checked, in percent. It rounds
// down: 100 means all. There must be blocks.
func (r *Row) Share() int {
	return 100 * r.Checked / r.Blocks
}

// LongFuncs returns how many functions are longer than usual.
func (r *Row) LongFuncs() int {
	n := 0
	for _, lines := range r.Funcs {
		if lines > usualFunc {
			n++
		}
	}
	return n
}

// QuestionRate returns the questions in a thousand words.
func (r *Row) QuestionRate() float64 {
	if r.Words == 0 {
		return 0
	}
	return 1000 * float64(r.Questions) / float64(r.Words)
}

// Sample is numbers of one kind.
type Sample []int

// Rank returns the least number that at least percent of the sample are
// not above; 0 for an empty sample.
func (s Sample) Rank(percent int) int {
	if len(s) == 0 {
		return 0
	}
	at := (len(s)*percent + 99) / 100
	return slices.Sorted(slices.Values(s))[max(at, 1)-1]
}

// Mean returns the average, 0 for an empty sample.
func (s Sample) Mean() float64 {
	if len(s) == 0 {
		return 0
	}
	sum := 0
	for _, n := range s {
		sum += n
	}
	return float64(sum) / float64(len(s))
}
