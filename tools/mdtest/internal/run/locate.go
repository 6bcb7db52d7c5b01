package run

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// position finds file:line, and :column, in what a command printed.
var position = regexp.MustCompile(`([\w./~+-]*[\w+-]+\.go):(\d+)(:\d+)?`)

// locator leads from positions in code/ back to the chapter.
type locator struct {
	check *tangle.Check
	dir   string // of the package: bare file names are in it
}

// find returns the first place of the book that the text names.
func (l locator) find(text string) (pos diag.Pos, code string, rest string, ok bool) {
	for _, m := range position.FindAllStringSubmatchIndex(text, -1) {
		line, _ := strconv.Atoi(text[m[4]:m[5]])
		f := l.file(text[m[2]:m[3]])
		if f == nil || line < 1 || line > f.Text.Len() {
			continue
		}
		if pos := f.Text.From[line-1]; pos.File != "" {
			code := fmt.Sprintf("%s:%d", f.Path, line)
			return pos, code, text[m[1]:], true
		}
	}
	return diag.Pos{}, "", "", false
}

// file finds the file of the tree that a printed path means.
func (l locator) file(name string) *tree.File {
	if i := strings.LastIndex(name, "code/"); i >= 0 {
		if f := l.check.Tree.Get(name[i:]); f != nil {
			return f
		}
	}
	if l.dir == "" || strings.Contains(name, "/") && !strings.HasPrefix(name, "./") {
		return nil
	}
	return l.check.Tree.Get(l.dir + "/" + path.Base(name))
}

// error makes an error of a text that begins with, or holds, a position.
func (l locator) error(msg, text string) *diag.Error {
	e := &diag.Error{Pos: l.check.Pos, Msg: msg, Where: l.check.Section.Name, Detail: text}
	if pos, code, _, ok := l.find(text); ok {
		e.Pos, e.Where = pos, e.Where+", "+code
	}
	return e
}

// lines makes an error of each line that has a position; of the whole text
// if none has.
func (l locator) lines(text string) []*diag.Error {
	var out []*diag.Error
	for _, line := range strings.Split(text, "\n") {
		pos, code, rest, ok := l.find(line)
		if !ok {
			if n := len(out); n > 0 && strings.HasPrefix(line, "\t") {
				out[n-1].Detail += strings.TrimPrefix(line, "\t") + "\n"
			}
			continue
		}
		out = append(out, &diag.Error{
			Pos: pos, Msg: strings.TrimSpace(strings.TrimPrefix(rest, ":")),
			Where: l.check.Section.Name + ", " + code,
		})
	}
	if len(out) == 0 {
		out = append(out, l.error("the go command fails", text))
	}
	return out
}

var (
	failed   = regexp.MustCompile(`(?m)^\s*--- FAIL: (\S+)`)
	panicked = regexp.MustCompile(`(?m)^panic: .*`)
)

// tests makes an error of each test that fails, or of the panic that ended
// them.
func (l locator) tests(text string) []*diag.Error {
	if at := panicked.FindStringIndex(text); at != nil {
		return []*diag.Error{l.error(text[at[0]:at[1]], text[at[0]:])}
	}
	var out []*diag.Error
	at := failed.FindAllStringSubmatchIndex(text, -1)
	for i, m := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		chunk := text[m[0]:end]
		if _, _, _, ok := l.find(chunk); !ok && i+1 < len(at) {
			continue // the subtests below it say more
		}
		out = append(out, l.error(text[m[2]:m[3]]+" fails", chunk))
	}
	if len(out) == 0 {
		out = append(out, l.error("the tests fail", text))
	}
	return out
}
