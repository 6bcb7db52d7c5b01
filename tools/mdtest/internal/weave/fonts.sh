#!/bin/sh
# Makes assets/fonts again: Literata and JetBrains Mono, cut to what the pages
# use. It needs npm, Debian's fonts-jetbrains-mono, python3-fonttools and
# python3-brotli.
set -eu
cd "$(dirname "$0")/assets/fonts"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

npm pack --silent --pack-destination "$tmp" @fontsource-variable/literata@5.3.0 >/dev/null
tar -xzf "$tmp"/*.tgz -C "$tmp"
from=$tmp/package/files
mono=/usr/share/fonts/truetype/jetbrains-mono
signs=U+0020-007E,U+00A0-017F,U+0394,U+03A3,U+03A9,U+03B1-03C9,U+2010-2015,U+2018-2026
signs=$signs,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+2070-2089,U+20AC,U+2190-2199,U+21A6
signs=$signs,U+21D0-21D4,U+2200-22FF,U+2308-230B,U+2500-25FF,U+2713,U+2717

weights() { fonttools varLib.instancer -q --no-recalc-timestamp "$from/literata-latin-wght-$1.woff2" wght=400:700 -o "$2"; }
cut() { pyftsubset "$1" --flavor=woff2 --output-file="$2" --unicodes="$3" --layout-features="$4" --no-hinting; }

weights normal literata.woff2
weights italic literata-italic.woff2
cut "$from/literata-latin-ext-wght-normal.woff2" literata-ext.woff2 U+0100-017F,U+0218-021B '*'
cut "$mono/JetBrainsMono-Regular.ttf" jetbrains-mono.woff2 "$signs" ccmp,locl,mark,mkmk,zero
cut "$mono/JetBrainsMono-Bold.ttf" jetbrains-mono-bold.woff2 "$signs" ccmp,locl,mark,mkmk,zero
cut "$mono/JetBrainsMono-Italic.ttf" jetbrains-mono-italic.woff2 "$signs" ccmp,locl,mark,mkmk,zero
