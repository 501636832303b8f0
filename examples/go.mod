module github.com/fieldsafe/fieldsafe/examples

go 1.26.0

require github.com/fieldsafe/fieldsafe v0.1.0

require golang.org/x/text v0.43.0 // indirect
