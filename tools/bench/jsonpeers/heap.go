//go:build generated

package main

import (
	"encoding/json"
	"runtime"

	"byhand/tools/bench/corpus"
)

// occupy returns orders that take that many megabytes of memory. They
// are full of pointers, as what is alive in a program may be.
func occupy(megabytes int) (alive []corpus.Orders, err error) {
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	text, err := corpus.MakeOrders(3000)
	if err != nil {
		return nil, err
	}
	for now.HeapAlloc = before.HeapAlloc; int(now.HeapAlloc-before.HeapAlloc)>>20 < megabytes; {
		var o corpus.Orders
		if err := json.Unmarshal(text, &o); err != nil {
			return nil, err
		}
		alive = append(alive, o)
		runtime.GC()
		runtime.ReadMemStats(&now)
	}
	return alive, nil
}
