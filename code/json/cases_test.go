package json_test

import (
	"slices"
	"strings"
	"testing"

	"byhand/code/json"
	"github.com/stretchr/testify/require"
)

// accepted are inputs that RFC 8259 allows and readers get wrong.
var accepted = []string{
	"null", " \t\r\n[ ]\n", `""`, `{"":0}`, "-0", "-0.0", "0e1", "1E+2",
	"1e-999", "1e999", "-123456789012345678901234567890", "0.1e-00",
	`"\u0000"`, `"\uFFFF"`, `"\uD834\udd1e"`, `"\/"`, `"/"`, "\"\x7f\"",
	"\"\u2028\u2029\"", "\"\ufeff\"", "\"\U0010ffff\"", "\"\ufffe\"",
	`{"a":{"a":{"a":[[[]]]}}}`, "[\n1\n,\n2\n]", `{"a":1,"A":2}`,
}

// rejected are inputs that are no JSON. Some readers let them pass.
var rejected = []string{
	"", " ", "\x00", "nul", "nulll", "NULL", "NaN", "Infinity", "'a'",
	"[1,]", "[,1]", "[1 2]", "[1,,2]", "[1", "]", "[}", "[1]]", "[1],",
	`{"a":1,}`, `{,}`, `{"a"}`, `{"a":}`, `{"a",1}`, `{a:1}`, `{1:1}`,
	`{"a":1 "b":2}`, `{"a"::1}`, `{"a":1`, `{"a":1}}`, `{}{}`, `{`,
	"01", "-01", "+1", ".5", "-.5", "1.", "1.e1", "1e", "1e+", "0x1",
	"1_000", "--1", "- 1", "-", "1 2", "1,2", "1.2.3", "1e2.3", "\uff11",
	`"`, `"\"`, `"\x41"`, `"\u123"`, `"\u{41}"`, `"\U0041"`, `"\`, `"\u`,
	`"\a"`, `"\ud800\u"`, `"\ud8`, "[1", "{]",
	"\"\n\"", "\"\t\"", "\"\x00\"", "\"\x1f\"", "\"\xff\"",
	"\"\xc0\x80\"",
	"\"\xed\xa0\x80\"", "\"\xf4\x90\x80\x80\"", "\"\xe2\x82\"",
	"\ufeff1", "1\u00a0", "\v1", "1\f", "/**/1", "1//", "# 1\n1", "1\x00",
}

// refused are inputs that RFC 8259 allows, with a warning.
var refused = []string{
	`{"a":1,"a":1}`, `{"a":1,"\u0061":2}`, `[{"":0,"":0}]`,
	`"\ud800"`, `"\udc00"`, `"\ud800\ud800"`, `"\ud800\u0041"`,
}

func TestCases(t *testing.T) {
	for _, in := range accepted {
		_, err := json.From[json.Value]([]byte(in))
		require.NoError(t, err, "%q", in)
	}
	lax := []json.Option{
		json.AllowDuplicateKeys(), json.AllowInvalidUTF8(),
	}
	for _, in := range rejected {
		_, err := json.From[json.Value]([]byte(in))
		require.ErrorContains(t, err, "json: line ", "%q", in)
	}
	for _, in := range refused {
		_, err := json.From[json.Value]([]byte(in))
		require.Error(t, err, "%q", in)
		_, err = json.From[json.Value]([]byte(in), lax...)
		require.NoError(t, err, "%q", in)
	}
}

func cases() []string {
	return slices.Concat(accepted, rejected, refused)
}

func TestCutCasesAreTooShort(t *testing.T) {
	for _, in := range accepted {
		if !strings.ContainsRune(`"[{`, rune(in[0])) {
			continue
		}
		for n := range len(in) {
			_, err := json.From[json.Value]([]byte(in[:n]))
			require.ErrorIs(t, err, json.EndOfInput, "%q", in[:n])
		}
	}
}
