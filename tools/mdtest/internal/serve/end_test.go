//go:build unix

package serve

import (
	"bufio"
	"net"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Whatever ends the server ends what it runs.
func TestNoProcessOutlivesTheServer(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGKILL} {
		t.Run(sig.String(), func(t *testing.T) {
			needProc(t)
			root := t.TempDir()
			for name, text := range smallBook {
				save(t, root, name, text)
			}
			cmd := exec.Command(os.Args[0], serveArg, root, t.TempDir())
			cmd.Stderr = os.Stderr
			out, err := cmd.StdoutPipe()
			require.NoError(t, err)
			require.NoError(t, cmd.Start())
			defer func() { _ = cmd.Process.Kill() }()
			url, err := bufio.NewReader(out).ReadString('\n')
			require.NoError(t, err)
			s := visit(t, strings.TrimSpace(url))
			s.begun(t.Context(), "00-one.html")
			require.NoError(t, cmd.Process.Signal(sig))
			err = cmd.Wait()
			if sig != syscall.SIGKILL {
				require.NoError(t, err, "it ends in order")
				require.Zero(t, alive())
			}
			gone(t)
		})
	}
}

// visit opens the address that a server of another process has printed.
func visit(t *testing.T, url string) *site {
	jar, _ := cookiejar.New(nil)
	entry, token, _ := strings.Cut(url, "?"+tokenParam+"=")
	s := &site{
		T: t, base: entry + siteAt, http: &http.Client{Jar: jar, Timeout: time.Minute},
		Server: &Server{guard: newGuard(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})},
	}
	s.guard.token = token
	s.guard.hosts[0], _, _ = strings.Cut(strings.TrimPrefix(url, "http://"), "/")
	require.Equal(t, 200, s.get(url).StatusCode)
	s.guard.pass = regexp.MustCompile(`data-pass="(\w+)"`).FindStringSubmatch(text(t, s.get(s.base+"00-one.html")))[1]
	return s
}
