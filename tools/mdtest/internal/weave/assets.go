package weave

import (
	"bytes"
	"embed"
	"html/template"
	"io/fs"
	"path"
)

// assets is what pages are made with. The parts of the style sheet and of
// the script are joined in the order of their names; each part of the
// script has a scope of its own. What is in head and fonts goes into the site
// as it is.
//
//go:embed assets
var assets embed.FS

var layout = template.Must(template.ParseFS(assets, "assets/tmpl/*.tmpl")).Lookup("page.tmpl")

// addAssets puts the files that every page refers to into the site.
func (s Site) addAssets() error {
	css, err := joined("assets/css/*.css", "", "\n")
	if err != nil {
		return err
	}
	js, err := joined("assets/js/*.js", "{\n", "}\n")
	if err != nil {
		return err
	}
	s["book.css"] = css
	s["book.js"] = append([]byte("\"use strict\";\n"), js...)
	return s.addAsTheyAre("assets/head/*", "", "assets/fonts/*", "fonts/")
}

// addAsTheyAre adds files to folders of the site: pairs of which, and where.
func (s Site) addAsTheyAre(pairs ...string) error {
	for i := 0; i < len(pairs); i += 2 {
		names, err := fs.Glob(assets, pairs[i])
		if err != nil {
			return err
		}
		for _, name := range names {
			if s[pairs[i+1]+path.Base(name)], err = assets.ReadFile(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// joined joins files, each between two marks.
func joined(pattern, before, after string) ([]byte, error) {
	names, err := fs.Glob(assets, pattern)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	for _, name := range names {
		data, err := assets.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out.WriteString(before)
		out.Write(data)
		out.WriteString(after)
	}
	return out.Bytes(), nil
}
