module github.com/fieldsafe/fieldsafe/integrations/logrus

go 1.26.0

require (
	github.com/fieldsafe/fieldsafe v0.1.0
	github.com/sirupsen/logrus v1.10.2
)

require (
	golang.org/x/sys v0.13.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)
