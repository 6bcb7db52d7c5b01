package serve

import (
	"embed"
	"html"
	"io/fs"
	"mime"
	"net/http"
	"os"
	"path"
	"strings"
	"sync"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/weave"
)

// assets is what the pages have only here. The parts of the script share one
// scope, in the order of their names.
//
//go:embed assets
var assets embed.FS

var own = sync.OnceValue(func() map[string][]byte {
	style, _ := assets.ReadFile("assets/serve.css")
	script := []byte("\"use strict\";\n{\n")
	parts, _ := fs.Glob(assets, "assets/js/*.js")
	for _, name := range parts {
		data, _ := assets.ReadFile(name)
		script = append(script, data...)
	}
	return map[string][]byte{styleAt: style, scriptAt: append(script, "}\n"...)}
})

// page answers with a file of the site, which is in memory.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("page")
	if name == "" {
		name = index
	}
	if data := own()[name]; data != nil {
		send(w, name, data)
		return
	}
	if pg := s.press.page(name); pg != nil {
		send(w, name, pg.served(s.served()))
		return
	}
	if file, ok := strings.CutPrefix(name, weave.PictureDir); ok && s.press.shows(file) {
		s.picture(w, r, file)
		return
	}
	if data := s.press.file(name); data != nil {
		send(w, name, data)
		return
	}
	if path.Ext(name) == ".html" && s.press.broken() {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusInternalServerError)
		data := s.served()
		data["broken"] = "yes"
		_, _ = w.Write(newPage(name, []byte(waiting(name))).served(data))
		return
	}
	http.NotFound(w, r)
}

// served is what the script of each page has to know.
func (s *Server) served() map[string]string {
	data := map[string]string{"pass": s.guard.pass, "book": hash(s.press.root)}
	if s.opts.Done != nil {
		data["done"] = strings.Join(s.opts.Done(), " ")
	}
	return data
}

func send(w http.ResponseWriter, name string, data []byte) {
	kind := mime.TypeByExtension(path.Ext(name))
	if kind == "" {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(data)
}

// broken reports whether the book has never been right.
func (p *press) broken() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.now == nil
}

// waiting is the page of a book that was never right: its script shows what
// is wrong, and loads the page when nothing is.
func waiting(name string) string {
	return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>` +
		html.EscapeString(name) + `</title><link rel="stylesheet" href="book.css"></head>
<body><main><article><h1>The book has errors</h1></article></main></body></html>
`
}

// picture answers with an image that a chapter shows. No other file of the
// book's folder is served.
func (s *Server) picture(w http.ResponseWriter, r *http.Request, name string) {
	root, err := os.OpenRoot(s.press.root)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer root.Close()
	data, err := root.ReadFile(name)
	if err != nil || !strings.HasPrefix(mime.TypeByExtension(path.Ext(name)), "image/") {
		http.NotFound(w, r)
		return
	}
	send(w, name, data)
}

// shows reports whether a chapter has an image of that file.
func (p *press) shows(name string) bool {
	p.mu.Lock()
	e := p.now
	p.mu.Unlock()
	if e == nil {
		return false
	}
	for _, c := range e.book.Chapters {
		for _, l := range c.Doc.Links {
			if l.Image && path.Join(book.ChapterDir, l.Dest) == name {
				return true
			}
		}
	}
	return false
}
