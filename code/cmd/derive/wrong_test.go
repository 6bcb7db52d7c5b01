package main

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// says tests what derive says of a file.
func says(t *testing.T, source, want string) {
	t.Helper()
	t.Chdir(t.TempDir())
	text := []byte("package p\n" + source)
	require.NoError(t, os.WriteFile("p.go", text, 0o666))
	require.EqualError(t, run("."), "p.go:"+want)
}

func TestWrongDirectives(t *testing.T) {
	says(t, "//derive:serialize\ntype _ struct{}",
		"3:6: _ is not the name of one thing")
	says(t, "var T int\n\n//derive:serialize\ntype T struct{}",
		"5:6: T is not the name of one thing")
	says(t, "//derive:serialize\n//derive:deserialize\ntype T struct{}",
		"3:1: a directive stands above a type of the package, once")
	says(t, "func f() {\n//derive:serialize\ntype T struct{}\n}",
		"3:1: a directive stands above a type of the package, once")
	says(t, "//derive:serialize\ntype T = struct{}",
		"2:1: T is another name of a type")
}

func TestNothingToRead(t *testing.T) {
	t.Chdir(t.TempDir())
	err := os.WriteFile(output, []byte("package p"), 0o666)
	require.NoError(t, err)
	require.EqualError(t, run("."), ".: no file but derived.go")
}

func TestWrongFields(t *testing.T) {
	says(t, "type H int\nfunc (*H) Serialize() {}\n"+
		"//derive:serialize\ntype T []H",
		"5:6: H needs a method Serialize, of the value")
	says(t, "type H int\nfunc (H) Serialize() {}\n"+
		"//derive:serialize,deserialize\ntype T struct { A H }",
		"5:17: H needs a method Deserialize")
	says(t, "type m int", "2:6: what derive writes has another m")
	says(t, "//derive:serialize\ntype T struct {\n"+
		"A int `json:\"skop\" serde:\"skop\"`\n}",
		"4:27: \"skop\" is none of default, flatten, rename, "+
			"skip, skip_empty")
}

// An enum's file begins with two types, and ends with the enum.
const enum = "//derive:serialize\ntype A struct{ K int }\n" +
	"func (A) e() {}\n//derive:serialize rename=A2\ntype B[T any] " +
	"struct{ L T }\n"

const ofE = "\ntype E interface{ e() }\n"

func TestWrongEnums(t *testing.T) {
	says(t, enum+"//derive:serialize tag=t content=t"+ofE,
		"7:26: content and tag are both \"t\"")
	says(t, enum+"//derive:serialize tag=K"+ofE,
		"7:20: A has a field \"K\"")
	says(t, enum+"func (B[T]) e() {}\n//derive:serialize"+ofE,
		"6:6: a variant has no type parameters")
	says(t, "type A int\nfunc (A) e() {}\n//derive:serialize rename=A\n"+
		"type B int\nfunc (B) e() {}\n//derive:serialize"+ofE,
		"5:6: A and B are both \"A\"")
	says(t, "//derive:serialize rename_all=lowercase\ntype C int\n"+
		"const (\nAb C = 1\nAB C = 2\n)",
		"6:1: Ab and AB are both \"ab\"")
	says(t, "//derive:serialize rename_all=lowercase\ntype C string\n"+
		"const Ab C = \"Ab\"\n",
		"2:20: text is its own name")
}
