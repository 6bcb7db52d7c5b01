package pdf

import (
	"embed"
	"encoding/base64"
	"fmt"
	"strings"

	"byhand/tools/mdtest/internal/volume"
	"byhand/tools/mdtest/internal/weave"
)

//go:embed assets
var assets embed.FS

// styles returns the style sheet, in which the pages of each chapter have
// its title at their head.
func (d *document) styles(paper string) (string, error) {
	var b strings.Builder
	if err := writeFonts(&b); err != nil {
		return "", err
	}
	css, err := assets.ReadFile("assets/print.css")
	if err != nil {
		return "", err
	}
	fmt.Fprintf(&b, "@page { size: %s; }\n", paper)
	b.Write(css)
	for class, em := range volume.Hangs() {
		fmt.Fprintf(&b, ".%s { padding-left: %.1fem; text-indent: -%.1fem; }\n", class, em+0.6, em)
		fmt.Fprintf(&b, ".%s::after { left: %.1fem; }\n", class, em-0.6)
	}
	for _, p := range d.Parts {
		for _, c := range p.Chapters {
			fmt.Fprintf(&b, "@page %s { @top-left { content: %s; } @top-right { content: %s; } }\n#%[1]s { page: %[1]s; }\n",
				c.ID, quote(p.Title), quote(c.Title))
		}
	}
	return b.String(), nil
}

// writeFonts writes the fonts of the site, which the document then holds.
func writeFonts(b *strings.Builder) error {
	css, files, err := weave.Fonts()
	if err != nil {
		return err
	}
	var pairs []string
	for name, data := range files {
		pairs = append(pairs, name, "data:font/woff2;base64,"+base64.StdEncoding.EncodeToString(data))
	}
	_, err = strings.NewReplacer(pairs...).WriteString(b, string(css))
	return err
}

// quote returns a string of CSS.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r < ' ' || r == '"' || r == '\\' {
			fmt.Fprintf(&b, `\%x `, r)
		} else {
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
