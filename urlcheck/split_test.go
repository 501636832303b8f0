package urlcheck

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSplit(t *testing.T) {
	clean, c := Split("https://us%40er:" + pw + "%2F@example.com/x?a=1&api_key=k%20" + pw + "#frag")
	assert.Equal(t, "https://example.com/x?a=1&api_key=#frag", clean)
	user, password, ok := c.User()
	assert.True(t, ok)
	assert.Equal(t, "us@er", user)
	assert.Equal(t, pw+"/", password)
	require.Len(t, c.Parameters(), 1)
	p := c.Parameters()[0]
	assert.Equal(t, []string{"query parameter", "api_key", "k " + pw}, []string{p.Component, p.Name, p.Value()})
}

func TestSplitOfCleanInput(t *testing.T) {
	clean, c := Split("https://example.com/")
	assert.Equal(t, "https://example.com/", clean)
	_, _, ok := c.User()
	assert.False(t, ok)
	assert.Empty(t, c.Authorization())
	assert.Empty(t, c.Parameters())
}

func TestSplitForm(t *testing.T) {
	clean, c := New(&Options{DropParameters: true}).Split("https://example.com/?a=1&token=" + pw + "&b=2")
	assert.Equal(t, "https://example.com/?a=1&b=2", clean)
	assert.Equal(t, pw, c.Parameters()[0].Value())
}

func TestStripDropsParameters(t *testing.T) {
	checker := New(&Options{DropParameters: true})
	for _, c := range []struct{ name, in, want string }{
		{"first", "https://example.com/?token=§&b=2", "https://example.com/?b=2"},
		{"middle", "https://example.com/?a=1&token=§&b=2", "https://example.com/?a=1&b=2"},
		{"last", "https://example.com/?a=1&token=§", "https://example.com/?a=1"},
		{"only", "https://example.com/?token=§", "https://example.com/"},
		{"only, before a fragment", "https://example.com/?token=§#top", "https://example.com/#top"},
		{"two", "https://example.com/?a=1&token=§&sig=§", "https://example.com/?a=1"},
		{"fragment", "https://example.com/#access_token=§&state=x", "https://example.com/#state=x"},
		{"matrix", "https://example.com/x;jsessionid=§?y=1", "https://example.com/x?y=1"},
		{"field", "Server=db;Password=§;Encrypt=true", "Server=db;Encrypt=true"},
		{"user information", "https://u:§@example.com/", "https://example.com/"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, checker.Strip(bodies.Replace(c.in)))
		})
	}
}
