module features

go 1.26.0
