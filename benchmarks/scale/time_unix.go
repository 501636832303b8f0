//go:build unix

package main

import (
	"syscall"
	"time"
)

// processorTime returns the processor time that the process has taken so far:
// unlike the time on the clock, it knows of no other processes.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
