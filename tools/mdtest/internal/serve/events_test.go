package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestAnEditIsSent(t *testing.T) {
	s := start(t)
	events := s.follow("00-one.html")
	require.Equal(t, "faults []", events())
	save(t, s.root, "chapters/00-one.md", strings.Replace(smallBook["chapters/00-one.md"], "Some words.", "Other words.", 1))
	kind, u := split[update](t, events())
	require.Equal(t, "update", kind)
	require.False(t, u.Reload)
	require.Equal(t, []string{"<p>Other words.</p>"}, u.Changes[0].New)
	require.Len(t, u.Changes, 1)

	// An error is told with its place, and that it is gone.
	save(t, s.root, "chapters/00-one.md", strings.Replace(smallBook["chapters/00-one.md"], "func main", "func main(", 1))
	kind, faults := split[[]fault](t, events())
	require.Equal(t, "faults", kind)
	require.Equal(t, "chapters/00-one.md:12", faults[0].At)
	require.Equal(t, "00-one.html#step:1", faults[0].Page+"#"+faults[0].Block)
	require.Contains(t, text(t, s.get(s.base+"00-one.html")), "Other words.", "the last page that was right stays")
	save(t, s.root, "chapters/00-one.md", smallBook["chapters/00-one.md"])
	seen := events() + events()
	require.Contains(t, seen, "faults []")
	require.Contains(t, seen, "Some words.")

	// A chapter that is new changes the contents of all pages.
	save(t, s.root, "chapters/02-three.md", "# Three\n\nNew.\n")
	save(t, s.root, "book/SUMMARY.md", smallBook["book/SUMMARY.md"]+"- [Three](../chapters/02-three.md)\n")
	for {
		if kind, u := split[json.RawMessage](t, events()); kind == "update" {
			require.Contains(t, string(u), `"reload":true`)
			break
		}
	}
	require.Equal(t, 200, s.get(s.base+"02-three.html").StatusCode)
}

// follow listens to a page's events. Each call of what it returns waits for
// the next.
func (s *site) follow(page string) func() string {
	s.Helper()
	version := regexp.MustCompile(`data-version="(\w+)"`).FindStringSubmatch(text(s.T, s.get(s.base+page)))[1]
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	s.Cleanup(cancel)
	req, _ := http.NewRequestWithContext(ctx, "GET", s.base+eventsAt+"?page="+page+"&version="+version, nil)
	res, err := s.http.Do(req)
	require.NoError(s, err)
	s.Cleanup(func() { res.Body.Close() })
	require.Equal(s, "text/event-stream", res.Header.Get("Content-Type"))
	in := bufio.NewScanner(res.Body)
	in.Buffer(nil, 1<<20)
	return func() string {
		kind := ""
		for in.Scan() {
			if k, ok := strings.CutPrefix(in.Text(), "event: "); ok {
				kind = k
			} else if data, ok := strings.CutPrefix(in.Text(), "data: "); ok {
				return kind + " " + data
			}
		}
		s.Fatalf("no more events: %v", in.Err())
		return ""
	}
}

func split[V any](t *testing.T, event string) (kind string, v V) {
	kind, data, _ := strings.Cut(event, " ")
	require.NoError(t, json.Unmarshal([]byte(data), &v), event)
	return kind, v
}
