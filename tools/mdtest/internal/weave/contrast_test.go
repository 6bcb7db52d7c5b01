package weave

import (
	"fmt"
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The tokens stand under headings that promise something: text on every
// surface can be read, and controls can be seen. WCAG 2.2, 1.4.3 and 1.4.11.

// color is red, green and blue, from 0 to 1.
type color [3]float64

// palette is the tokens of a kind, by day and by night.
type palette map[string][2]color

var (
	kindLine  = regexp.MustCompile(`/\* (surface|text|control|ornament): `)
	tokenLine = regexp.MustCompile(`(--[a-z]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\);`)
	colorWord = regexp.MustCompile(`#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|oklch\(`)
)

// readTokens reads 10-tokens.css.
func readTokens(t *testing.T) map[string]palette {
	src, err := assets.ReadFile("assets/css/10-tokens.css")
	require.NoError(t, err)
	kinds := map[string]palette{}
	kind := ""
	for _, line := range strings.Split(string(src), "\n") {
		if m := kindLine.FindStringSubmatch(line); m != nil {
			kind = m[1]
			kinds[kind] = palette{}
			continue
		}
		m := tokenLine.FindStringSubmatch(line)
		if m == nil {
			require.NotRegexp(t, colorWord, line, "a colour is a token with two values")
			continue
		}
		kinds[kind][m[1]] = [2]color{parseColor(t, m[2]), parseColor(t, m[3])}
	}
	for _, k := range []string{"surface", "text", "control", "ornament"} {
		require.NotEmpty(t, kinds[k], k)
	}
	return kinds
}

func parseColor(t *testing.T, s string) color {
	hex := s[1:]
	if len(hex) < 6 {
		double := ""
		for _, c := range hex {
			double += string(c) + string(c)
		}
		hex = double
	}
	var c color
	for i := range c {
		v, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		require.NoError(t, err, s)
		c[i] = float64(v) / 255
	}
	return c
}

// contrast is WCAG's contrast ratio.
func contrast(a, b color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color) float64 {
	for i, v := range c {
		if v <= 0.04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
}

func TestContrastIsWCAGs(t *testing.T) {
	black, white := parseColor(t, "#000"), parseColor(t, "#ffffff")
	require.InDelta(t, 21, contrast(black, white), 1e-9)
	require.InDelta(t, 4.54, contrast(parseColor(t, "#767676"), white), 0.005)
}

func TestTokensKeepTheirContrast(t *testing.T) {
	kinds := readTokens(t)
	for kind, least := range map[string]float64{"text": 4.5, "control": 3} {
		for name, c := range kinds[kind] {
			for on, s := range kinds["surface"] {
				for theme, what := range []string{"light", "dark"} {
					got := contrast(c[theme], s[theme])
					require.GreaterOrEqual(t, got, least, "%s on %s, %s: %.2f", name, on, what, got)
				}
			}
		}
	}
}

var (
	comment     = regexp.MustCompile(`(?s)/\*.*?\*/`)
	declaration = regexp.MustCompile(`([a-z-]+):\s*([^;{}]*);`)
	tokenUse    = regexp.MustCompile(`var\((--[a-z]+)`)
)

// TestStylesUseTokensForWhatTheyAre: what the test above measures is all
// there is. Words have the colour of text, stand on surfaces, and are not
// made fainter.
func TestStylesUseTokensForWhatTheyAre(t *testing.T) {
	kinds := readTokens(t)
	files, err := fs.Glob(assets, "assets/css/*.css")
	require.NoError(t, err)
	var bad []string
	for _, file := range files {
		src, err := assets.ReadFile(file)
		require.NoError(t, err)
		if strings.HasSuffix(file, "10-tokens.css") {
			continue
		}
		for _, d := range declaration.FindAllStringSubmatch(comment.ReplaceAllString(string(src), ""), -1) {
			if why := misused(kinds, d[1], d[2]); why != "" {
				bad = append(bad, file+": "+d[0]+" "+why)
			}
		}
	}
	require.Empty(t, bad)
}

// misused says what is wrong with a declaration.
func misused(kinds map[string]palette, property, value string) string {
	if colorWord.MatchString(value) && !strings.HasPrefix(property, "--") {
		return "a colour that is no token"
	}
	if property == "opacity" && value != "0" && value != "1" {
		return "faint text"
	}
	for _, m := range tokenUse.FindAllStringSubmatch(value, -1) {
		kind := ""
		for k, p := range kinds {
			if _, ok := p[m[1]]; ok {
				kind = k
			}
		}
		switch property {
		case "color", "fill":
			if kind != "text" && (property == "color" || kind != "surface") {
				return fmt.Sprintf("%s is no colour for words", m[1])
			}
		case "background", "background-color":
			if kind == "control" || kind == "text" {
				return m[1] + " is no surface"
			}
		}
	}
	return ""
}
