// Bench measures what the chapters say about speed, and records it for
// them to show.
//
//	bench [-rounds N] [-run NAME] DIR
//
// It writes DIR/iterators, DIR/iterators-peers, DIR/fusion, and
// DIR/json-decode, json-encode, json-small and json-goals, and DIR/arena.
// It is a module of its own, so that those whom we measure ourselves against
// stay out of the book's go.mod.
//
//	bench [-rounds N] -document NAME
//
// shows what one of JSON's documents takes, and writes nothing.
//
// The machine may be busy. So all contenders of a pipeline are measured
// in turn, many times, for a short while each: a disturbance hits them
// all alike. The minimum of the rounds is the time without disturbance,
// the median shows how much of it there was.
//
// Where a short loop lies in memory can make it twice as slow. So this
// program is linked several times, with its functions in another order,
// and a round measures all of these layouts.
//
// Reading JSON makes garbage, which other threads collect meanwhile. So
// there we count processor time, of all threads, once in a process that
// keeps next to nothing else, and once in one that keeps 64 MB full of
// pointers. How often a round collects is chance: medians count there.
package main
