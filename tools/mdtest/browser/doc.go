// Package browser tests the rendered book by what a reader does: it opens
// the pages in Chromium, from disk as a reader has them, and clicks, types,
// tabs, prints, and looks at them on a phone, in the dark, and without
// JavaScript. There is nothing here but tests.
//
// A book is rendered once a run: the one of this repository, and a small one
// in testdata that has each thing that a page can have, next to text that
// would break a page that does not escape it. No page may ask for anything
// beyond its site, or print an error to the console: every tab watches that.
//
// Where the machine lacks what a test needs, the test is skipped aloud, or
// fails if $MDTEST_REQUIRE lists the thing:
//
//	chromium  Chromium or Chrome, in the PATH
//	axe, vnu  the npm packages axe-core and vnu-jar, below the folder
//	          $MDTEST_NPM: npm install --prefix "$MDTEST_NPM" axe-core vnu-jar
//	          (default: byhand/npm in the user's cache folder)
//	java      in the PATH, for vnu
//
// Pictures of some pages are left in $MDTEST_ARTIFACTS (default:
// book/site-shots) to look at; nothing compares them.
//
// Non-goals: other browsers, pixels.
package browser
