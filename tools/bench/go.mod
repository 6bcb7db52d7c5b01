module byhand/tools/bench

go 1.26.0

require (
	byhand v0.0.0
	github.com/samber/lo v1.53.0
)

require golang.org/x/text v0.22.0 // indirect

replace byhand => ../..
