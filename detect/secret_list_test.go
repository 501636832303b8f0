package detect

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// A list behind the name of a secret is a list of secrets, whoever wrote it.
func TestListedSecrets(t *testing.T) {
	random := randomSecret(24)
	for _, tt := range []struct{ name, text, want string }{
		{"JSON that is cut", `{"password":["velvet-Quarry-57","northern-Light-9"],"rest":"cut he`, `{"password":["#","#"],"rest":"cut he`},
		{"cut within the list", `{"password":["velvet-Quarry-57","northern-Li`, `{"password":["#","#`},
		{"with blanks", `{"password": [ "velvet-Quarry-57", "northern-Light-9" ], "v": NaN}`, `{"password": [ "#", "#" ], "v": NaN}`},
		{"words without a digit, as a program writes them", `{"password":["velvet","northern"],"v":NaN}`, `{"password":["#","#"],"v":NaN}`},
		{"JSON in JSON", `{\"password\":[\"velvet-Quarry-57\",\"northern-Light-9\"]`, `{\"password\":[\"#\",\"#\"]`},
		{"Python", `{'password': ['velvet-Quarry-57', 'northern-Light-9'], 'v': nan}`, `{'password': ['#', '#'], 'v': nan}`},
		{"an assignment", `retry password=["velvet-Quarry-57","northern-Light-9"] twice`, `retry password=["#","#"] twice`},
		{"tokens", `{"api_key":["S","S"],"v":NaN}`, `{"api_key":["#","#"],"v":NaN}`},
		{"a header of Go", `map[X-Api-Key:[S] X-Auth-Token:[velvet-Quarry-57]]`, `map[X-Api-Key:[#] X-Auth-Token:[#]]`},
		{"behind another", `map[Authorization:[Bearer [REDACTED:x]] X-Api-Key:[S]]`, `map[Authorization:[Bearer [REDACTED:x]] X-Api-Key:[#]]`},
		{"a header of Go, quoted", `map["X-Api-Key":["S"]]`, `map["X-Api-Key":["#"]]`},
		{"a header as Go source", `http.Header{"X-Api-Key":[]string{"S"}, "Accept":[]string{"text"}}`, `http.Header{"X-Api-Key":[]string{"#"}, "Accept":[]string{"text"}}`},
		{"any values as Go source", `map[string]interface {}{"password":[]interface {}{"velvet-57", "quarry-9"}}`, `map[string]interface {}{"password":[]interface {}{"#", "#"}}`},
		{"a list of Go", `map[password:[a1velvet b2quarry] user:[jane]]`, `map[password:[# #] user:[jane]]`},
		{"a map of Go", `map[password:map[a:velvet57 b:quarry9] colour:red]`, `map[password:map[a:# b:#] colour:red]`},
		{"a map of Go, quoted", `map["password":map["a":"velvet57" "b":"quarry9"]]`, `map["password":map["a":"#" "b":"#"]]`},
		{"words in a map of Go", `map[password:map[a:velvet b:quarry] colour:red]`, `map[password:map[a:# b:#] colour:red]`},
		{"a scheme and its credential", `map[Authorization:[Negotiate YIIJvwYGKwYBBQUCoII+g]]`, `map[Authorization:[Negotiate #]]`},
		{"a structure of Go", `{User:jane Password:[velvet57 quarry9]}`, `{User:jane Password:[# #]}`},
		{"a list within quotes", `msg="login" password="[velvet57 quarry9]"`, `msg="login" password="[# #]"`},
		{"a key within a value", `credentials:["password=velvet57"]`, `credentials:["password=#"]`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, hidden(strings.ReplaceAll(tt.text, "S", random)))
		})
	}
}

func TestListsOfNoSecrets(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"what is wrong with a password", `{"password":["This field may not be blank.","is too short"]}`},
		{"rules", `'password' => ['required', 'string', 'min:8', 'confirmed'],`},
		{"rules of a form", `password: ['', [Validators.required, Validators.minLength(8)]],`},
		{"a mask", `password=[FILTERED] user=jane`},
		{"a label", `password:[REDACTED:password_assignment]`},
		{"what is meant to stand there", `password: [your password 1]`},
		{"a pattern", `token:[A-Za-z0-9_]{16} password:[a-z0-9]+`},
		{"names", `secrets: ["db_password", "api_token"]`},
		{"an index", `password = fields[index1]`},
		{"types", `def login(password: list[str], token: Optional[str]):`},
		{"numbers", `token=[12345678 23456789]`},
		{"a schema that Go printed", `map[password:map[type:string format:password]]`},
		{"nothing", `password=[] token:[ ] map[password:map[]]`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.text, hidden(tt.text))
		})
	}
}

func TestListsInLists(t *testing.T) {
	for _, part := range []string{`password=[`, `"password":["a",`, `password:map[`, `password=[a1b2c3d4 `, `"password":[]string{"`} {
		t.Run(part, func(t *testing.T) {
			start := time.Now()
			Default().Append(nil, strings.Repeat(part, (1<<20)/len(part)))
			require.Less(t, time.Since(start), 5*time.Second)
		})
	}
}
