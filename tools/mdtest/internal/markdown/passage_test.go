package markdown

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPassages(t *testing.T) {
	src := `above *it*
goes on

# One \< &amp; ` + "`a<b`" + `

A [link](x.md "t")[^n] and ` + "`T[int]`" + ` \* &lt;b&gt; <kbd>k</kbd>.

> [!NOTE]
> **In Rust** too[^n].

| a | b |
|---|---|
| c | d |

- item

<details>
<summary>Hint</summary>

` + "```go sketch\nx\n```" + `

</details>

## Two

![alt](a.png) <https://go.dev>

[^n]: a *note*.
`
	ps := Parse([]byte(src)).Passages()
	require.Len(t, ps, 3)
	require.Nil(t, ps[0].Heading)
	require.Equal(t, "above it goes on", ps[0].Text)
	require.Equal(t, "One < & a<b", ps[1].Heading.Text)
	require.Equal(t, "A link (a note.) and `T[int]` * <b> k. In Rust too. a · b · c · d · item · Hint", ps[1].Text)
	require.Len(t, ps[1].Fences, 1)
	require.Equal(t, "two", ps[2].Heading.ID)
	require.Equal(t, "alt https://go.dev", ps[2].Text)
}
