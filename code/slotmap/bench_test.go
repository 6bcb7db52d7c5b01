package slotmap

import (
	"math/rand/v2"
	"testing"
)

const reads = 1024 // by each operation, in random order

func sumPointers(held []*int) (sum int) {
	for _, p := range held {
		sum += *p
	}
	return sum
}

func BenchmarkPointers(b *testing.B) {
	values := make([]int, reads)
	var held []*int
	for _, i := range rand.Perm(reads) {
		held = append(held, &values[i])
	}
	for b.Loop() {
		sumPointers(held)
	}
}

func sumIndexes(values []int, held []uint32) (sum int) {
	for _, i := range held {
		sum += values[i]
	}
	return sum
}

func BenchmarkIndexes(b *testing.B) {
	values := make([]int, reads)
	var held []uint32
	for _, i := range rand.Perm(reads) {
		held = append(held, uint32(i))
	}
	for b.Loop() {
		sumIndexes(values, held)
	}
}

func sumKeys(m *Map[int], keys []Key) (sum int) {
	for _, key := range keys {
		value, _ := m.Get(key)
		sum += value
	}
	return sum
}

func BenchmarkKeys(b *testing.B) {
	var m Map[int]
	var keys []Key
	for i := range reads {
		keys = append(keys, m.Insert(i))
	}
	rand.Shuffle(reads, func(i, j int) {
		keys[i], keys[j] = keys[j], keys[i]
	})
	for b.Loop() {
		sumKeys(&m, keys)
	}
}

func sumGoMap(m map[uint64]int, keys []uint64) (sum int) {
	for _, key := range keys {
		sum += m[key]
	}
	return sum
}

func BenchmarkGoMap(b *testing.B) {
	m := make(map[uint64]int)
	var keys []uint64
	for _, i := range rand.Perm(reads) {
		keys = append(keys, uint64(i))
		m[uint64(i)] = i
	}
	for b.Loop() {
		sumGoMap(m, keys)
	}
}
