package redactzerolog_test

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"log"
	"strings"
	"testing"

	redactzerolog "github.com/fieldsafe/fieldsafe/integrations/zerolog"
	"github.com/rs/zerolog"
)

// marshaled is an object that writes itself.
type marshaled struct{}

func (marshaled) MarshalZerologObject(e *zerolog.Event) {
	e.Str("password", "velvet-57").Str("note", "by "+mail)
}

func event(w io.Writer) *zerolog.Event {
	logger := zerolog.New(w)
	return logger.Log()
}

// Each case is a way in which zerolog's own types bring lines to a writer, in the
// right order and in wrong ones. Nothing of them may leak.
func TestLoggers(t *testing.T) {
	const hidden = "[REDACTED:password_assignment]"
	tests := []struct {
		name string
		log  func(w io.Writer)
		want string
	}{
		{"fields of a map", func(w io.Writer) {
			event(w).Fields(map[string]any{"password": 902617, mail: 1}).Send()
		}, `{"[REDACTED:email_address]":1,"password":"` + hidden + `"}`},
		{"fields of a slice", func(w io.Writer) { event(w).Fields([]any{"password", "velvet-57", "note", mail}).Send() },
			`{"password":"` + hidden + `","note":"[REDACTED:email_address]"}`},
		{"array", func(w io.Writer) {
			event(w).Array("password", zerolog.Arr().Str("velvet-57").Int(902617).Object(marshaled{})).Send()
		}, `{"password":["` + hidden + `","` + hidden + `",{"password":"` + hidden + `","note":"` + hidden + `"}]}`},
		{"embedded object", func(w io.Writer) { event(w).EmbedObject(marshaled{}).Send() },
			`{"password":"` + hidden + `","note":"by [REDACTED:email_address]"}`},
		{"raw JSON in lines", func(w io.Writer) { event(w).RawJSON("o", []byte("{\n \"password\": 902617\n}")).Send() },
			"{\"o\":{\n \"password\": \"" + hidden + "\"\n}}"},
		{"JSON in text", func(w io.Writer) { event(w).Str("body", `{"credentials":{"v":"velvet-57"}}`).Send() }, `{"body":"{\"credentials\":{\"v\":\"[REDACTED:`},
		{"context and hook", func(w io.Writer) {
			hook := zerolog.HookFunc(func(e *zerolog.Event, _ zerolog.Level, _ string) { e.Str("password", "velvet-57") })
			logger := zerolog.New(w).With().Err(errors.New("no user " + mail)).Logger().Hook(hook)
			logger.Log().Msg("event")
		}, `{"error":"no user [REDACTED:email_address]","password":"` + hidden + `","message":"event"}`},
		{"several writers", func(w io.Writer) {
			event(zerolog.MultiLevelWriter(w, w)).Str("to", mail).Send()
		}, "{\"to\":\"[REDACTED:email_address]\"}\n{\"to\":\"[REDACTED:email_address]\"}"},
		{"standard logger", func(w io.Writer) { log.New(zerolog.New(w), "", 0).Print("password=velvet-57 of ", mail) },
			`{"message":"password=[REDACTED:password_assignment] of [REDACTED:email_address]"}`},
		{"console writer in front", func(w io.Writer) {
			logger := zerolog.New(zerolog.ConsoleWriter{Out: w, NoColor: true, PartsExclude: []string{zerolog.TimestampFieldName}})
			logger.Info().Str("password", "velvet-57").Msg("to " + mail)
		}, `INF to [REDACTED:email_address] password=[REDACTED:`},
		{"console writer with colours in front", func(w io.Writer) {
			logger := zerolog.New(zerolog.ConsoleWriter{Out: w})
			logger.Info().Str("password", "velvet-57").Msg("to " + mail)
		}, "password=\x1b[0m[REDACTED:"},
		{"buffer in front", func(w io.Writer) {
			buffer := bufio.NewWriter(w)
			logger := zerolog.New(buffer)
			logger.Log().Int("password", 902617).Send()
			logger.Log().Dict("credentials", zerolog.Dict().Str("v", "velvet-57")).Send()
			_ = buffer.Flush()
		}, `{"credentials":{"v":"[REDACTED:`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			test.log(redactzerolog.NewWriter(&out, nil))
			if !strings.Contains(out.String(), test.want) {
				t.Errorf("got %q, want %q in it", out.String(), test.want)
			}
			for _, secret := range []string{"alice.doe", "velvet", "902617"} {
				if strings.Contains(out.String(), secret) {
					t.Errorf("%s is in %q", secret, out.String())
				}
			}
		})
	}
}
