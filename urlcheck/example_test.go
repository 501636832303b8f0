package urlcheck_test

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"os"

	"github.com/fieldsafe/fieldsafe/urlcheck"
)

// A service that takes webhook URLs answers with what to change.
func ExampleCheck() {
	fmt.Println(urlcheck.Check("https://bob:" + "hunter2" + "@hooks.example.com/in?api_key=" + "k-123"))
	fmt.Println(urlcheck.Check("https://hooks.example.com/in?page=2"))
	// Output:
	// urlcheck: URL carries credentials: user name in userinfo, bytes 8–11; password in userinfo, bytes 12–19; parameter api_key, bytes 49–54
	// <nil>
}

func ExampleMask() {
	fmt.Println(urlcheck.Mask("postgres://app:" + "hunter2" + "@db1:5432,db2:5432/prod?sslmode=require"))
	fmt.Println(urlcheck.Mask("jdbc:sqlserver://h;user=sa;password=" + "{a;b}}c}" + ";encrypt=true"))
	// Output:
	// postgres://***:***@db1:5432,db2:5432/prod?sslmode=require
	// jdbc:sqlserver://h;user=sa;password=***;encrypt=true
}

// The credentials of a URL move into the header where they belong.
func ExampleSplit() {
	clean, credentials := urlcheck.Split("https://deploy:" + "hunter2" + "@example.com/hook")
	request, err := http.NewRequest(http.MethodPost, clean, nil)
	if err != nil {
		fmt.Println(urlcheck.SafeError(err))
		return
	}
	if user, password, ok := credentials.User(); ok {
		request.SetBasicAuth(user, password)
	}
	fmt.Println(request.URL)
	fmt.Println("Authorization:", request.Header.Get("Authorization"))
	fmt.Println("printed:", credentials)
	// Output:
	// https://example.com/hook
	// Authorization: Basic ZGVwbG95Omh1bnRlcjI=
	// printed: ***
}

// A token that stood in a parameter moves too.
func ExampleSplit_parameter() {
	clean, credentials := urlcheck.New(&urlcheck.Options{DropParameters: true}).Split("https://example.com/hook?page=2&access_token=" + "abc123")
	request, err := http.NewRequest(http.MethodPost, clean, nil)
	if err != nil {
		fmt.Println(urlcheck.SafeError(err))
		return
	}
	for _, p := range credentials.Parameters() {
		if p.Name == "access_token" {
			request.Header.Set("Authorization", "Bearer "+p.Value())
		}
	}
	fmt.Println(request.URL)
	fmt.Println("Authorization:", request.Header.Get("Authorization"))
	// Output:
	// https://example.com/hook?page=2
	// Authorization: Bearer abc123
}

func ExampleSeenBy() {
	raw := `https:\\deploy:` + "hunter2" + `@example.com\hook`
	for _, part := range urlcheck.Explain(raw) {
		fmt.Println(part.Component, urlcheck.SeenBy(raw, part))
	}
	// Output:
	// user name [WHATWG]
	// password [WHATWG]
}

func ExampleSafeError() {
	err := fmt.Errorf("connect: %w", &url.Error{Op: "Get", URL: "https://example.com/?token=" + "abc123", Err: errors.New("EOF")})
	fmt.Println(urlcheck.SafeError(err))
	// Output:
	// connect: Get "https://example.com/?token=***": EOF
}

func ExampleHide() {
	dsn := urlcheck.Hide("redis://:" + "hunter2" + "@cache:6379/0")
	fmt.Printf("%v %+v\n", dsn, struct{ DSN urlcheck.URL }{dsn})
	logger := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	logger.Info("connected", "dsn", dsn)
	// Output:
	// redis://:***@cache:6379/0 {DSN:redis://:***@cache:6379/0}
	// level=INFO msg=connected dsn=redis://:***@cache:6379/0
}
