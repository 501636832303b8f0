// Package benchmarks measures fieldsafe beside its peers in the same run, since
// figures of two runs or two machines do not compare:
//
//	go test -run '^$' -bench 'Text|Files|Stream' -count 3 ./benchmarks | go run ./benchmarks/ratios
//	go test -run '^$' -bench Slog -benchtime 300x ./benchmarks
//
// Benchmarks are named kind/input/engine. BenchmarkFiles runs the commands over
// generated files of infrastructure: one file, which is start-up, thirty that are
// staged, a thousand, and, without a peer, twenty thousand. The peers of text scanning are
// gitleaks and a plain list of regular expressions, which find other sets of
// things; those of the slog handler are other modules, which leak more (go test -v
// -run TestPeersLeaks ./benchmarks), and each takes turns with the bare JSON handler.
package benchmarks
