package iterator

import (
	"cmp"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func fuseSum(v []int) int  { return Sum(From(v).Filter(even).Map(triple)) }
func fuseTake(v []int) int { return Sum(From(v).Take(5).Take(3)) }
func fuseSkip(v []int) int { return Sum(From(v).Skip(2).TakeWhile(odd)) }
func fuseStep(v []int) int { return Sum(From(v).StepBy(3).SkipWhile(odd)) }
func fuseFlat(v []int) int { return Sum(From(v).FlatMap(upTo)) }
func fuseZip(v []int) int  { return Sum(From(v).Zip(v).Values()) }
func fuseFind(v []int) int { return From(v).Skip(1).Position(even) }

func fuseFour(v []int) int {
	return Sum(From(v).Map(inc).Map(triple).Map(inc).Map(triple))
}

func fuseChain(v []int) int {
	look := func(int) {}
	return From(v).Chain(From(v)).Inspect(look).Count()
}

func fuseMin(v []int) int {
	least, _ := From(v).MinFunc(cmp.Compare)
	return least
}

func fusePairs(v []int) int {
	weigh := func(acc, i, x int) int { return acc + i*x }
	evenAt := func(i, _ int) bool { return even(i) }
	return Fold2(From(v).Enumerate().Filter(evenAt), 0, weigh)
}

func fuseLane(v []int) int {
	half := func(x int) float64 { return float64(x) / 2 }
	return int(Sum(To[float64](From(v)).Filter(even).Map(half)))
}

func fuseAll(v []int) int {
	if From(v).All(even) || From(v).Any(odd) {
		return From(v).Fold(0, func(a, x int) int { return a ^ x })
	}
	return 0
}

func TestFusedAllocatesNothing(t *testing.T) {
	for i, f := range []func([]int) int{
		fuseSum, fuseTake, fuseSkip, fuseStep, fuseFlat, fuseZip, fuseFind,
		fuseFour, fuseChain, fuseMin, fusePairs, fuseLane, fuseAll,
	} {
		n := testing.AllocsPerRun(10, func() { f(digits) })
		require.Zero(t, n, "sentence %d", i)
	}
}

var function = regexp.MustCompile(`\.(fuse[A-Z]\w+|five) STEXT`)

func TestFusedCallsNothing(t *testing.T) {
	build := exec.Command("go", "test", "-c", "-gcflags=-S", "-o", os.DevNull)
	assembly, err := build.CombinedOutput()
	require.NoError(t, err, "%s", assembly)

	calls := map[string]int{} // left in each function
	name := ""
	for line := range strings.Lines(string(assembly)) {
		if strings.Contains(line, " STEXT") {
			name = ""
			if m := function.FindStringSubmatch(line); m != nil {
				name = m[1]
				calls[name] = 0
			}
		}
		if name != "" && strings.Contains(line, "\tCALL\t") &&
			!strings.Contains(line, "\truntime.") {
			calls[name]++
		}
	}
	require.NotZero(t, calls["five"])
	delete(calls, "five")
	require.Len(t, calls, 13)
	for name, n := range calls {
		require.Zero(t, n, name)
	}
}
