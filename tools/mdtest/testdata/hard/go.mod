module example.org/hard

go 1.26.0
