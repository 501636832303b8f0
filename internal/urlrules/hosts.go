package urlrules

import "bytes"

// pathRule says where in the path of a host the secret stands. The path is a
// list of segments: a literal, "*" for any one, "!" for the secret, a literal
// and "!" for the rest of a segment after the literal, "*:!" for the part of a
// segment after its colon.
type pathRule struct {
	host   string // the whole host; empty: any host of the domain
	path   string
	reason string
}

// hostRules returns the rules of the domain a host belongs to, which is its
// last two labels.
func hostRules(domain string) []pathRule {
	switch domain {
	case "slack.com", "slack-gov.com":
		return slackRules[:]
	case "discord.com", "discordapp.com":
		return discordRules[:]
	case "office.com", "office365.com":
		return officeRules[:]
	case "telegram.org":
		return telegramRules[:]
	case "zapier.com", "ifttt.com", "pagerduty.com", "feishu.cn", "larksuite.com", "integromat.com", "make.com",
		"pipedream.net", "hc-ping.com", "nosnch.in", "tines.com", "webhook.site", "betterstack.com", "betteruptime.com",
		"requestcatcher.com", "opsgenie.com", "pushcut.io", "notify.run", "workato.com", "n8n.cloud", "cronitor.io", "cronitor.link", "uptimerobot.com", "statuspage.io", "ntfy.sh", "splunkcloud.com", "victorops.com", "sumologic.com", "loggly.com", "logdna.com", "getdbt.com", "tray.io", "relay.app", "home-assistant.io", "nabu.casa", "googleapis.com",
		"webexapis.com", "ciscospark.com", "flock.com", "airtable.com", "pabbly.com", "glip.com", "ringcentral.com", "atlassian.com", "guilded.gg":
		return hookRules[:]
	case "netlify.com", "vercel.com", "render.com", "cloudflare.com", "digitalocean.com":
		return deployRules[:]
	case "infura.io", "alchemy.com", "alchemyapi.io", "quiknode.pro", "moralis-nodes.com", "chainstack.com", "getblock.io", "ankr.com", "blastapi.io", "nodereal.io", "dwellir.com", "drpc.org", "tatum.io":
		return nodeRules[:]
	case "cloudsmith.io", "packagecloud.io", "myget.org", "fury.io", "gemfury.com", "sentry.io", "packagist.com", "jfrog.io":
		return packageRules[:]
	case "google.com", "icloud.com", "trello.com", "todoist.com", "airbnb.com", "calendly.com", "outlook.com", "live.com", "notion.so", "asana.com", "overcast.fm", "patreon.com", "supercast.com":
		return feedRules[:]
	}
	return nil
}

var slackRules = [...]pathRule{
	{"", "services/*/*/!", "path.slack"}, {"", "services/*/*/*/!", "path.slack"},
	{"", "workflows/*/*/*/!", "path.slack"}, {"", "workflows/*/*/!", "path.slack"},
	{"", "triggers/*/*/!", "path.slack"},
}

var discordRules = [...]pathRule{
	{"", "api/webhooks/*/!", "path.discord"}, {"", "api/*/webhooks/*/!", "path.discord"},
	{"", "webhooks/*/!", "path.discord"}, {"", "api/interactions/*/!", "path.discord"},
	{"", "api/*/interactions/*/!", "path.discord"},
}

var officeRules = [...]pathRule{
	{"", "webhook/*/IncomingWebhook/!", "path.teams"}, {"", "webhookb2/*/IncomingWebhook/!", "path.teams"},
	{"", "webhookb2/*/*/!", "path.teams"}, {"", "webhook/*/*/!", "path.teams"},
	{"", "owa/calendar/*/!", "path.calendar"},
}

var telegramRules = [...]pathRule{
	{"api.telegram.org", "bot*:!", "path.telegram"}, {"api.telegram.org", "file/bot*:!", "path.telegram"},
}

