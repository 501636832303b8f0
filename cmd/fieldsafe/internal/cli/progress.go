package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// progress shows on standard error, if that is a terminal, how far a check is
// that takes longer than a second.
type progress struct {
	done  atomic.Int64
	total int
	quit  chan struct{}
	wait  sync.WaitGroup
}

func newProgress(total int) *progress {
	p := &progress{total: total, quit: make(chan struct{})}
	if isTerminal(os.Stderr) {
		p.wait.Go(func() { p.show(os.Stderr) })
	}
	return p
}

func (p *progress) step() { p.done.Add(1) }

func (p *progress) stop() {
	close(p.quit)
	p.wait.Wait()
}

func (p *progress) show(w io.Writer) {
	const clear = "\r\x1b[K"
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	shown := ""
	for {
		select {
		case <-tick.C:
			fmt.Fprintf(w, clear+"checked %d of %d files", p.done.Load(), p.total)
			shown = clear
		case <-p.quit:
			fmt.Fprint(w, shown)
			return
		}
	}
}
