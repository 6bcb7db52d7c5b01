package weave

import (
	"byhand/tools/mdtest/internal/markdown"
	"byhand/tools/mdtest/internal/mathml"
)

// mathHTML renders a formula. Those that can't be read have been complained
// of.
func mathHTML(f markdown.Formula) string {
	out, err := mathml.Render(f.TeX, f.Display)
	if err != nil {
		return "<code>" + escape(f.TeX) + "</code>"
	}
	return out
}
