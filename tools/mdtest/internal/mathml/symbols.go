package mathml

// symbol is what a command without arguments stands for.
type symbol struct {
	element string
	text    string
}

func (s symbol) String() string {
	if s.element == "mo" && delimiters[s.text] != "" {
		return fence(s.text, false)
	}
	return element(s.element, s.text)
}

// symbols are the signs by their names, so far as they stand for one
// character.
var symbols = named(map[string][]string{"mi": identifiers, "mo": operators})

// Names and characters, in pairs.
var (
	identifiers = []string{
		"alpha", "α", "beta", "β", "gamma", "γ", "delta", "δ", "epsilon", "ϵ", "varepsilon", "ε",
		"zeta", "ζ", "eta", "η", "theta", "θ", "vartheta", "ϑ", "iota", "ι", "kappa", "κ", "lambda", "λ",
		"mu", "μ", "nu", "ν", "xi", "ξ", "pi", "π", "rho", "ρ", "sigma", "σ", "tau", "τ", "upsilon", "υ",
		"phi", "ϕ", "varphi", "φ", "chi", "χ", "psi", "ψ", "omega", "ω",
		"Gamma", "Γ", "Delta", "Δ", "Theta", "Θ", "Lambda", "Λ", "Xi", "Ξ", "Pi", "Π", "Sigma", "Σ",
		"Upsilon", "Υ", "Phi", "Φ", "Psi", "Ψ", "Omega", "Ω",
		"infty", "∞", "ell", "ℓ", "emptyset", "∅", "varnothing", "∅", "hbar", "ℏ", "partial", "∂", "nabla", "∇",
		"top", "⊤", "bot", "⊥", "_", "_", "%", "%", "#", "#", "$", "$", "&", "&",
	}
	operators = []string{
		"times", "×", "cdot", "⋅", "div", "÷", "pm", "±", "mp", "∓", "ast", "∗", "star", "⋆", "circ", "∘", "bullet", "∙",
		"oplus", "⊕", "ominus", "⊖", "otimes", "⊗", "odot", "⊙",
		"le", "≤", "leq", "≤", "ge", "≥", "geq", "≥", "ne", "≠", "neq", "≠", "ll", "≪", "gg", "≫", "lt", "<", "gt", ">",
		"equiv", "≡", "approx", "≈", "sim", "∼", "simeq", "≃", "cong", "≅", "propto", "∝", "coloneqq", "≔",
		"prec", "≺", "preceq", "⪯", "succ", "≻", "succeq", "⪰",
		"in", "∈", "notin", "∉", "ni", "∋", "subset", "⊂", "subseteq", "⊆", "supset", "⊃", "supseteq", "⊇",
		"cup", "∪", "cap", "∩", "setminus", "∖", "uplus", "⊎", "sqcup", "⊔", "sqcap", "⊓",
		"land", "∧", "wedge", "∧", "lor", "∨", "vee", "∨", "lnot", "¬", "neg", "¬",
		"forall", "∀", "exists", "∃", "nexists", "∄", "vdash", "⊢", "models", "⊨", "mid", "∣", "parallel", "∥", "perp", "⊥",
		"to", "→", "rightarrow", "→", "leftarrow", "←", "gets", "←", "leftrightarrow", "↔", "mapsto", "↦",
		"Rightarrow", "⇒", "Leftarrow", "⇐", "Leftrightarrow", "⇔", "implies", "⟹", "iff", "⟺",
		"uparrow", "↑", "downarrow", "↓", "hookrightarrow", "↪", "leadsto", "⇝", "rightsquigarrow", "⇝",
		"ldots", "…", "dots", "…", "cdots", "⋯", "vdots", "⋮", "ddots", "⋱", "colon", ":", "prime", "′", "backslash", "\\",
		"sum", "∑", "prod", "∏", "coprod", "∐", "int", "∫", "iint", "∬", "oint", "∮", "bigcup", "⋃", "bigcap", "⋂",
		"bigoplus", "⨁", "bigotimes", "⨂", "bigvee", "⋁", "bigwedge", "⋀",
		"lbrace", "{", "{", "{", "rbrace", "}", "}", "}", "lbrack", "[", "rbrack", "]", "vert", "|", "lvert", "|", "rvert", "|",
		"Vert", "‖", "|", "‖", "lVert", "‖", "rVert", "‖", "langle", "⟨", "rangle", "⟩",
		"lfloor", "⌊", "rfloor", "⌋", "lceil", "⌈", "rceil", "⌉", "bmod", "mod",
	}

	// delimiters are the brackets by what stands in the source.
	delimiters = map[string]string{
		"(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", "{": "{", "}": "}", "‖": "‖",
		"⟨": "⟨", "⟩": "⟩", "⌊": "⌊", "⌋": "⌋", "⌈": "⌈", "⌉": "⌉", "<": "⟨", ">": "⟩",
	}

	spaces = map[string]string{
		",": "0.167em", ":": "0.222em", ";": "0.278em", "!": "-0.167em", " ": "0.333em",
		"quad": "1em", "qquad": "2em", "thinspace": "0.167em",
	}

	functions = words("arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "deg", "dim", "exp", "hom", "ker", "lg", "ln", "log", "sin", "sinh", "tan", "tanh")
	// limited have what is above and below them where there is room.
	limited = words("sum", "prod", "coprod", "bigcup", "bigcap", "bigoplus", "bigotimes", "bigvee", "bigwedge",
		"lim", "limsup", "liminf", "max", "min", "sup", "inf", "gcd", "det", "Pr")
	underOver = words("underbrace", "overbrace")
)

func named(elements map[string][]string) map[string]symbol {
	m := map[string]symbol{}
	for e, pairs := range elements {
		for i := 0; i < len(pairs); i += 2 {
			m[pairs[i]] = symbol{e, pairs[i+1]}
		}
	}
	return m
}

func words(list ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range list {
		m[w] = true
	}
	return m
}

// accent is drawn above or under what it is given.
type accent struct {
	text        string
	wide, under bool
}

func (a accent) stretchy() string {
	if a.wide {
		return "true"
	}
	return "false"
}

var accents = map[string]accent{
	"hat": {"^", false, false}, "widehat": {"^", true, false}, "bar": {"¯", false, false}, "overline": {"¯", true, false},
	"vec": {"→", false, false}, "tilde": {"~", false, false}, "dot": {"˙", false, false}, "ddot": {"¨", false, false},
	"overbrace": {"⏞", true, false}, "underline": {"_", true, true}, "underbrace": {"⏟", true, true},
}

// alphabet is a run of characters of Unicode for letters, and what Unicode
// had elsewhere already.
type alphabet struct {
	upper, lower, digit rune // of A, a and 0; 0 for none
	elsewhere           map[rune]rune
}

var alphabets = map[string]alphabet{
	"mathbf":   {0x1D400, 0x1D41A, 0x1D7CE, nil},
	"mathsf":   {0x1D5A0, 0x1D5BA, 0x1D7E2, nil},
	"mathtt":   {0x1D670, 0x1D68A, 0x1D7F6, nil},
	"texttt":   {0x1D670, 0x1D68A, 0x1D7F6, nil},
	"mathbb":   {0x1D538, 0x1D552, 0x1D7D8, map[rune]rune{'C': 'ℂ', 'H': 'ℍ', 'N': 'ℕ', 'P': 'ℙ', 'Q': 'ℚ', 'R': 'ℝ', 'Z': 'ℤ'}},
	"mathcal":  {0x1D49C, 0x1D4B6, 0, map[rune]rune{'B': 'ℬ', 'E': 'ℰ', 'F': 'ℱ', 'H': 'ℋ', 'I': 'ℐ', 'L': 'ℒ', 'M': 'ℳ', 'R': 'ℛ', 'e': 'ℯ', 'g': 'ℊ', 'o': 'ℴ'}},
	"mathfrak": {0x1D504, 0x1D51E, 0, map[rune]rune{'C': 'ℭ', 'H': 'ℌ', 'I': 'ℑ', 'R': 'ℜ', 'Z': 'ℨ'}},
}

// of returns text in the alphabet, or "" if it has some of it not.
func (a alphabet) of(text string) string {
	out := ""
	for _, r := range text {
		switch {
		case a.elsewhere[r] != 0:
			out += string(a.elsewhere[r])
		case r >= 'A' && r <= 'Z':
			out += string(a.upper + r - 'A')
		case r >= 'a' && r <= 'z':
			out += string(a.lower + r - 'a')
		case r >= '0' && r <= '9' && a.digit != 0:
			out += string(a.digit + r - '0')
		default:
			return ""
		}
	}
	return out
}
