// Bench measures what the chapters say about speed, and records it for
// them to show.
//
//	bench [-rounds N] [-run NAME] DIR
//
// It writes DIR/iterators, DIR/iterators-peers and DIR/fusion. It is a
// module of its own, so that those whom we measure ourselves against
// stay out of the book's go.mod.
//
// The machine may be busy. So all contenders of a pipeline are measured
// in turn, many times, for a short while each: a disturbance hits them
// all alike. The minimum of the rounds is the time without disturbance,
// the median shows how much of it there was.
//
// Where a short loop lies in memory can make it twice as slow. So this
// program is linked several times, with its functions in another order,
// and a round measures all of these layouts.
package main
