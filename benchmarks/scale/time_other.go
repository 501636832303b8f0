//go:build !unix

package main

import "time"

var started = time.Now()

// processorTime stands for the processor time with the time on the clock.
func processorTime() time.Duration { return time.Since(started) }
