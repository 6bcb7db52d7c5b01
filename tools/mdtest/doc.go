// Mdtest runs a book of executable chapters, extracts its code and renders
// its pages.
//
// A chapter is one Markdown file that a person reads on any Git host, and a
// program that mdtest runs from top to bottom. It is plain GitHub-flavoured
// Markdown: all that the tool needs stands in the info strings of fenced
// blocks. There are no chunk names, no markers in the code, no tags in the
// prose.
//
// The idea in one line: the reader's tree of files starts where the last
// chapter ended; every code block edits it; every console block runs on it
// as it stands at that point.
//
// This page is the manual of the tool and of the chapters' notation. It is
// the package's documentation, and a page of the book.
//
// # Non-goals
//
// Mdtest is no Markdown dialect, no template engine and no literate
// programming system with named chunks: code is edited by declaration, in
// the order of reading. It checks Go, and Rust as far as rustc accepts or
// rejects it. It confines what a chapter runs as a check on mistakes, not on
// malice: run the books of people whom you would let run code anyway.
//
// # Commands
//
//	mdtest extract [--check]        write code/ from the chapters, or fail with a
//	                                diff if it differs
//	mdtest test [CHAPTER or TAG …]  run the book; --update accepts the outputs
//	mdtest script CHAPTER           print the testscript that a chapter compiles to
//	mdtest lint [CHAPTER …]         measure the style, check the links
//	mdtest book [-o DIR]            render the pages to book/site/ or DIR;
//	                                --epub and --pdf make a file of the whole
//	                                book beside them
//	mdtest serve [--open]           show the book in a browser, follow every save,
//	                                run its blocks
//	mdtest tree TAG [-o DIR]        print or write the tree as it stands at a step
//	mdtest tags [--check]           keep a git tag for every step, or fail if the
//	                                tags here are not those of the chapters
//	mdtest step [next|prev|TAG]     go to a step, in the worktree steps/
//	mdtest learn NAME [DIR]         make a workspace to follow a chapter in, or
//	                                to work at a challenge: --challenge 03-arena/2
//	mdtest check [--watch]          check your own code there against the step
//	mdtest hint, show, diff         the next hint; the book's own listings, or
//	                                the names that count (--api); yours and the
//	                                book's compared
//	mdtest reset FILE               put a file back, and keep a copy
//	mdtest status                   how far you are
//	mdtest completion SHELL         print a script that completes all of this
//
// All of them take -C DIR, the book's folder, and -h. The exit status is 0,
// 1 if the book is at fault or something failed, and 2 for wrong usage. Every
// error names the chapter and the line; all errors of a run are reported.
//
// # A book
//
//	go.mod             the book is a Go module
//	book/SUMMARY.md    the list of chapters, as mdBook and GitBook write it
//	chapters/          NN-name.md: prose and code
//	chapters/made/     files that commands of the chapters make, recorded
//	book/bench/        measurements, recorded
//	code/              what the chapters add up to: generated, never edited
//	book/site/         the rendered pages
//
// The first heading of SUMMARY.md is the book's title, each later # heading
// a part; it may end in the time that the part takes: (2 to 3 weeks). An entry
// links to a chapter, to another Markdown page, or to a Go file whose package
// documentation is the page, as this one is. An entry without a link is a
// chapter that is not written yet.
//
// # Steps
//
// NN orders the chapters, name names one. Every ## section that edits the
// tree for good is a step. Its tag is NN-name/MM-slug: MM counts the steps of
// the chapter, slug is the heading's anchor (03-arena/04-reset). ### and
// below structure a step and make no tag. What stands above the first ##
// belongs to no step: its listings are asides.
//
// Every listing builds (tests apart) at the moment it is shown. At the end of
// a step the tree is gofmt-clean, and every package that the step changed, or
// that imports one it changed, vets and passes its tests. Nobody has to ask
// for that. The tree at the end of the last chapter is what stands in code/,
// byte for byte.
//
// # Blocks
//
// The first word of an info string is the language, so that any Markdown
// viewer highlights it. What follows is for the tool.
//
//	go code/arena/arena.go   a listing: edits that file, by declaration
//	LANG code/PATH           any other language: the block is the whole file
//	LANG code/PATH append    adds to the end of the file
//	console                  each $ command runs on the tree; the lines under it
//	                         are the output expected
//	testscript               a testscript, run in the tree: what a console block
//	                         can't say
//	rust                     rustc accepts it
//	rust fails=E0505         rustc rejects it, with that error code and no other;
//	                         fails=E0499,E0505 for several
//	goat                     a diagram in ASCII, drawn as SVG in the book
//	math                     a formula in TeX, drawn in the book
//	text, …                  shown, never run
//	any of them + sketch     shown, never placed or run: for code that is
//	                         deliberately not whole
//
// A go, console, testscript or rust block with neither a path nor sketch where
// one is needed is an error: nothing in the book goes unchecked by accident.
//
// Formulas stand in prose as Git hosts read them: $…$ in a line, with no space
// inside the dollars and no word beside them, $$…$$ on lines of their own. A
// dollar that is none of that stays a dollar; \$ always does.
//
// # Flags
//
// aside: the edit is a detour. It holds until the next block that edits for
// real, or the next heading of any level, and is then undone; it reaches
// neither a tag nor code/. For "what if we forget the lock?", for a wrong
// first try, for the solutions of exercises. Asides add up. One that is a
// test has to compile; whether it passes is for a console block to say.
//
// red (a listing): it breaks the build or the tests, and must. The next
// listing that is not red has to mend both.
//
// made (with a path): the last block of commands above the listing, in its
// section, writes the file. It is recorded whole as chapters/made/TAG/PATH.txt
// by --update, like an output, compared at every test, and placed from there,
// so that extract runs no command. (The .txt hides it from the go command.) The
// listing shows it, with ... for what it leaves out.
//
// challenge (a Go test, with a path): what the reader of a challenge has to
// make pass. It is an aside that must fail on the tree as it stands, and pass
// with the listings of the fold that answers it.
//
// recorded=NAME (a block that is only shown): the text is the recorded
// measurement book/bench/NAME. test compares, --update copies; neither
// measures.
//
// fails (console): the last command exits with another status than 0. All
// others, and all without the flag, exit with 0.
//
// numbers (console): a number in the output, with its unit of time if it has
// one, is compared as "a number", and spaces do not count. For timings and
// benchmarks; --update records the real ones, of a run that had no other
// command of the book beside it.
//
// drop=Name,Type.Method (a listing): those declarations leave the file. The
// block may be empty.
//
// whole (a listing): the block is the whole file, whatever stood there; an
// empty one deletes the file.
//
// # How a Go block edits a file
//
// A Go block is a run of whole top-level declarations. For each declaration
// in it:
//
//   - One that the file does not have is added: right after the declaration
//     that stands before it in the block, else at the end of the file.
//   - One that the file has (the same function, method Type.Name, type, const
//     or var) is replaced where it stands, and keeps its old doc comment if
//     the new one has none. A group, const ( … ), is one declaration, known
//     by any of its names; a const, var or type that stands alone in the
//     block replaces its line in a group.
//   - Imports are merged, the standard library above the others, and those
//     that the edit leaves unused are dropped.
//   - A comment that belongs to no declaration (//go:generate) is added
//     unless the file has it.
//
// The first block of a file has its package clause and stands as it is
// written; later ones need none, and one that has it replaces the file's head
// (build constraints, package comment). Edits are splices into the text: what
// a block does not touch does not move. The result is always gofmt'ed.
//
// A comment "// ..." alone on a line inside a declaration stands for the
// lines that stay as they are:
//
//	type Arena struct {
//		// ...
//		off int
//		gen uint32 // bumped by Reset
//	}
//
// The line above a // ... and the line below it must be lines that the
// declaration already has; blank lines do not count. They are found reading
// downwards: each must stand exactly once below the line that was found
// before it (of a lone bracket, the first is taken). The declaration's first
// and last lines count, even when the first has changed. What lies between
// two such lines is kept where a // ... stands for it, and replaced by what
// the block shows where none does. Indentation counts, other white space does
// not. Anything else is an error that names the line and says what to show.
//
// # Where commands run
//
// A console block's lines are given to the shell, in the tree as it stands at
// that point (go.mod, go.sum, code/). A command that ends in a backslash goes
// on in the next line. What the commands of a block write is there for the
// later commands of that block and then gone, but for files that a made
// listing records: what a chapter builds up, its listings build up. A block
// whose commands all are go run, go test, go vet or go build with packages by
// their folders finds only these packages, what they import and their data in
// the tree, so that an edit elsewhere need not run it again.
//
// Standard output and standard error come as on a terminal. Commands have a
// home folder and a folder for temporary files of their own. Where the system
// can confine them (Landlock, on Linux), they can write nowhere else; where it
// can't, what they leave beside the tree is an error. A command that runs
// longer than --timeout is killed with all it started.
//
// The tests of a step run package by package, in a copy of the package's
// folder under a path of its own. They find their testdata, and import what
// they like, but a test that reads files of another folder, or that depends
// on its own import path, belongs into a console or testscript block.
//
// What the machine lacks is skipped, counted and shown, and never silent: Rust
// blocks where there is no rustc, commands with -race where there is no C
// compiler.
//
// # How output is compared
//
//   - ... within a line stands for any text, alone on a line for any lines.
//   - The times and "(cached)" in go test's ok and FAIL lines, and the times
//     in its --- PASS and --- FAIL lines, are never compared; nor are spaces
//     at the end of a line, or blank lines at the end.
//   - The paths of the working directory print as the tree's own: its files
//     as code/…, itself as a dot.
//   - mdtest test --update writes what was printed into the chapter, keeps
//     every ... that still matches, and changes nothing else in the file. A
//     command with the wrong exit status keeps the output it had.
//
// # Serving
//
// serve shows the book at an address of this machine, from memory, and
// prints it: 127.0.0.1:7340, another port if that one is taken, or what
// --addr or --port says. It binds a loopback address and no other. The
// address that it prints has a token in it, which lets a browser run the
// book's commands with your rights; it is a new one with each start.
//
// What is saved below chapters/ and book/ shows at once: the blocks that have
// changed are replaced, the rest of the page stays as it is. While the book
// has errors, its pages stay as they last were right and show the errors.
//
// Run at a console block or a testscript runs it on the tree as it stands
// there, as test would, and shows what it prints, how each command ends, and
// whether that is what the page shows. Nothing is remembered of such a run.
// Edit at a listing changes its text for the runs of this browser: the blocks
// that follow it in the chapter are placed on the edited tree. Check compiles
// the listing's package with its tests. The browser keeps an edit until it is
// reset; no chapter is written. If the chapter changes where you have edited
// it, the page says so, and uses your text once you say that you keep it.
//
// A run may take --timeout (2 minutes), print 1 MiB, and, on Linux, have 256
// processes at a time and 4 GiB of memory, which are looked at 20 times a
// second. One block of a page runs at a time, and -p (2) in all. A run ends
// when it is stopped, when its page is closed and when the server ends, and
// with it all that it has started; where that is not Linux, a process that
// leaves its process group lives on.
//
// # Hints, challenges, answers
//
// A fold (<details>) whose <summary> begins with Hint is a hint to the step
// that it stands in. "## Challenges" makes no step; each ### in it is a
// challenge, with a challenge listing where it can be checked and a fold whose
// summary begins with "An answer", whose listings are asides.
//
// # For e-readers and on paper
//
// book --epub packs the whole book as an EPUB 3 that needs no script: a
// document for each page, footnotes that readers can show where they are
// needed, code that wraps. book --pdf prints it with Chromium (which
// --chromium or $MDTEST_CHROMIUM names if it is not in the PATH) on A4, or on
// --paper letter: with an outline, tags, page numbers, and links that lead
// into the book or out into the world. Links to files of the repository
// become text in both; images are gif, jpeg, png or svg. Both files are named
// after the book's title. The date in the EPUB is $SOURCE_DATE_EPOCH, so that
// the same book always makes the same file.
//
// # The pages
//
// A listing shows what is new in it. Beside that it has three views more: the
// diff against the file before it, the whole file after it, and the tree at the
// end of its step, whose files open in place. The address says which is open
// (#SECTION:N/diff, /file, /files). Copy takes what is open: the code, the
// commands of a console block, a patch that git apply takes, the file. Without
// a script they are a fold and links to pages of their own, files/ and steps/.
//
// A name in Go code leads to the listing that defines it as it stands there,
// or to its documentation if it is not the book's; what a function declares
// for itself leads nowhere. Under the pointer and at the focus it shows its
// declaration and the first paragraph of its comment. Code in the prose leads
// there too, once a section, if the chapter's packages export one name that it
// can mean (Stack.Push, stack.New; a word alone, if no other name of the book
// ends in it). names.html lists what the book's packages export, with the
// steps that define, change, use and drop it. The types of packages outside of
// the book come from the go command; without it they are missing.
//
// Each claim says under its block how it came out in the last mdtest test, and
// a chapter counts its own at its end. The ledger of that is kept in the
// cache folder, for each book. A claim that has changed in any way since it was
// tested (its text, its flags, the tree under it) is not checked until the
// next test; prose and place do not count. A test of a part changes what is
// known of that part alone.
//
// Search, or the key /, finds sections by their words and by those of their
// code, names of the code, files and steps: what begins with a word, its other
// forms, and what is nearly it. It needs a script, but no server: the words of
// the book are search-index.js, read when the search is first opened.
//
// Pages follow the system's theme, or the one that the reader chooses under
// Reading, where the keys are listed too, and can be switched off. Footnotes
// stand beside the words that they gloss, in the margin or folded; the sidebars
// that open with "In Rust" can be hidden, or stand beside the Go. A step can be
// marked as done; that, the choices and the place where the reader left are
// kept in the browser, by the book's title. A script that knows what was done
// says so with byhand.progress.done(TAG), or lists the tags in byhandDone
// before book.js runs. Nothing of this is needed to read.
//
// # What a page may not have
//
// Raw HTML is <details> with its <summary> on lines of its own, <br>, <kbd>,
// <sub> and <sup>, each closed where it was opened, without attributes. An image
// has a text that says what it shows. No two headings of a page have the same
// anchor: one would have a number, and lose its links when the other goes.
// A link leads to what there is: a heading, a page, a file of the book. So does
// each [^note] and [text][reference], and each note has a reference to it. No
// link stands in another. An image is a picture, and an SVG that only draws;
// the site gets a copy of it. A formula can be read. No text has characters
// that nobody sees: control characters, and those that turn the direction of
// writing. All else is an error at its line, and no page is written.
//
// # What is remembered
//
// What go vet and go test say of a package depends on its files, on those of
// what it imports in the tree, on go.mod and on Go: packages are told apart by
// the hash of these, and each is checked once, all that are new in one call of
// each command. What a console block prints is remembered under the hash of
// its tree, its commands, Go and the tool's own source; failures are
// remembered too, commands that were killed are not. So editing prose runs
// nothing, and editing a listing runs what it can reach. test --fresh checks
// everything again. The folder is mdtest in the user's cache folder, or what
// --cache or $MDTEST_CACHE says. What nobody asked for in a month leaves it, and
// all of it may be deleted at any time.
package main