var hookRules = [...]pathRule{
	{"hooks.zapier.com", "hooks/catch/*/!", "path.zapier"}, {"hooks.zapier.com", "hooks/standard/*/!", "path.zapier"},
	{"hooks.zapier.com", "hooks/*/!", "path.zapier"},
	{"maker.ifttt.com", "trigger/*/with/key/!", "path.ifttt"}, {"maker.ifttt.com", "trigger/*/json/with/key/!", "path.ifttt"},
	{"maker.ifttt.com", "use/!", "path.ifttt"},
	{"events.pagerduty.com", "integration/!/enqueue", "path.pagerduty"}, {"events.eu.pagerduty.com", "integration/!/enqueue", "path.pagerduty"},
	{"events.pagerduty.com", "integration/!", "path.pagerduty"}, {"events.pagerduty.com", "x-ere/!", "path.pagerduty"},
	{"open.feishu.cn", "open-apis/bot/v2/hook/!", "path.feishu"}, {"open.larksuite.com", "open-apis/bot/v2/hook/!", "path.lark"},
	{"open.feishu.cn", "open-apis/bot/hook/!", "path.feishu"}, {"open.larksuite.com", "open-apis/bot/hook/!", "path.lark"},
	{"open.feishu.cn", "open-apis/bot/*/hook/!", "path.feishu"},
	{"hook.integromat.com", "!", "path.make"}, {"hook.*.make.com", "!", "path.make"}, {"hook.make.com", "!", "path.make"},
	{"hc-ping.com", "!", "path.healthchecks"}, {"nosnch.in", "!", "path.deadmanssnitch"},
	{"*.tines.com", "webhook/*/!", "path.tines"}, {"webhook.site", "!", "path.webhooksite"},
	{"uptime.betterstack.com", "api/v1/heartbeat/!", "path.betterstack"}, {"betteruptime.com", "api/v1/heartbeat/!", "path.betterstack"},
	{"cronitor.link", "p/!", "path.cronitor"}, {"cronitor.link", "!", "path.cronitor"},
	{"alert.victorops.com", "integrations/generic/*/alert/!", "path.victorops"},
	{"*.sumologic.com", "receiver/v1/http/!", "path.sumologic"}, {"logs-01.loggly.com", "inputs/!", "path.loggly"},
	{"hooks.nabu.casa", "!", "path.homeassistant"}, {"api.pushcut.io", "!/*", "path.pushcut"}, {"heartbeat.uptimerobot.com", "!", "path.uptimerobot"},
	{"notify.run", "!", "path.notifyrun"}, {"webhooks.workato.com", "webhooks/rest/!", "path.workato"},
	{"webexapis.com", "v1/webhooks/incoming/!", "path.webex"}, {"api.ciscospark.com", "v1/webhooks/incoming/!", "path.webex"},
	{"api.flock.com", "hooks/sendMessage/!", "path.flock"}, {"hooks.airtable.com", "workflows/*/genericWebhook/*/*/!", "path.airtable"},
	{"connect.pabbly.com", "workflow/sendwebhookdata/!", "path.pabbly"}, {"hooks.glip.com", "webhook/v2/!", "path.glip"},
	{"hooks.glip.com", "webhook/!", "path.glip"}, {"hooks.ringcentral.com", "webhook/v2/!", "path.glip"}, {"hooks.ringcentral.com", "webhook/!", "path.glip"},
	{"automation.atlassian.com", "pro/hooks/!", "path.atlassian"}, {"media.guilded.gg", "webhooks/*/!", "path.guilded"},
}

var deployRules = [...]pathRule{
	{"api.netlify.com", "build_hooks/!", "path.netlify"}, {"api.vercel.com", "v1/integrations/deploy/*/!", "path.vercel"},
}

var nodeRules = [...]pathRule{
	{"*.infura.io", "v3/!", "path.infura"}, {"*.infura.io", "ws/v3/!", "path.infura"},
	{"*.alchemy.com", "v2/!", "path.alchemy"}, {"*.alchemyapi.io", "v2/!", "path.alchemy"},
	{"*.alchemy.com", "nft/*/!", "path.alchemy"}, {"*.alchemyapi.io", "v3/!", "path.alchemy"},
	{"*.quiknode.pro", "!", "path.quicknode"}, {"*.chainstack.com", "!", "path.chainstack"}, {"rpc.ankr.com", "*/!", "path.ankr"},
	{"go.getblock.io", "!", "path.getblock"}, {"*.blastapi.io", "!", "path.blast"}, {"*.nodereal.io", "v1/!", "path.nodereal"},
}

var packageRules = [...]pathRule{
	{"dl.cloudsmith.io", "!/*/*", "path.cloudsmith"}, {"packagecloud.io", "priv/!", "path.packagecloud"},
	{"www.myget.org", "F/*/auth/!", "path.myget"}, {"repo.fury.io", "!", "path.fury"}, {"*.fury.io", "!", "path.fury"},
	{"", "F/*/auth/!", "path.myget"}, {"repo.packagist.com", "*/!", "path.packagist"},
	{"sentry.io", "api/hooks/release/*/*/!", "path.sentry"},
}

