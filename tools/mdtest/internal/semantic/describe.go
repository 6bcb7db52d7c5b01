package semantic

import (
	"bytes"
	"go/constant"
	"go/doc/comment"
	"go/types"
	"strings"
)

// maxText is how long a declaration may be, in bytes, and still be shown
// with all its fields or its value.
const maxText = 100

// declaration writes a declaration as Go does, without a body. Names of its
// own package stand alone, others behind their package's.
func declaration(obj types.Object) string {
	qualify := func(p *types.Package) string {
		if p == obj.Pkg() {
			return ""
		}
		return p.Name()
	}
	var b bytes.Buffer
	switch o := obj.(type) {
	case *types.Func:
		b.WriteString("func ")
		sig := o.Signature()
		if r := sig.Recv(); r != nil {
			b.WriteByte('(')
			if r.Name() != "" {
				b.WriteString(r.Name() + " ")
			}
			types.WriteType(&b, r.Type(), qualify)
			b.WriteString(") ")
		}
		b.WriteString(o.Name())
		types.WriteSignature(&b, sig, qualify)
	case *types.TypeName:
		writeType(&b, o, qualify)
	case *types.Const:
		b.WriteString("const " + o.Name())
		if basic, ok := o.Type().(*types.Basic); !ok || basic.Info()&types.IsUntyped == 0 {
			b.WriteByte(' ')
			types.WriteType(&b, o.Type(), qualify)
		}
		if v := o.Val(); v.Kind() != constant.Unknown {
			b.WriteString(" = " + v.String())
		}
	case *types.Var:
		b.WriteString(map[bool]string{true: "field ", false: "var "}[o.IsField()] + o.Name() + " ")
		types.WriteType(&b, o.Type(), qualify)
	}
	return b.String()
}

// writeType writes a type's declaration. One that is too long ends where
// its fields or methods would begin.
func writeType(b *bytes.Buffer, o *types.TypeName, qualify types.Qualifier) {
	if p, ok := o.Type().(*types.TypeParam); ok {
		b.WriteString("type parameter " + o.Name() + " ")
		types.WriteType(b, p.Constraint(), qualify)
		return
	}
	s := types.ObjectString(o, qualify)
	if len(s) > maxText {
		for _, word := range []string{"struct{", "interface{"} {
			if head, _, ok := strings.Cut(s, word); ok {
				s = head + word + "…}"
				break
			}
		}
	}
	b.WriteString(s)
}

// summary returns the first paragraph of a comment, as plain text.
func summary(doc string) string {
	doc = strings.TrimSpace(doc)
	if doc == "" {
		return ""
	}
	doc, _, _ = strings.Cut(doc, "\n\n")
	if strings.ContainsAny(doc, "[\t") {
		var p comment.Parser
		p.LookupSym = func(string, string) bool { return true }
		p.LookupPackage = func(name string) (string, bool) { return name, true }
		d := p.Parse(doc)
		doc = string((&comment.Printer{TextWidth: -1}).Text(d))
	}
	return strings.Join(strings.Fields(doc), " ")
}
