package markdown

import "bytes"

// Edit replaces the lines From to To (counted from 0, To excluded) of a
// fence's content.
type Edit struct {
	Fence    *Fence
	From, To int
	Lines    []string
}

// Apply returns the page with the edits made and every other byte as it
// was, those of lines that an edit repeats included. Edits must be in the
// order of the page and must not overlap.
func (d *Doc) Apply(edits []Edit) []byte {
	var b bytes.Buffer
	pos := 0
	for _, e := range edits {
		e = e.narrow()
		first, last := e.Fence.LineAt(e.From), e.Fence.LineAt(e.To)
		b.Write(d.Source[pos:d.offset(first)])
		for _, l := range e.Lines {
			if l == "" {
				b.Write(bytes.TrimRight([]byte(e.Fence.Prefix), " "))
			} else {
				b.WriteString(e.Fence.Prefix)
			}
			b.WriteString(l)
			b.WriteByte('\n')
		}
		pos = d.offset(last)
	}
	b.Write(d.Source[pos:])
	return b.Bytes()
}

// narrow leaves out the lines at either end that stand there already.
func (e Edit) narrow() Edit {
	old := e.Fence.Lines
	for e.From < e.To && len(e.Lines) > 0 && old[e.From].Text == e.Lines[0] {
		e.From++
		e.Lines = e.Lines[1:]
	}
	for e.From < e.To && len(e.Lines) > 0 && old[e.To-1].Text == e.Lines[len(e.Lines)-1] {
		e.To--
		e.Lines = e.Lines[:len(e.Lines)-1]
	}
	return e
}

// offset returns where line begins, or the page's end if it has no such
// line.
func (d *Doc) offset(line int) int {
	if line > len(d.starts) {
		return len(d.Source)
	}
	return d.starts[line-1]
}
