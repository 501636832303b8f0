module github.com/fieldsafe/fieldsafe/urlcheck/crosscheck

go 1.26.0

require (
	github.com/fieldsafe/fieldsafe v0.1.0
	github.com/nlnwa/whatwg-url v0.6.2
	github.com/stretchr/testify v1.12.1
)

require (
	github.com/bits-and-blooms/bitset v1.20.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/net v0.34.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)
