package detect

// minorIssuers are the formats of issuers without a detector of their own, each
// with a prefix that nothing else begins with.
const minorIssuers = minorModels + minorDelivery + minorServices

// minorModels are keys of model and search services: OpenRouter
// (https://openrouter.ai/docs/api-reference/authentication), Tavily
// (https://docs.tavily.com/api-reference), Firecrawl
// (https://docs.firecrawl.dev/api-reference), Jina (https://jina.ai), Fireworks
// (https://docs.fireworks.ai), Together (https://docs.together.ai), Cerebras
// (https://inference-docs.cerebras.ai), Langfuse (https://langfuse.com/docs), E2B
// (https://e2b.dev/docs), Browserbase (https://docs.browserbase.com), RunPod
// (https://docs.runpod.io), Kaggle (https://www.kaggle.com/docs/api), Baidu Qianfan
// (https://cloud.baidu.com/doc), Friendli (https://friendli.ai/docs), Runway
// (https://docs.dev.runwayml.com) and HeyGen (https://docs.heygen.com).
const minorModels = `sk-or-v1-[0-9a-f]{64}` +
	`|tvly-(?:dev-|prod-)?[0-9A-Za-z]{32}` +
	`|fc-[0-9a-f]{32}` +
	`|jina_[0-9A-Za-z_-]{60}` +
	`|fw_[0-9A-Za-z]{24}` +
	`|tgp_v1_[0-9A-Za-z_-]{43}` +
	`|csk-[0-9a-z]{48}` +
	`|sk-lf-` + uuidPattern +
	`|e2b_[0-9a-f]{40}` +
	`|bb_(?:live|test)_[0-9A-Za-z_-]{20,40}` +
	`|rpa_[0-9A-Za-z]{40,50}` +
	`|KGAT_[0-9a-f]{32}` +
	`|bce-v3/ALTAK-[0-9A-Za-z]{21}/[0-9a-f]{40}` +
	`|flp_[0-9A-Za-z]{46,50}` +
	`|key_[0-9a-f]{128}` +
	`|sk_V2_[0-9A-Za-z_]{30,60}`

// minorDelivery are tokens of what builds, checks, runs and watches software:
// Dependency-Track (https://github.com/DependencyTrack/dependency-track/pull/3047),
// pyx (https://docs.pyx.dev/authentication), StackHawk (https://docs.stackhawk.com),
// JetBrains Hub (https://www.jetbrains.com/help/hub/permanent-tokens.html), Infisical
// (https://infisical.com/docs), Axiom (https://axiom.co/docs/reference/tokens), Aiven
// (https://aiven.io/docs), Elastic Cloud (https://www.elastic.co/docs), AWS AppSync
// (https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html) and n8n
// (https://docs.n8n.io/api/authentication/).
const minorDelivery = `|odt_[0-9A-Za-z]{32}|odt_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}` +
	`|(?:sk|tp)-pyx-(?:[0-9A-Za-z]{46}|[0-9A-Za-z]{64})` +
	`|hawk\.[0-9A-Za-z_-]{20}\.[0-9A-Za-z_-]{20}` +
	`|perm[:-][0-9A-Za-z+/=]{4,60}\.[0-9A-Za-z+/=]{2,60}\.[0-9A-Za-z]{20,60}` +
	`|st\.[0-9a-f]{24}\.[0-9a-f]{32}\.[0-9a-f]{32}` +
	`|(?:xaat|xapt|xait)-` + uuidPattern +
	`|AVNS_[0-9A-Za-z_-]{19}` +
	`|ess[ua]_[0-9A-Za-z+/]{40,120}={0,2}` +
	`|da2-[0-9a-z]{26}` +
	`|n8n_api_[0-9a-f]{40,80}`

// minorServices are keys of business services and devices: ClickUp
// (https://developer.clickup.com/docs/authentication), Fleetbase
// (https://github.com/fleetbase/core-api, ApiCredential), Fullstory
// (https://developer.fullstory.com/server/v1/getting-started), Teamwork
// (https://apidocs.teamwork.com), Voiceflow
// (https://developer.voiceflow.com/reference/api-key-differences), Adafruit IO
// (https://io.adafruit.com/api/docs/), ThingsBoard
// (https://thingsboard.io/docs/paas/reference/http-api/), OneSignal
// (https://documentation.onesignal.com), Polar (https://polar.sh/docs), Telnyx
// (https://developers.telnyx.com) and DNSimple (https://developer.dnsimple.com).
const minorServices = `|pk_\d{4,12}_[0-9A-Z]{32}` +
	`|flb_(?:live|test)_[0-9A-Za-z]{20}` +
	`|(?:na1|eu1)\.[0-9A-Za-z+/]{80,120}={0,2}` +
	`|tkn\.v1_[0-9A-Za-z_-]{60,100}={0,2}` +
	`|VF\.(?:DM|WS)\.[0-9a-f]{24}\.[0-9A-Za-z]{16}` +
	`|aio_[0-9A-Za-z]{28}` +
	`|thingsboard\.cloud/api/v1/[0-9a-z]{20}` +
	`|os_v2_(?:app|org)_[0-9a-z]{90,110}` +
	`|polar_[a-z]{3}_[0-9A-Za-z]{32,64}` +
	`|KEY[0-9A-F]{32}_[0-9A-Za-z]{22}` +
	`|dnsimple_[aou]_[0-9A-Za-z]{32}`
