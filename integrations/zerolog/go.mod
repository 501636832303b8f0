module github.com/fieldsafe/fieldsafe/integrations/zerolog

go 1.26.0

require (
	github.com/fieldsafe/fieldsafe v0.1.0
	github.com/rs/zerolog v1.35.1
)

require (
	github.com/mattn/go-colorable v0.1.14 // indirect
	github.com/mattn/go-isatty v0.0.20 // indirect
	golang.org/x/sys v0.29.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)
