// Package corpus has the types of the documents that the contenders in
// JSON read and write. The tags are for all of them.
//
// What is generated for the types, the book's own code and easyjson's,
// is long and easily made again, so it isn't kept: bench makes it before
// it measures, and then removes it.
package corpus

//go:generate go run byhand/code/cmd/derive
//go:generate go tool easyjson -all -no_std_marshalers twitter.go citm.go canada.go synthea.go orders.go
