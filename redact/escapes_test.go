package redact

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// Of a JSON string with a finding, what stands before and behind that stays as it is.
func TestEscapesStay(t *testing.T) {
	const label = "[REDACTED:email_address]"
	for _, tc := range []struct{ name, before, behind string }{
		{"escaped without need", `\u0062y `, ` \u00e9\/\u003c`},
		{"HTML", `\u003c`, `\u003e`},
		{"outside the first plane", `\ud83d\ude00 `, ` \ud83d\ude00`},
		{"half of a pair", `\ud83d `, ` \ude00 \ud800x \ud800\u0041`},
		{"not escaped without need", "\u2028é ", " \u2028é\x7f"},
		{"control characters", `\b\f\u0001\u000a `, ` \t\u0009\"\\`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			text := `{"msg":"` + tc.before + mail + tc.behind + `"}`
			require.Equal(t, `{"msg":"`+tc.before+label+tc.behind+`"}`, string((*Redactor)(nil).JSON([]byte(text))))
		})
	}
}

// Whatever stays of a string, it says what it shall.
func TestRewrittenStringsSayWhatTheyShall(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 8))
	units := []string{"a", "b", `\u0061`, "é", `\u00e9`, "ê", `\u00ea`, `\ud83d\ude00`, "😀", "😁", `\ud83d`, `\ude00`, `\n`, `\"`, `\\`, `\/`, "/"}
	body := func() (raw, says string) {
		for range random.IntN(6) {
			raw += units[random.IntN(len(units))]
		}
		require.NoError(t, json.Unmarshal([]byte(`"`+raw+`"`), &says))
		return raw, says
	}
	for range 20_000 {
		raw, before := body()
		_, s := body()
		out := appendRewritten(nil, []byte(raw), before, s)
		var got string
		require.NoError(t, json.Unmarshal(out, &got), "%s, %q: %s", raw, s, out)
		require.Equal(t, s, got, "%s", raw)
		if before == s {
			require.Equal(t, `"`+raw+`"`, string(out))
		}
	}
}
