package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNineUsersLeave(t *testing.T) {
	require.Zero(t, stillIn(9))
}
