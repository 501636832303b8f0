package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
)

// A fleet is many streams of records, one for each instance of a service, that
// agents send to gateways. The model: services have as many instances as words
// in a text have occurrences (Zipf), instances are alike, each swells and ebbs by
// itself within seconds, and the day has a peak. A gateway has one queue and
// works off what its cores can.
type fleet struct {
	services []int   // of each stream, which one it belongs to
	rate     float64 // records a second, at the peak
	gateways int
	capacity float64 // records a second of one gateway
}

const (
	peak    = 3.0   // times the mean of the day
	cores   = 4     // of a gateway
	busy    = 0.5   // of its capacity that a gateway is planned for, at the peak
	seconds = 180   // that are simulated, at the peak
	failsAt = 60    // when one of ten gateways, at least one, stops
	comesAt = 120   // and when it is back
	bursts  = 0.7   // standard deviation of the logarithm of a stream's rate
	skew    = 1.1   // exponent of the sizes of services
	each    = 2_000 // records a second of an instance, at the peak
)

// routing says which gateway takes the records of a stream in a second.
type routing struct {
	name string
	pick func(service, stream, second int) uint64 // of which the rest by the number of gateways counts
}

// The load-balancing exporter hashes one routing key; agents with a plain gRPC or
// HTTP exporter take the gateways in turn.
var routings = []routing{
	{"in turn", func(_, stream, second int) uint64 { return uint64(stream + second) }},
	{"by instance", func(_, stream, _ int) uint64 { return scattered(stream) }},
	{"by service", func(service, _, _ int) uint64 { return scattered(service) }},
}

// scattered is a hash of a number: the finalizer of MurmurHash3.
func scattered(key int) uint64 {
	x := uint64(key) + 1
	x = (x ^ x>>33) * 0xff51afd7ed558ccd
	x = (x ^ x>>33) * 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}

// result is what a simulation saw, before, while and after a part of the
// gateways is gone.
type result struct {
	hottest float64 // load of the busiest gateway in any second, of its capacity
	waits   float64 // longest time that a record waits in a queue, in seconds
	queue   float64 // most records in one queue
}

func simulate(f fleet, r routing) result {
	random := rand.New(rand.NewPCG(1, 1))
	load, queues := make([]float64, f.gateways), make([]float64, f.gateways)
	mean := f.rate / float64(len(f.services))
	var out result
	for second := range seconds {
		left := f.gateways
		if second >= failsAt && second < comesAt {
			left -= max(1, f.gateways/10)
		}
		clear(load)
		for stream, service := range f.services {
			burst := math.Exp(bursts*random.NormFloat64() - bursts*bursts/2)
			load[r.pick(service, stream, second)%uint64(left)] += mean * burst
		}
		for g := range left {
			queues[g] = max(0, queues[g]+load[g]-f.capacity)
			out.hottest = max(out.hottest, load[g]/f.capacity)
			out.queue = max(out.queue, queues[g])
			out.waits = max(out.waits, queues[g]/f.capacity)
		}
	}
	return out
}

// streamsOf returns of each of about n streams which service it belongs to.
func streamsOf(n, services int) []int {
	sum := 0.0
	for s := range services {
		sum += 1 / math.Pow(float64(s+1), skew)
	}
	var out []int
	for s := range services {
		instances := float64(n) / math.Pow(float64(s+1), skew) / sum
		out = append(out, slices.Repeat([]int{s}, max(1, int(instances)))...)
	}
	return out
}

// planned returns the fleet for that many bytes a day.
func planned(day, cost, size float64, services int) fleet {
	f := fleet{rate: day / size / 86400 * peak, capacity: cores / cost}
	f.services = streamsOf(int(f.rate/each), services)
	f.gateways = max(2, int(math.Ceil(f.rate/f.capacity/busy)))
	return f
}

func simulateAll(out io.Writer, cost, size float64) {
	fmt.Fprintf(out, "Records of %.0f bytes; a gateway of %d cores takes %.0f a second; planned for %.0f %% of that at a peak of %.0f times the mean.\n\n",
		size, cores, cores/cost, busy*100, peak)
	fmt.Fprintf(out, "| a day | records a second, peak | instances | gateways | records go | busiest gateway | longest wait | largest queue |\n|---|---:|---:|---:|---|---:|---:|---:|\n")
	for _, scale := range []struct {
		name     string
		day      float64
		services int
	}{{"1 TB", 1e12, 50}, {"100 TB", 1e14, 500}, {"10 PB", 1e16, 5000}} {
		f := planned(scale.day, cost, size, scale.services)
		for _, r := range routings {
			seen := simulate(f, r)
			fmt.Fprintf(out, "| %s | %.0f | %d | %d | %s | %.0f %% | %.1f s | %.0f |\n",
				scale.name, f.rate, len(f.services), f.gateways, r.name, seen.hottest*100, seen.waits, seen.queue)
		}
	}
}