var feedRules = [...]pathRule{
	{"calendar.google.com", "calendar/ical/*/private-!", "path.calendar"}, {"www.google.com", "calendar/ical/*/private-!", "path.calendar"},
	{"calendar.google.com", "calendar/feeds/*/private-!", "path.calendar"},
	{"*.icloud.com", "published/2/!", "path.calendar"}, {"trello.com", "calendar/*/*/!", "path.calendar"},
	{"trello.com", "calendar/!", "path.calendar"}, {"outlook.live.com", "owa/calendar/*/!", "path.calendar"},
}

// pathSecret applies the rules of host to the segments of a path and returns
// the secret's span and its reason, or "".
func pathSecret(b []byte, segments []segment, host []byte) (segment, string) {
	rules := hostRules(string(domainOf(host)))
	for i := range rules {
		r := &rules[i]
		if r.host != "" && !hostMatches(host, r.host) || documentation(host) {
			continue
		}
		if s, ok := r.match(b, segments); ok {
			return s, r.reason
		}
	}
	return segment{}, ""
}

// documentation says whether the pages of host are for readers.
func documentation(host []byte) bool {
	return bytes.HasPrefix(host, []byte("docs.")) || bytes.HasPrefix(host, []byte("help.")) || bytes.HasPrefix(host, []byte("support.")) || bytes.HasPrefix(host, []byte("badge."))
}

// domainOf returns the last two labels of host; empty where they are longer
// than those of any rule.
func domainOf(host []byte) []byte {
	const longest = 24
	if d := lastLabels(host); len(d) <= longest {
		return d
	}
	return nil
}

// hostMatches compares a host with a pattern in which "*" stands for one or
// more labels.
func hostMatches(host []byte, pattern string) bool {
	star := indexByte(pattern, '*')
	if star < 0 {
		return string(host) == pattern
	}
	head, tail := pattern[:star], pattern[star+1:]
	return len(host) > len(head)+len(tail) && string(host[:len(head)]) == head && string(host[len(host)-len(tail):]) == tail
}

func indexByte(s string, c byte) int {
	for i := range len(s) {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// match matches the segments from the first one on. Literals are compared
// without letter case; further segments may follow.
func (r *pathRule) match(b []byte, segments []segment) (segment, bool) {
	var secret segment
	rest := r.path
	for _, s := range segments {
		if rest == "" {
			break
		}
		pattern := rest
		if i := indexByte(rest, '/'); i >= 0 {
			pattern, rest = rest[:i], rest[i+1:]
		} else {
			rest = ""
		}
		got, ok := matchSegment(b, s, pattern)
		if !ok {
			return segment{}, false
		}
		if got.Start < got.End {
			secret = got
		}
	}
	if bytes.HasSuffix(secret.Of(b), []byte(".ics")) {
		secret.End -= len(".ics")
	}
	return secret, rest == "" && secret.Start < secret.End && string(secret.Of(b)) != "public"
}

// matchSegment matches one segment and returns the secret in it, if any.
func matchSegment(b []byte, s segment, pattern string) (segment, bool) {
	text := b[s.Start:s.End]
	switch {
	case pattern == "*":
		return segment{}, true
	case pattern == "!":
		return s, true
	case pattern[len(pattern)-1] != '!':
		return segment{}, len(text) == len(pattern) && foldPrefix(text, pattern)
	}
	head := pattern[:len(pattern)-1]
	if star := indexByte(head, '*'); star >= 0 {
		colon := bytes.IndexByte(text, ':')
		if colon < 0 || !foldPrefix(text, head[:star]) {
			return segment{}, false
		}
		return segment{Start: s.Start + colon + 1, End: s.End}, true
	}
	return segment{Start: s.Start + len(head), End: s.End}, len(text) > len(head) && foldPrefix(text, head)
}

// foldPrefix says whether b begins with prefix, ignoring ASCII letter case.
func foldPrefix(b []byte, prefix string) bool {
	if len(b) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if upperByte(b[i]) != upperByte(prefix[i]) {
			return false
		}
	}
	return true
}

func upperByte(c byte) byte {
	if c >= 'a' && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}
