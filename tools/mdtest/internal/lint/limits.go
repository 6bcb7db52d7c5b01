package lint

// The limits of the style guide.
const (
	minWords, maxWords        = 3000, 6000 // of a chapter
	maxFirstCode              = 300        // words before the first code
	maxLead                   = 250        // words before a listing
	maxNew                    = 30         // new lines of a listing
	maxNewMedian, maxNewMost  = 6, 14      // … of half and of nine in ten
	maxColumns, tabWidth      = 72, 4
	maxUnrun                  = 3 // listings without a run
	maxRed                    = 2 // red listings in a row
	minDrawings, maxDrawings  = 3, 6
	maxSideWords, maxSideRust = 90, 10 // words, and lines of Rust
	maxFunc, usualFunc        = 40, 25
	maxFile                   = 300
	maxNesting                = 3
	challenges                = 3
)
