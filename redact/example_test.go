package redact_test

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/redact"
)

// withoutTime keeps the output of examples the same.
var withoutTime = &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}}

func ExampleNewHandler() {
	logger := slog.New(redact.NewHandler(slog.NewJSONHandler(os.Stdout, withoutTime), nil))
	logger.Info("welcome back, alice@example.com", "password", "velvet-57", "order", 18342,
		"reply", map[string]any{"user": "alice@example.com", "items": []int{1, 2}})
	// Output:
	// {"level":"INFO","msg":"welcome back, [REDACTED:email_address]","password":"[REDACTED:password_assignment]","order":18342,"reply":{"items":[1,2],"user":"[REDACTED:email_address]"}}
}

func ExampleNewWriter() {
	w := redact.NewWriter(os.Stdout, nil)
	defer w.Close()
	_, _ = io.WriteString(w, "level=warn msg=\"retry\" user=bob@exam") // cut anywhere
	_, _ = io.WriteString(w, "ple.com attempt=2\n")
	// Output:
	// level=warn msg="retry" user=[REDACTED:email_address] attempt=2
}

func ExampleRedactor_Reader() {
	log := strings.NewReader("GET /health 200\nmail to carol@example.com bounced\n")
	var r *redact.Redactor // default options
	_, _ = io.Copy(os.Stdout, r.Reader(log))
	// Output:
	// GET /health 200
	// mail to [REDACTED:email_address] bounced
}

func ExampleRedactor_Field() {
	var r *redact.Redactor
	fmt.Println(r.Field("colour", "velvet-57"))
	fmt.Println(r.Field("dbPassword", "velvet-57"))
	// Output:
	// velvet-57
	// [REDACTED:password_assignment]
}

func ExampleRedactor_Error() {
	var r *redact.Redactor
	err := r.Error(fmt.Errorf("no such user: dave@example.com: %w", os.ErrNotExist))
	fmt.Println(err)
	// Output:
	// no such user: [REDACTED:email_address]: file does not exist
}

// Rules for names go before what is found, and the most specific one wins.
func ExampleOptions_keys() {
	r, err := redact.New(&redact.Options{Keys: map[string]redact.Replacer{
		"customerRef": redact.Mask(4),
		"payload":     redact.Erase,
		"payload.id":  redact.Keep,
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	logger := slog.New(redact.NewHandler(slog.NewTextHandler(os.Stdout, withoutTime), r))
	logger.Info("paid", "customer_ref", "C-2026-004711", slog.Group("payload", "id", 7, "body", "anything"))
	// Output:
	// level=INFO msg=paid customer_ref=****4711 payload.id=7 payload.body=""
}

// A struct tag goes before rules and findings.
func ExampleNewHandler_structTags() {
	type account struct {
		Owner string `json:"owner" fieldsafe:"secret"`
		Notes string `json:"notes" fieldsafe:"-"`
		Token string `json:"token" fieldsafe:"keep"` // a public one
		Plan  string `json:"plan"`
	}
	logger := slog.New(redact.NewHandler(slog.NewJSONHandler(os.Stdout, withoutTime), nil))
	logger.Info("opened", "account", account{"Erin", "prefers mornings", "pub-57", "gold"})
	// Output:
	// {"level":"INFO","msg":"opened","account":{"owner":"[REDACTED:rule]","notes":"","token":"pub-57","plan":"gold"}}
}

func ExampleByCategory() {
	r, err := redact.New(&redact.Options{Replace: redact.ByCategory(map[detect.Category]redact.Replacer{
		detect.Personal: redact.Mask(4),
		detect.Network:  redact.Keep,
	})}) // all other categories are erased
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.String("user=frank@example.com"))
	fmt.Println(r.Field("password", "velvet-57") == "")
	// Output:
	// user=****.com
	// true
}

func ExamplePseudonym() {
	key := []byte("0123456789abcdef0123456789abcdef") // 32 random bytes from a secret store
	pseudonym, err := redact.Pseudonym("2026-a", key)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := redact.New(&redact.Options{Replace: pseudonym})
	if err != nil {
		fmt.Println(err)
		return
	}
	first, second := r.String("login grace@example.com"), r.String("logout grace@example.com")
	fmt.Println(strings.Fields(first)[1] == strings.Fields(second)[1])
	fmt.Println(strings.HasPrefix(first, "login [REDACTED:email_address:2026-a:"))
	// Output:
	// true
	// true
}

func ExampleSecret() {
	var config struct {
		Host     string
		Password redact.Secret[string]
	}
	if err := json.Unmarshal([]byte(`{"Host":"db.example.com","Password":"velvet-57"}`), &config); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%+v\n", config)
	fmt.Println(len(config.Password.Expose()))
	// Output:
	// {Host:db.example.com Password:[REDACTED]}
	// 9
}

func ExampleCounts() {
	var counts redact.Counts
	r, err := redact.New(&redact.Options{Observe: counts.Add})
	if err != nil {
		fmt.Println(err)
		return
	}
	r.String("from heidi@example.com to ivan@example.com")
	for detector, n := range counts.All() {
		fmt.Println(detector, n)
	}
	// Output:
	// email_address 2
}
