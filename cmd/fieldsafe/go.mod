module github.com/fieldsafe/fieldsafe/cmd/fieldsafe

go 1.26.0

require (
	github.com/fieldsafe/fieldsafe v0.1.0
	github.com/go-json-experiment/json v0.0.0-20260820222146-c27c302e5fc3
	github.com/spf13/cobra v1.10.2
)

require (
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
)
