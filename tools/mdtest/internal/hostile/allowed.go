package hostile

import "strings"

// anywhere are the attributes that every element may have, besides data-…
// and aria-….
var anywhere = strings.Fields("id class title lang hidden role tabindex")

// void are the elements without content.
var void = strings.Fields("br hr img input link meta wbr col")

// elements are those that a page of the site may have, with the attributes
// of each.
var elements = parse(`
html
head
title
meta charset name content http-equiv
link rel href type
script src defer
body
header
footer
main
nav popover
article
section
aside
h1
h2 autofocus
h3
h4
h5
h6
p
div
span style
ins style
br
hr
wbr
a href rel
img src alt
ul
ol start
li
blockquote
details open
summary
pre
code
kbd
sub
sup
em
strong
del
b
i
mark
table
thead
tbody
tr
th style
td style
input type name value checked disabled
label
fieldset
legend
dialog
dl
dt
dd
figure
figcaption
button type popovertarget
noscript
svg width height viewbox fill text-anchor
g transform
path d fill stroke
line x1 y1 x2 y2
polygon points transform fill
polyline points
circle cx cy r fill stroke
text x y
math display
semantics
annotation encoding
mrow
mi mathvariant
mn
mo stretchy fence form accent movablelimits
mtext
mspace width
mfrac linethickness
msqrt
mroot
msub
msup
msubsup
mover accent
munder
munderover
mtable displaystyle
mtr
mtd style
math display
semantics
annotation encoding
mrow
mi mathvariant
mn
mo stretchy fence movablelimits form
mtext
mspace width
mfrac linethickness
msqrt
mroot
msub
msup
msubsup
munder
mover accent
munderover
mtable displaystyle
mtr
mtd style
`)

func parse(table string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(table)) {
		words := strings.Fields(line)
		out[words[0]] = words[1:]
	}
	return out
}
