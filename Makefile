# Everything is checked by `make test-book`; the rest is convenience.
MDTEST = go run ./tools/mdtest

.PHONY: bench book epub pdf serve test-book extract update lint tags test

book: ## render the book to book/site/
	$(MDTEST) book

serve: ## show the book in a browser: follow every save, run its blocks
	$(MDTEST) serve --open

# An edition is as old as the last change to the repository.
epub: export SOURCE_DATE_EPOCH = $(shell git log -1 --format=%ct)
epub: ## pack the book for e-readers, into book/site/
	$(MDTEST) book --epub

pdf: ## print the book, into book/site/; needs Chromium
	$(MDTEST) book --pdf

test-book: ## run every chapter: listings, tests, outputs, Rust
	$(MDTEST) test

extract: ## write code/ from the chapters
	$(MDTEST) extract

update: ## accept the outputs that the chapters' commands print now
	$(MDTEST) test --update
	$(MDTEST) extract

lint: ## measure the style, check the links
	$(MDTEST) lint

tags: ## make a git tag for every step, to check out and to compare
	$(MDTEST) tags

test: ## the tool's own tests, the book among them
	go test ./...

bench: ## measure what the chapters say about speed, into book/bench/
	cd tools/bench && go run . ../../book/bench
