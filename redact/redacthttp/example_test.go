package redacthttp_test

import (
	"log/slog"
	"net/http"
	"os"

	"github.com/fieldsafe/fieldsafe/redact/redacthttp"
)

func ExampleRequest() {
	req, err := http.NewRequest(http.MethodGet, "https://api.example.com/orders/7?access_token=k4711", http.NoBody)
	if err != nil {
		return
	}
	req.Header.Set("Authorization", "Bearer k4711")
	onlyRequest := func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && a.Key != "request" {
			return slog.Attr{}
		}
		return a
	}
	handler := slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: onlyRequest})
	slog.New(handler).Info("sent", "request", redacthttp.Request(req, nil))
	// Output:
	// request.method=GET request.url="https://api.example.com/orders/7?access_token=[REDACTED:query_param_secret]" request.proto=HTTP/1.1 request.host=api.example.com request.length=0 request.headers.Authorization="Bearer [REDACTED:generic_api_key]"
}
