// Command sessions logs users in and out, and counts who is still in.
package main

import (
	"fmt"

	"byhand/code/slotmap"
)

type session struct {
	user int
}

func main() {
	for _, users := range []int{1, 8, 9} {
		fmt.Println(users, "log out,", stillIn(users), "stay in")
	}
}

// login opens sessions, and returns what their connections hold.
func login(users int) (*slotmap.Map[session], []slotmap.Key) {
	all := new(slotmap.Map[session])
	var held []slotmap.Key
	for user := range users {
		held = append(held, all.Insert(session{user}))
	}
	return all, held
}

// stillIn logs users in and out again, and counts who is left.
func stillIn(users int) int {
	all, held := login(users)
	for _, key := range held {
		all.Remove(key)
	}
	return all.Len()
}
