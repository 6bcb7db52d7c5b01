package weave

import (
	"bytes"
	"html"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"byhand/tools/mdtest/internal/legible"
	"byhand/tools/mdtest/internal/markdown"
)

// addViews adds the pages of all files and trees to the site.
func (w *weaver) addViews(site Site) {
	v := w.find()
	for _, s := range w.program.Steps() {
		site[treeName(s)] = w.treePage(s)
	}
	for name, version := range v.byName {
		site[name] = w.filePage(version)
	}
}

// filePage renders a whole file: numbered, the lines marked that are new.
func (w *weaver) filePage(v *version) []byte {
	states, numbers := make([]state, v.file.Text.Len()), make([]int, v.file.Text.Len())
	for i := range states {
		states[i], numbers[i] = fresh, i+1
	}
	if v.before != nil {
		for i := range states {
			states[i] = stays
		}
		markNew(states, compare(v.before, v.file))
	}
	lang := ""
	if strings.HasSuffix(v.file.Path, ".go") {
		lang = "go"
	}
	var code strings.Builder
	writeLines(&code, w.linesOf(v.file), states, numbers)
	var out bytes.Buffer
	crumb := leaf{title: v.file.Path, back: v.back}
	if v.section != nil {
		crumb.from = v.section.Name
	}
	w.leafHead(&out, crumb)
	out.WriteString(`<div class="listing" data-view>` + "\n" + pre(lang, code.String()) + "</div>\n")
	return leafFoot(&out)
}

func markNew(states []state, hunks []*udiff.Hunk) {
	for _, h := range hunks {
		at := h.ToLine - 1
		for _, l := range h.Lines {
			if l.Kind == udiff.Insert {
				states[at] = fresh
			}
			if l.Kind != udiff.Delete {
				at++
			}
		}
	}
}

// leaf is a page that a listing leads to: a file or a tree. It has little
// more than its subject, because there are many, and because it is shown
// within the listing where there is a script.
type leaf struct {
	title string
	from  string // what leads here
	back  string // where that is, from the site's root; or empty
}

// leafHead writes what stands above the subject. Leaves stand one folder
// below the root.
func (w *weaver) leafHead(out *bytes.Buffer, l leaf) {
	title := html.EscapeString(l.title)
	out.WriteString(`<!DOCTYPE html>
<html lang="en" data-book="` + markdown.Slug(w.book.Summary.Title) + `">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="` + policy + `">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="mdtest">
<meta name="color-scheme" content="light dark">
<title>` + title + ` · ` + html.EscapeString(l.from) + `</title>
<script src="../early.js"></script>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="../book.css">
<script src="../leaf.js" defer></script>
</head>
<body class="leaf">
<header>
<a class="book" href="../index.html">` + html.EscapeString(w.book.Summary.Title) + `</a>
`)
	if l.back != "" {
		out.WriteString(`<a href="../` + html.EscapeString(l.back) + `">` + html.EscapeString(l.from) + "</a>\n")
	}
	out.WriteString("</header>\n<main>\n<h1>" + breakable(l.title) + "</h1>\n")
}

// leafFoot writes what stands below, and returns the page.
func leafFoot(out *bytes.Buffer) []byte {
	out.WriteString("</main>\n</body>\n</html>\n")
	return []byte(legible.Clean(out.String()))
}
