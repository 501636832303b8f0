package redact

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fieldsafe/fieldsafe/detect"
)

// Twin: a redactor that has read many lines gives what one gives that has read
// none. The lines come from a few sites, so that their shapes are learned; then one
// member or another is not what it was.
func TestRemembersNothingWrong(t *testing.T) {
	own, err := detect.New(&detect.Options{Literals: []string{"eu-west-17", "2026-03-15"}})
	require.NoError(t, err)
	for name, opts := range map[string]*Options{
		"default":     nil,
		"rules":       {Keys: map[string]Replacer{"region": Erase, "a.b": Mask(0), "*_note": Keep}},
		"own scanner": {Scanner: own},
		"few bytes":   {MaxBytes: 80},
	} {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(7, 8))
			used := mustNew(t, opts)
			learned, shorts := map[gap]int{}, false
			for range 60 {
				site := lineMembers(random)
				for i := range 130 {
					line := []byte(strings.Join(site, ","))
					if i > 80 && random.IntN(3) > 0 {
						line = []byte(strings.Join(changedMembers(random, site), ","))
					}
					line = fmt.Appendf(nil, "{%s}\n", line)
					want := mustNew(t, opts).JSON(line)
					require.Equal(t, string(want), string(used.JSON(line)), "%s", line)
				}
				for i := range used.sites { // what one site has taught the next may overwrite
					if known := used.sites[i].shape.Load(); known != nil {
						for _, p := range known.parts {
							learned[p.gap]++
							shorts = shorts || p.gap == shortGap
						}
					}
				}
			}
			delete(learned, shortGap) // of numbers, which a scanner of one's own searches
			require.Len(t, learned, 3, "or not every kind of gap was compared")
			require.Equal(t, name != "own scanner", shorts, "the same of short numbers")
		})
	}
}

// What was learned from one line must not be believed in another, where a name
// further out, or a member before it, speaks.
func TestShapesElsewhere(t *testing.T) {
	const clean, gaps = `"id":"north","zone":"velvet-57","value":"velvet-57"`, `"path":"/v1/#","n":#`
	for _, tc := range []struct{ name, learned, other, want string }{
		{"object that speaks", clean, `"credentials":{` + clean + `}`, "[REDACTED:"},
		{"pair of a name and a value", clean, `"name":"password",` + clean, `"value":"[REDACTED:`},
		{"Kubernetes Secret", `"data":"aGVsbG8=","zone":"lower"`, `"kind":"Secret","data":"aGVsbG8=","zone":"lower"`, `"data":"[REDACTED:`},
		{"long number", `"zone":"lower","n":4242424242424242`, `"zone":"lower","n":4242424242424242`, `"n":"[REDACTED:`},
		{"another text of the length of the time", `"zone":"lower","time":"2026-03-15T09:26:53Z"`, `"zone":"lower","time":"jane.doe@example.com"`, `"time":"[REDACTED:`},
		{"more than the time", `"zone":"lower","time":"2026-03-15T09:26:53Z"`, `"zone":"lower","time":"2026-03-15T09:26:53Z!","password":[["a"]]`, `"password":[["[REDACTED:`},
		{"address in a gap", gaps, `"path":"/v1/jane.doe@example.com","n":1`, `"path":"/v1/[REDACTED:`},
		{"escaped address in a gap", gaps, `"path":"jane.doe\u0040example.com","n":1`, `"path":"[REDACTED:`},
		{"long number in a gap", gaps, `"path":"/v1/1","n":4242424242424242`, `"n":"[REDACTED:`},
		{"number in a gap for texts", gaps, `"path":4242424242424242,"n":1`, `"path":"[REDACTED:`},
		{"object in a gap", gaps, `"path":{"password":"velvet-57"},"n":1`, `"password":"[REDACTED:`},
		{"object in a gap for numbers", gaps, `"path":"/v1/1","n":{"password":"velvet-57"}`, `"password":"[REDACTED:`},
		{"no value in a gap", gaps, `"path":"/v1/1","n":tru,"to":"jane.doe@example.com"`, `"to":"[REDACTED:`},
		{"another name behind a gap", gaps, `"path":"/v1/1","password":902617`, `"password":"[REDACTED:`},
		{"another member behind a gap", gaps, `"path":"/v1/1","password":"velvet-57","n":1`, `"password":"[REDACTED:`},
		{"pair before a gap", gaps, `"name":"password","value":"velvet-57","path":"/v1/1","n":1`, `"value":"[REDACTED:`},
		{"end in a gap", gaps, `"path":"jane.doe@example.com`, `"path":"[REDACTED:`},
		{"blanks", gaps, `"path" : "jane.doe@example.com" , "n" : 1`, `"path" : "[REDACTED:`},
		{"no end of the object", clean, clean + `x`, "x"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			const before, after = `{"level":"info","at":[1],`, `,"message":"request finished"}`
			r := mustNew(t, nil)
			for i := range 4 * learnStrays {
				r.JSON([]byte(before + strings.ReplaceAll(tc.learned, "#", fmt.Sprint(i)) + after))
			}
			line := []byte(before + tc.other + after)
			got := string(r.JSON(line))
			require.Equal(t, string(mustNew(t, nil).JSON(line)), got)
			require.Contains(t, got, tc.want)
		})
	}
}

