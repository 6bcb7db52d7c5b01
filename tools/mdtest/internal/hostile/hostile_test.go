package hostile

import (
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	head = "<!DOCTYPE html><html><head><script src=\"book.js\" defer></script></head><body>"
	tail = "</body></html>"
)

func TestFaultsAreFound(t *testing.T) {
	s := Learn([]byte(head + tail))
	for body, fault := range map[string]string{
		"<script>x</script>":                              "not the tool's: script",
		"<script src=\"x.js\" defer></script>":            "not the tool's: script",
		"<svg><script>x</script></svg>":                   "not the tool's: script",
		"<meta http-equiv=\"refresh\" content=\"0;x\">":   "not the tool's: meta",
		"<base href=\"x\">":                               "not the tool's: base",
		"<style>p{}</style>":                              "not the tool's: style",
		"a\x00b":                                          `no text: "\x00b`,
		"a\x1bb":                                          `no text: "\x1bb`,
		"a\xffb":                                          `no text: "\xffb`,
		"<iframe></iframe>":                               "an element <iframe>",
		"<p onclick=\"x\"></p>":                           "an attribute onclick",
		"<a href=\"javascript:x\"></a>":                   "javascript:x",
		"<a href=\" &#x6a;ava\tscript&colon;x\"></a>":     "ava\\tscript:x",
		"<img src=\"//x.org/y\" alt=\"\">":                "//x.org/y",
		"<img src=\"data:image/svg+xml,x\" alt=\"\">":     "data:image",
		"<a href=\"/etc\"></a>":                           "/etc",
		"<td style=\"background:url(x)\"></td>":           "background",
		"<p id=\"a\"></p><p id=\"a\"></p>":                "the anchor \"a\" twice",
		"<p><b></p></b>":                                  "</p> closes",
		"<p>":                                             "never closed: [html body p]",
		"</p>":                                            "</p> closes",
		"<p><div></div></p>":                              "a browser mends",
		"<a href=\"#a\"><a href=\"#b\"></a></a>":          "a browser mends",
		"<table><tr><td></td></tr></table>":               "a browser mends",
		"<!-- x -->":                                      "a comment",
		"<noscript><p onclick=\"x\"></p></noscript>":      "an attribute onclick",
		"<noscript><iframe></iframe></noscript>":          "an element <iframe>",
		"<button formaction=\"javascript:x\"></button>":   "formaction",
		"<svg><path xlink:href=\"javascript:x\" /></svg>": "xlink:href",
	} {
		if body == "<p>" {
			require.Contains(t, s.Faults([]byte(head+body)), "never closed: [html body p]")
			continue
		}
		require.Contains(t, join(s.Faults([]byte(head+body+tail))), fault, body)
	}
}

func TestWhatIsHarmlessPasses(t *testing.T) {
	s := Learn([]byte(head + tail))
	for _, body := range []string{
		"", "text &lt;script&gt;", "<p id=\"a:1\">a<br>b</p>",
		"<a href=\"b.html#c:d\"></a><a href=\"https://x.org/?javascript:\"></a><a href=\"mailto:a@b\"></a>",
		"<noscript><a href=\"index.html\">x</a></noscript>",
		"<table><tbody><tr><td style=\"text-align:left\"></td></tr></tbody></table>",
		"<svg viewBox=\"0 0 1 1\"><path d=\"M 0,0\" /></svg>",
	} {
		require.Empty(t, s.Faults([]byte(head+body+tail)), body)
	}
}

func join(faults []string) string {
	out := ""
	for _, f := range faults {
		out += f + "\n"
	}
	return out
}
