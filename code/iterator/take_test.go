package iterator

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTake(t *testing.T) {
	p := &probe{v: []int{3, 1, 4, 1, 5}}
	three := p.seq().Take(3)

	assert.Equal(t, []int{3, 1, 4}, collect(three, 9))
	assert.Equal(t, 3, p.reads, "reads")
	assert.Equal(t, []int{3, 1, 4}, collect(three, 9), "again")
	assert.Empty(t, collect(p.seq().Take(0), 9))
}
