package urlcheck

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// parseError returns the error of url.Parse for raw.
func parseError(t *testing.T, raw string) error {
	t.Helper()
	_, err := url.Parse(raw)
	require.Error(t, err, raw)
	return err
}

func TestSafeErrorCleansWhatRepeatsAURL(t *testing.T) {
	secret := pw + "-longer"
	dial := &net.OpError{Op: "dial", Net: "tcp", Err: errors.New("connection refused")}
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"parse error", parseError(t, "https://u:"+secret+"@example.com:8x0/"), `parse "https://***:***@example.com:8x0/": invalid port "***" after host`},
		{"half of the password in the inner error", parseError(t, "https://user:abcd/"+secret+"@example.com/"), `parse "https://***:***@example.com/": invalid port "***" after host`},
		{"line break at the end", parseError(t, "postgres://u:"+secret+"@db/x\n"), `parse "postgres://***:***@db/x\n": net/url: invalid control character in URL`},
		{"one-time password", parseError(t, "otpauth://totp/a b?secret="+secret+"%zz\x7f"), "parse \"otpauth://totp/a b?secret=***\\x7f\": net/url: invalid control character in URL"},
		{"half of the password, its URL left out", errors.Unwrap(parseError(t, "https://user:"+secret+"/x@example.com/")), `invalid port "***" after host`},
		{"half of the password, the chain cut", fmt.Errorf("connect: %v", errors.Unwrap(parseError(t, "https://user:"+secret+"/x@example.com/"))), `connect: invalid port "***" after host`},
		{"invalid escape", parseError(t, "https://u:"+secret+"%zz@example.com/"), `parse "https://***:***@example.com/": invalid URL escape "***"`},
		{"wrapped", fmt.Errorf("connect: %w", parseError(t, "https://u:"+secret+"@example.com:8x0/")), `connect: parse "https://***:***@example.com:8x0/": invalid port "***" after host`},
		{"wrapped as text", fmt.Errorf("connect: %v", parseError(t, "https://u:"+secret+"@example.com:8x0/")), `connect: parse "https://***:***@example.com:8x0/": invalid port ":8x0" after host`},
		{"joined", errors.Join(io.EOF, &url.Error{Op: "Get", URL: "https://example.com/?token=" + secret, Err: io.ErrUnexpectedEOF}), "EOF\nGet \"https://example.com/?token=***\": unexpected EOF"},
		{"client error with a token as user name", &url.Error{Op: "Get", URL: "https://" + bodies.Replace("GH{b62:36}") + "@example.com/", Err: dial}, `Get "https://***@example.com/": dial tcp: connection refused`},
		{"the secret again in the cause", &url.Error{Op: "Post", URL: "https://example.com/?token=" + secret, Err: fmt.Errorf("body %s refused", secret)}, `Post "https://example.com/?token=***": body *** refused`},
		{"login again in the cause, short user name", &url.Error{Op: "Get", URL: "https://bob:" + secret + "@example.com/", Err: fmt.Errorf("proxy refused bob:%s", secret)}, `Get "https://***:***@example.com/": proxy refused ***:***`},
		{"connection string in the text", errors.New("cannot parse `host=db user=a password=" + secret + "`: failed"), "cannot parse `host=db user=a password=***`: failed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			safe := SafeError(c.err)
			assert.Equal(t, c.want, safe.Error())
			assert.Equal(t, c.want, SafeError(safe).Error(), "cleaning twice")
			for e := safe; e != nil; e = errors.Unwrap(e) {
				assert.NotContains(t, fmt.Sprintf("%+v %#v", e, e), secret)
			}
		})
	}
}

func TestSafeErrorKeepsTheChain(t *testing.T) {
	err := fmt.Errorf("fetch: %w", &url.Error{Op: "Get", URL: "https://u:" + pw + "@example.com/", Err: &net.OpError{Op: "dial", Err: context.DeadlineExceeded}})
	safe := SafeError(err)
	assert.ErrorIs(t, safe, context.DeadlineExceeded)
	assert.ErrorIs(t, safe, err, "what could be compared before still can")
	var u *url.Error
	require.ErrorAs(t, safe, &u)
	assert.Equal(t, "https://***:***@example.com/", u.URL)
	assert.True(t, u.Timeout())
	var op *net.OpError
	require.ErrorAs(t, safe, &op)
	assert.Equal(t, "dial", op.Op)
}

func TestSafeErrorReturnsCleanErrorsAsTheyAre(t *testing.T) {
	require.NoError(t, SafeError(nil))
	for _, err := range []error{io.EOF, fmt.Errorf("read: %w", io.EOF), parseError(t, "https://example.com:8x0/"), errors.Join(io.EOF, io.ErrNoProgress)} {
		assert.Same(t, err, SafeError(err))
	}
}

func TestSafeErrorOfAClient(t *testing.T) {
	client := http.Client{Transport: refuse{}}
	_, err := client.Get("http://" + bodies.Replace("GH{b62:36}") + "@127.0.0.1/?api_key=" + pw)
	require.Error(t, err)
	assert.Equal(t, `Get "http://***@127.0.0.1/?api_key=***": refused`, SafeError(err).Error())
}

// refuse is a transport without a network.
type refuse struct{}

func (refuse) RoundTrip(*http.Request) (*http.Response, error) { return nil, errors.New("refused") }

// A chain that never ends is cut.
func TestSafeErrorOfACycle(t *testing.T) {
	c := &cycle{}
	assert.NotContains(t, SafeError(c).Error(), pw)
}

// A tree of errors is followed in part: it may have more branches than anybody can wait for.
func TestSafeErrorOfATree(t *testing.T) {
	assert.NotContains(t, SafeError(twice{}).Error(), pw)
}

// twice wraps itself two times.
type twice struct{}

func (twice) Error() string     { return "https://u:" + pw + "@example.com/" }
func (t twice) Unwrap() []error { return []error{t, t} }

type cycle struct{}

func (*cycle) Error() string   { return "https://u:" + pw + "@example.com/" }
func (c *cycle) Unwrap() error { return c }
