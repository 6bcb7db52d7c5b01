// Package slotmap keeps values behind keys that know when they are
// stale.
//
// A Map is the one owner of its values: nothing else knows where they
// lie. Keys may be copied, compared with == and stored anywhere, and
// may outlive their value: they then name nothing, for good. A key of
// another Map may name a value here; that is not checked.
//
// Any number of goroutines may read a Map at a time, or one may change
// it. A Map must not be copied after its first use.
package slotmap

import (
	"iter"
	"math"
)

// Map owns values of type T. Callers hold keys, never pointers. The
// zero Map is empty and ready to use.
type Map[T any] struct {
	slots []slot[T]
	free  []uint32 // vacant slots; the last is used next
	lost  int      // spent slots
}

type slot[T any] struct {
	value      T
	generation uint32 // odd: taken, even: vacant
}

// spent is the generation at which a slot is not used again: the last
// even one.
const spent = math.MaxUint32 - 1

// Key names one value in one Map, and never what takes its slot later.
type Key struct {
	index      uint32
	generation uint32
}

// Insert stores value and returns the key to it. It panics if the Map
// has 2³² slots and all are taken or spent.
func (m *Map[T]) Insert(value T) Key {
	index := m.vacant()
	s := &m.slots[index]
	s.value = value
	s.generation++
	return Key{index, s.generation}
}

// Get returns the value that key names, and false if it names none.
func (m *Map[T]) Get(key Key) (value T, ok bool) {
	s := m.at(key)
	if s == nil {
		return value, false
	}
	return s.value, true
}

// Set changes the value that key names, and reports if it names one.
func (m *Map[T]) Set(key Key, value T) bool {
	s := m.at(key)
	if s == nil {
		return false
	}
	s.value = value
	return true
}

// Remove forgets the value that key names, and reports if it names one.
func (m *Map[T]) Remove(key Key) bool {
	s := m.at(key)
	if s == nil {
		return false
	}
	var zero T
	s.value = zero
	s.generation++
	if s.generation == spent {
		m.lost++
		return true
	}
	m.free = append(m.free, key.index)
	return true
}

// Len returns how many values the Map holds.
func (m *Map[T]) Len() int {
	return len(m.slots) - len(m.free) - m.lost
}

// All yields every value with its key, in no particular order. The
// loop may change the Map: what it removes is not yielded afterwards,
// and what it inserts may be yielded or not.
func (m *Map[T]) All() iter.Seq2[Key, T] {
	return func(yield func(Key, T) bool) {
		for i := range m.slots {
			s := &m.slots[i] // only until yield, which may move it
			key := Key{uint32(i), s.generation}
			if s.generation%2 == 1 && !yield(key, s.value) {
				return
			}
		}
	}
}

// at returns the slot that key names, or nil if it names none.
func (m *Map[T]) at(key Key) *slot[T] {
	if uint64(key.index) >= uint64(len(m.slots)) {
		return nil
	}
	s := &m.slots[key.index]
	if s.generation != key.generation {
		return nil
	}
	return s
}

// vacant takes a slot that holds no value, and returns its index.
func (m *Map[T]) vacant() uint32 {
	if n := len(m.free); n > 0 {
		index := m.free[n-1]
		m.free = m.free[:n-1]
		return index
	}
	if uint64(len(m.slots)) > math.MaxUint32 {
		panic("slotmap: more than 2³² slots")
	}
	m.slots = append(m.slots, slot[T]{})
	return uint32(len(m.slots) - 1)
}
