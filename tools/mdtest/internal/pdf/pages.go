package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/ledongthuc/pdf"
)

// pages returns the page, from 1, that each anchor of a PDF is on.
func pages(data []byte) (numbers map[string]int, err error) {
	defer func() { // the reader panics where a PDF is not one
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	at := map[string]int{} // a page's dictionary names its content, and is like no other
	for i := range r.NumPage() {
		at[r.Page(i+1).V.String()] = i + 1
	}
	dests := r.Trailer().Key("Root").Key("Dests")
	numbers = map[string]int{}
	for _, name := range dests.Keys() {
		numbers[name] = at[dests.Key(name).Index(0).String()]
	}
	if len(numbers) == 0 {
		return nil, errors.New("it has no destinations")
	}
	return numbers, nil
}
