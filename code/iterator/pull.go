package iterator

import "iter"

// Zip returns the sequence of pairs of an element of a and the one at
// its position in b, until either ends. If b ends first, one element of
// a has been read without a partner.
func Zip[A, B any](
	a func(yield func(A) bool), b func(yield func(B) bool),
) Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		a(func(x A) bool {
			y, ok := next()
			return ok && yield(x, y)
		})
	}
}

// Peekable is a sequence that is asked for its elements. It must be
// stopped, unless it has been read to its end. Its methods may not be
// called by several goroutines at a time.
type Peekable[T any] struct {
	next   func() (T, bool)
	stop   func()
	head   T
	ok     bool
	peeked bool // head and ok are what next returned
}

// Pull returns an iterator that runs s as far as it is asked to.
func (s Seq[T]) Pull() *Peekable[T] {
	next, stop := iter.Pull(s.Iter())
	return &Peekable[T]{next: next, stop: stop}
}

// Peek returns what Next is going to return.
func (p *Peekable[T]) Peek() (T, bool) {
	if !p.peeked {
		p.head, p.ok = p.next()
		p.peeked = true
	}
	return p.head, p.ok
}

// Next returns the next element, and false if there is none.
func (p *Peekable[T]) Next() (T, bool) {
	x, ok := p.Peek()
	p.peeked = false
	return x, ok
}

// Stop ends the sequence. Next and Peek return false from then on.
func (p *Peekable[T]) Stop() {
	p.stop()
	p.peeked = false // next returns false from now on
}

// FromNext returns the sequence of what next returns, until it returns
// false. A second run goes on where the first stopped.
func FromNext[T any](next func() (T, bool)) Seq[T] {
	return func(yield func(T) bool) {
		for x, ok := next(); ok && yield(x); x, ok = next() {
		}
	}
}
