package cli

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// The line comes each second, and is gone in the end.
func TestProgress(t *testing.T) {
	for _, tt := range []struct {
		takes time.Duration
		want  string
	}{
		{900 * time.Millisecond, ""},
		{2500 * time.Millisecond, "\r\x1b[Kchecked 1 of 9 files\r\x1b[Kchecked 1 of 9 files\r\x1b[K"},
	} {
		synctest.Test(t, func(t *testing.T) {
			var out strings.Builder
			p := &progress{total: 9, quit: make(chan struct{})}
			p.wait.Go(func() { p.show(&out) })
			p.step()
			time.Sleep(tt.takes)
			p.stop()
			if out.String() != tt.want {
				t.Errorf("after %v: %q", tt.takes, out.String())
			}
		})
	}
}
