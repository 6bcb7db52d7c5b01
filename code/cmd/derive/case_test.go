package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// variantAndField is what serde makes of both; of a field, if the style
// means the same there.
var variantAndField = map[string][2]string{
	"lowercase":            {"firstname"},
	"UPPERCASE":            {"FIRSTNAME"},
	"PascalCase":           {"FirstName", "HtmlPage"},
	"camelCase":            {"firstName", "htmlPage"},
	"snake_case":           {"first_name", "html_page"},
	"kebab-case":           {"first-name", "html-page"},
	"SCREAMING_SNAKE_CASE": {"FIRST_NAME", "HTML_PAGE"},
	"SCREAMING-KEBAB-CASE": {"FIRST-NAME", "HTML-PAGE"},
}

func TestCasesAreThoseOfSerde(t *testing.T) {
	for style := range cases {
		want := variantAndField[style]
		require.Equal(t, want[0], inCase(style, "FirstName"))
		if want[1] != "" {
			require.Equal(t, want[1], inCase(style, "HTMLPage"))
		}
	}
	require.Len(t, cases, len(variantAndField))
	require.Equal(t, "straßeÄra", inCase("camelCase", "StraßeÄra"))
}