// someMembers are members that are clean, and that are not, for all reasons.
var someMembers = []string{
	`"method":"GET"`, `"path":"/api/v1/orders"`, `"status":200`, `"took":12.5`, `"region":"eu-west-17"`, `"ok":true`, `"nil":null`,
	`"time":"2026-03-15T09:26:53Z"`, `"n":4242424242424242`, `"n":1000000`, `"n":12345678`, `"e":1e9`, `"user":"` + mail + `"`,
	`"password":"velvet-57"`, `"pass\u0077ord":"velvet-57"`, `"note":"by alice.doe\u0040example.com"`, `"a":{"b":"c"}`, `"a.b":"c"`,
	`"list":["x",1]`, `"name":"password"`, `"value":"velvet-57"`, `"key":"order"`, `"data":"aGVsbG8="`, `"kind":"Secret"`, ` "blank" : "x" `,
	`"` + mail + `":1`, `"":""`, `"credentials":{"id":"x"}`, `"my_note":"` + mail + `"`, `"x":tru`, `"long":"` + strings.Repeat("lorem ", 40) + `"`,
}

func lineMembers(random *rand.Rand) []string {
	members := []string{`"level":"info","site":` + fmt.Sprint(random.IntN(1000))}
	for range 2 + random.IntN(8) {
		members = append(members, someMembers[random.IntN(len(someMembers))])
	}
	return append(members, `"message":"request finished"`)
}

func changedMembers(random *rand.Rand, members []string) []string {
	out := append([]string(nil), members...)
	at := 1 + random.IntN(len(out)-1)
	switch random.IntN(4) {
	case 0:
		out[at] = someMembers[random.IntN(len(someMembers))]
	case 1:
		out = append(out[:at], out[at+1:]...)
	case 2:
		out[at] = strings.Replace(out[at], `"`, `\"`, 1)
	default:
		i := random.IntN(len(out[at]))
		out[at] = out[at][:i] + string(rune(' '+random.IntN(95))) + out[at][i+1:]
	}
	return out
}

// Lines are learned only when several of one kind came, and again when they change.
func TestShapesAreLearned(t *testing.T) {
	r := mustNew(t, nil)
	const format = `{"level":"info","method":"GET","path":"/api/v1/orders","status":%d,"time":"2026-03-15T09:26:53Z","message":"request finished"}`
	line, changed := fmt.Appendf(nil, format, 200), fmt.Appendf(nil, format, 404)
	gaps := func() (gaps []gap) {
		if known := r.sites.of(keyOf(line)).shape.Load(); known != nil {
			for _, p := range known.parts {
				gaps = append(gaps, p.gap)
			}
		}
		return gaps
	}
	for range learnStrays {
		require.Empty(t, gaps())
		r.JSON(line)
	}
	require.Equal(t, []gap{textGap, noGap}, gaps(), "the time changes")
	for range 2 * learnStrays {
		r.JSON(changed)
		r.JSON(line)
	}
	require.Equal(t, []gap{shortGap, textGap, noGap}, gaps(), "the status changes, too")
	require.Equal(t, keyOf(line), keyOf(changed))
	require.Zero(t, keyOf([]byte(`{"a":"b"}`)), "too short")
	require.Zero(t, keyOf([]byte(`["`+strings.Repeat("a", 50)+`"]`)), "no object")
}
