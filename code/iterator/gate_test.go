package iterator

import (
	"cmp"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

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
		fuseSum, fuseTake, fuseSkip, fuseFlat, fuseZip, fuseFind,
		fuseWhile, fuseFour, fuseChain, fuseMin, fusePairs, fuseLane,
		fuseAll,
	} {
		n := testing.AllocsPerRun(10, func() { f(digits) })
		require.Zero(t, n, "sentence %d", i)
	}
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
	text = regexp.MustCompile(`^TEXT .*\.(\w+)\(SB\)`)
	call = regexp.MustCompile(`\sCALL ([^r]|r[^u])`) // not runtime
)

func TestFusedCallsNothing(t *testing.T) {
	calls := map[string]int{} // left in each function
	name := ""
	dump := disassembled(t, `iterator\.(fuse[A-Z]\w+|five)$`)
	for line := range strings.Lines(dump) {
		if m := text.FindStringSubmatch(line); m != nil {
			name = m[1]
			calls[name] = 0
		}
		if call.MatchString(line) {
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
