package iterator

import (
	"cmp"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func fuseSum(v []int) int  { return Sum(From(v).Filter(even)) }
func fuseTake(v []int) int { return Sum(From(v).Take(5).Take(3)) }
func fuseSkip(v []int) int { return Sum(From(v).Skip(2).StepBy(3)) }
func fuseFlat(v []int) int { return Sum(From(v).FlatMap(upTo)) }
func fuseZip(v []int) int  { return Sum(From(v).Zip(v).Values()) }
func fuseFind(v []int) int { return From(v).Skip(1).Position(even) }

func fuseWhile(v []int) int {
	return Sum(From(v).SkipWhile(odd).TakeWhile(even))
}

func fuseFour(v []int) int {
	return Sum(From(v).Map(inc).Map(triple).Map(inc).Map(triple))
}

func fuseChain(v []int) int {
	look := func(int) {}
	return From(v).Chain(From(v)).Inspect(look).Count()
}

func fuseLeast(v []int) int {
	least, _ := From(v).MinFunc(cmp.Compare)
	return least
}

func fusePairs(v []int) int {
	weigh := func(acc, i, x int) int { return acc + i*x }
	evenAt := func(i, _ int) bool { return even(i) }
	return Fold2(From(v).Enumerate().Filter(evenAt), 0, weigh)
}

func half(x int) float64 { return float64(x) / 2 }

func fuseLane(v []int) int {
	return int(Sum(To[float64](From(v)).Filter(even).Map(half)))
}

func fuseAll(v []int) int {
	if From(v).All(even) || From(v).Any(odd) {
		return From(v).Fold(0, func(a, x int) int { return a ^ x })
	}
	return 0
}

func fuseReduce(v []int) int {
	xor := func(a, x int) int { return a ^ x }
	all, _ := Seq[int](From(v).Iter()).Reduce(xor)
	first, _ := From(v).Filter(even).Find(odd)
	return all + first
}

func fuseEach(v []int) (sum int) {
	From(v).Filter(even).ForEach(func(x int) { sum += x })
	return Fold(From(v), sum, func(n, x int) int { return n + x })
}

func fuseMap(v []int) int {
	return int(Sum(Map(From(v).Enumerate().Keys(), half)))
}

func fuseNext(v []int) int {
	i := 0
	next := func() (int, bool) { i++; return i, i < len(v) }
	return Sum(FromNext(next)) + Sum(Range(0, len(v)))
}

func short(x int) (int, error) { return x / 2, nil }

func fuseCatch(v []int) int {
	var err error
	n := Sum(Catch(&err, TryMap(From(v), short)))
	return n + Sum(Catch(&err, To[int](From(v)).TryMap(short)))
}

func fuseOdds[T int | int64](v []T) T {
	return Sum(From(v).Filter(func(x T) bool { return x%2 != 0 }))
}

func fuseMinMax(v []int) int {
	least, _ := Min(From(v))
	most, _ := Max(From(v).Filter(even))
	return least + most
}

func fuseMost(v []int) int {
	most, _ := From(v).MaxFunc(cmp.Compare)
	return most
}

var fused = []func([]int) int{
	fuseSum, fuseTake, fuseSkip, fuseFlat, fuseZip, fuseFind,
	fuseWhile, fuseFour, fuseChain, fuseLeast, fusePairs, fuseLane,
	fuseAll, fuseReduce, fuseEach, fuseMap, fuseNext, fuseCatch,
	fuseOdds[int], fuseMinMax, fuseMost,
	fuseRefs,
}

func TestFusedAllocatesNothing(t *testing.T) {
	for i, f := range fused {
		n := testing.AllocsPerRun(10, func() { f(digits) })
		assert.Zero(t, n, "sentence %d", i)
	}
}

func callZip(v []int) int { // a coroutine
	return Sum(Zip(From(v), From(v)).Keys())
}

func callPull(v []int) int { // a coroutine
	p := From(v).Pull()
	defer p.Stop()
	first, _ := p.Peek()
	second, _ := p.Next()
	return first + second
}

type stack struct{ top int }

func (s *stack) Push(x int) { s.top = x }

func callInto(v []int) int { // Push is looked up in a dictionary
	return CollectInto[stack](From(v)).top
}

func callTo(v []int) int { // a second change of type
	back := func(x float64) int { return int(x) }
	return Sum(To[int](To[float64](From(v)).Map(half)).Map(back))
}

func callFar(v []int) int { // Map at a distance of four
	s := From(v).Map(inc).Filter(even).Map(inc).Filter(even)
	return Sum(s.Map(inc))
}

//go:noinline
func callGiven(v []int, keep func(int) bool) int { // a parameter
	return Sum(From(v).Filter(keep))
}

var called = []func([]int) int{
	callZip, callPull, callInto, callTo, callFar,
	func(v []int) int { return callGiven(v, even) },
}

func makeSlice(v []int) int   { return len(From(v).Collect()) }
func makeMap(v []int) int     { return len(CollectMap(From(v).Zip(v))) }
func makeSet(v []int) int     { return len(CollectSet(From(v))) }
func makeChunks(v []int) int  { return Chunks(From(v), 3).Count() }
func makeWindows(v []int) int { return Windows(From(v), 3).Count() }

func makeText(v []int) int {
	digit := func(x int) string { return "0123456789"[x : x+1] }
	return len(Join(To[string](From(v)).Map(digit), "-"))
}

var making = []func([]int) int{
	makeSlice, makeMap, makeSet, makeChunks, makeWindows, makeText,
}

// disassembled returns the assembly of the functions whose names match.
func disassembled(t *testing.T, names string) string {
	file := filepath.Join(t.TempDir(), "binary")
	build := exec.Command("go", "test", "-c", "-o", file)
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	dump := exec.Command("go", "tool", "objdump", "-s", names, file)
	out, err = dump.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return string(out)
}

var (
	text = regexp.MustCompile(`^TEXT .*\.(\w+)(\[go.*\])?\(SB\)`)
	call = regexp.MustCompile(`\sCALL (\S+)`)
	fine = regexp.MustCompile(`^(runtime\.|strings\.\(\*Builder\))`)
)

// calls returns how many calls are left in each sentence.
func calls(t *testing.T) map[string]int {
	left := map[string]int{}
	name := ""
	dump := disassembled(t,
		`iterator\.(fuse|call|make)[A-Z]\w+(\[go|$)`)
	for line := range strings.Lines(dump) {
		if m := text.FindStringSubmatch(line); m != nil {
			name = m[1]
			left[name] = 0
		}
		m := call.FindStringSubmatch(line)
		if m != nil && !fine.MatchString(m[1]) {
			left[name]++
		}
	}
	return left
}

func TestFusedCallsNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the tests once more")
	}
	left := calls(t)
	require.Len(t, left, len(fused)+len(making)+len(called))
	for name, n := range left {
		if !strings.HasPrefix(name, "call") {
			require.Zero(t, n, name)
		}
	}
	for name, n := range left {
		if strings.HasPrefix(name, "call") {
			require.NotZero(t, n, name)
		}
	}
}

func fuseRefs(v []int) int {
	return Fold(Refs(v), 0, func(n int, p *int) int { return n + *p })
}
