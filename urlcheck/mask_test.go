package urlcheck

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Tokens of the shapes that vendors publish, built here so that the source
// holds none.
var bodies = strings.NewReplacer(
	"§", pw,
	"{b62:16}", "Xq7Lm2Zt9Rb4Wc8K", "{b62:22}", "aB3dE6fG9hJ2kL5mN8pQ1r", "{b62:24}", "Zr5Tn8Wq2Ye7Ui4Op9As3Dfg", "{b62:26}", "a1b2c3d4e5f6g7h8i9j0k1l2m3",
	"{b62:36}", "aZ0bY1cX2dW3eV4fU5gT6hS7iR8jQ9kP0lO1", "{b62:43}", "aZ0bY1cX2dW3eV4fU5gT6hS7iR8jQ9kP0lO1mN2nM3o",
	"{b62:68}", "aZ0bY1cX2dW3eV4fU5gT6hS7iR8jQ9kP0lO1aZ0bY1cX2dW3eV4fU5gT6hS7iR8jQ9kP",
	"{hex:32}", "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "{hex:64}", "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
	"{tg:35}", "AAF4dj-7Hs_kQw2Lz9Xc5Vb1Nm8Po3Iu6Yt", "{uuid}", "3f2b8c1e-5d4a-4f6b-9c7d-1e2f3a4b5c6d",
	"{b64:44}", "q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJqw4%3D",
	"GH", "gh"+"p_", "JWT", "eyJ"+"hbGciOiJIUzI1NiJ9.eyJ"+"zdWIiOiJhIn0.c2lnbmF0dXJlLXNpZw",
)

// maskCases are inputs and what Mask makes of them, by the rule they are for.
var maskCases = []struct{ name, in, want string }{
	{"user and password", "https://user:§@example.com/p?q=1#f", "https://***:***@example.com/p?q=1#f"},
	{"token as user name", "https://GH{b62:36}@github.com/o/r.git", "https://***@github.com/o/r.git"},
	{"token as user name, empty password", "https://squ_{b62:36}:@sonar.example.com/", "https://***:@sonar.example.com/"},
	{"token as user name, marker as password", "https://GH{b62:36}:x-oauth-basic@github.com/o/r", "https://***:***@github.com/o/r"},
	{"password alone", "redis://:§@cache:6379/0", "redis://:***@cache:6379/0"},
	{"lone user name", "https://alice@example.com/", "https://***@example.com/"},
	{"at sign in the password", "https://user:p@§@example.com/", "https://***:***@example.com/"},
	{"colons in the password", "https://user:a:§:b@example.com/", "https://***:***@example.com/"},
	{"hosts with ports", "mongodb://u:§@h1:27017,h2:27017/db?replicaSet=rs", "mongodb://***:***@h1:27017,h2:27017/db?replicaSet=rs"},
	{"scheme in a prefix", "git::https://x-access-token:§@github.com/o/r.git?ref=v1", "git::https://***:***@github.com/o/r.git?ref=v1"},
	{"terraform subdirectory", "git::https://u:§@example.com/r.git//modules/vpc?ref=v1", "git::https://***:***@example.com/r.git//modules/vpc?ref=v1"},
	{"feed prefix", "feed:https://u:§@example.com/rss", "feed:https://***:***@example.com/rss"},
	{"bare token of a message bus", "nats://tok-§@nats.example.com:4222", "nats://***@nats.example.com:4222"},
	{"key and secret", "sqs://AKIDEXAMPLE1:§@eu-west-1/queue", "sqs://***:***@eu-west-1/queue"},
	{"mail with slashes", "mailto://u:§@example.com?to=a", "mailto://***:***@example.com?to=a"},
	{"smtp", "smtp://user:§@mail.example.com:587/?tls=1", "smtp://***:***@mail.example.com:587/?tls=1"},
	{"proxy", "socks5://u:§@127.0.0.1:1080", "socks5://***:***@127.0.0.1:1080"},
	{"sip with a password", "sip:alice:§@example.com;transport=tls", "sip:***:***@example.com;transport=tls"},

	{"access token", "https://example.com/?access_token=§&x=1", "https://example.com/?access_token=***&x=1"},
	{"letter case and punctuation of names", "https://example.com/?x=1&API-Key=§", "https://example.com/?x=1&API-Key=***"},
	{"name in brackets", "https://example.com/?user[password]=§", "https://example.com/?user[password]=***"},
	{"encoded name", "https://example.com/?pass%77ord=§", "https://example.com/?pass%77ord=***"},
	{"dotted name", "https://example.com/?auth.token=§", "https://example.com/?auth.token=***"},
	{"suffix", "https://example.com/?my_service_token=§", "https://example.com/?my_service_token=***"},
	{"camel case suffix", "https://example.com/?gitlabAccessToken=§", "https://example.com/?gitlabAccessToken=***"},
	{"semicolon", "https://example.com/?a=1;token=§;b=2", "https://example.com/?a=1;token=***;b=2"},
	{"HTML ampersand", "https://example.com/?a=1&amp;token=§&amp;b=2", "https://example.com/?a=1&amp;token=***&amp;b=2"},
	{"equals signs in the value", "https://example.com/?password=a=§==&b=2", "https://example.com/?password=***&b=2"},
	{"every repetition", "https://example.com/?token=§&token=other-§", "https://example.com/?token=***&token=***"},
	{"signature version 4", "https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIDEXAMPLE%2F20260101%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20260101T000000Z&X-Amz-SignedHeaders=host&X-Amz-Signature={hex:64}", "https://b.s3.amazonaws.com/k?X-Amz-Credential=***&X-Amz-Date=20260101T000000Z&X-Amz-SignedHeaders=host&X-Amz-Signature=***"},
	{"signature version 2", "https://b.s3.amazonaws.com/k?AWSAccessKeyId=AKIDEXAMPLE&Expires=1700000000&Signature=§", "https://b.s3.amazonaws.com/k?AWSAccessKeyId=***&Expires=1700000000&Signature=***"},
	{"shared access signature", "https://a.blob.core.windows.net/c?sv=2022-11-02&ss=b&srt=o&sp=r&se=2030-01-01&sig={b64:44}", "https://a.blob.core.windows.net/c?sv=2022-11-02&ss=b&srt=o&sp=r&se=2030-01-01&sig=***"},
	{"Google signed URL", "https://storage.googleapis.com/b/o?GoogleAccessId=a%40p.iam.gserviceaccount.com&Expires=1700000000&Signature=§", "https://storage.googleapis.com/b/o?GoogleAccessId=a%40p.iam.gserviceaccount.com&Expires=1700000000&Signature=***"},
	{"OAuth code", "https://example.com/cb?code=§&state=s1", "https://example.com/cb?code=***&state=s1"},
	{"OAuth code by path", "https://example.com/oauth/callback?code=§", "https://example.com/oauth/callback?code=***"},
	{"key of a Google API", "https://maps.googleapis.com/maps/api/js?key=§&v=3", "https://maps.googleapis.com/maps/api/js?key=***&v=3"},
	{"key of a chat hook", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={uuid}", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=***"},
	{"chat space", "https://chat.googleapis.com/v1/spaces/AAA/messages?key=§&token=§", "https://chat.googleapis.com/v1/spaces/AAA/messages?key=***&token=***"},
	{"token by its shape", "https://example.com/x?v=JWT", "https://example.com/x?v=***"},
	{"forge token by its shape", "https://example.com/x?v=GH{b62:36}&w=1", "https://example.com/x?v=***&w=1"},
	{"header in a parameter", "https://example.com/x?h=Bearer%20§-long-enough", "https://example.com/x?h=***"},
	{"InfluxDB", "http://influx:8086/query?db=x&u=root&p=§&q=select", "http://influx:8086/query?db=x&u=root&p=***&q=select"},
	{"Subsonic", "https://music.example.com/rest/ping.view?u=joe&t=§&s=c19b2d&v=1.12", "https://music.example.com/rest/ping.view?u=joe&t=***&s=c19b2d&v=1.12"},
	{"magnet passkey", "magnet:?xt=urn:btih:abc&tr=http%3A%2F%2Ft.example%2Fa%3Fpasskey%3D§", "magnet:?xt=urn:btih:abc&tr=http%3A%2F%2Ft.example%2Fa%3Fpasskey%3D***"},
	{"session token of MongoDB", "mongodb://h/?authMechanismProperties=AWS_SESSION_TOKEN:§", "mongodb://h/?authMechanismProperties=AWS_SESSION_TOKEN:***"},

	{"secret beside an access key id", "https://example.com/x?id=AK" + "IAQ4J5XHGTKZ2M7PWB&s=aZ0bY1cX2dW3eV4fU5gT6hS7iR8jQ9kP0lO1%2Fb%2BQ", "https://example.com/x?id=***&s=***"},

	{"implicit grant", "https://example.com/cb#access_token=§&token_type=bearer&expires_in=3600", "https://example.com/cb#access_token=***&token_type=bearer&expires_in=3600"},
	{"route with a query in the fragment", "https://app.example.com/#/reset?token=§&l=en", "https://app.example.com/#/reset?token=***&l=en"},
	{"matrix parameter in the fragment", "https://app.example.com/#!/x;password=§", "https://app.example.com/#!/x;password=***"},
	{"key in the fragment", "https://mega.nz/file/AbCdEfGh#{b62:43}", "https://mega.nz/file/AbCdEfGh#***"},

	{"session in a matrix parameter", "https://example.com/x;jsessionid=§?y=1", "https://example.com/x;jsessionid=***?y=1"},
	{"matrix parameter amid segments", "https://example.com/a;token=§/b", "https://example.com/a;token=***/b"},
	{"two matrix parameters", "https://example.com/a;v=1;password=§/b", "https://example.com/a;v=1;password=***/b"},
	{"ASP.NET session in the path", "https://example.com/(S({b62:24}))/default.aspx", "https://example.com/(S(***))/default.aspx"},

	{"Slack", "https://hooks.slack.com/services/T00000001/B00000001/{b62:24}", "https://hooks.slack.com/services/T00000001/B00000001/***"},
	{"Slack, host in capitals with a port and a dot", "https://HOOKS.SLACK.COM.:443//services/T00000001/B00000001/{b62:24}", "https://HOOKS.SLACK.COM.:443//services/T00000001/B00000001/***"},
	{"Slack workflow", "https://hooks.slack.com/workflows/T0001/A0001/123/{b62:24}", "https://hooks.slack.com/workflows/T0001/A0001/123/***"},
	{"Discord", "https://discord.com/api/v10/webhooks/100000000000000001/{b62:68}", "https://discord.com/api/v10/webhooks/100000000000000001/***"},
	{"Discord, encoded path", "https://discord.com/api/web%68ooks/100000000000000001/{b62:68}", "https://discord.com/api/web%68ooks/100000000000000001/***"},
	{"Teams", "https://x.webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}", "https://x.webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/***/{uuid}"},
	{"Telegram", "https://api.telegram.org/bot123456789:{tg:35}/sendMessage?chat_id=1", "https://api.telegram.org/bot123456789:***/sendMessage?chat_id=1"},
	{"Telegram, colon encoded", "https://api.telegram.org/bot123456789%3A{tg:35}/getMe", "https://api.telegram.org/bot123456789%3A***/getMe"},
	{"Telegram file", "https://api.telegram.org/file/bot123456789:{tg:35}/a.jpg", "https://api.telegram.org/file/bot123456789:***/a.jpg"},
	{"Zapier", "https://hooks.zapier.com/hooks/catch/123/§x/", "https://hooks.zapier.com/hooks/catch/123/***/"},
	{"IFTTT", "https://maker.ifttt.com/trigger/e/json/with/key/{b62:22}", "https://maker.ifttt.com/trigger/e/json/with/key/***"},
	{"PagerDuty", "https://events.pagerduty.com/integration/{hex:32}/enqueue", "https://events.pagerduty.com/integration/***/enqueue"},
	{"Lark", "https://open.larksuite.com/open-apis/bot/v2/hook/{uuid}", "https://open.larksuite.com/open-apis/bot/v2/hook/***"},
	{"Mattermost", "https://chat.example.com/hooks/{b62:26}", "https://chat.example.com/hooks/***"},
	{"Make", "https://hook.eu1.make.com/{b62:24}", "https://hook.eu1.make.com/***"},
	{"Healthchecks", "https://hc-ping.com/{uuid}", "https://hc-ping.com/***"},
	{"Netlify", "https://api.netlify.com/build_hooks/{b62:24}", "https://api.netlify.com/build_hooks/***"},
	{"Vercel", "https://api.vercel.com/v1/integrations/deploy/prj_abc/{b62:16}", "https://api.vercel.com/v1/integrations/deploy/prj_abc/***"},
	{"Render", "https://api.render.com/deploy/srv-abc?key=§", "https://api.render.com/deploy/srv-abc?key=***"},
	{"Infura", "https://mainnet.infura.io/v3/{hex:32}", "https://mainnet.infura.io/v3/***"},
	{"Alchemy", "https://eth-mainnet.g.alchemy.com/v2/{b62:24}", "https://eth-mainnet.g.alchemy.com/v2/***"},
	{"Bitrix24", "https://b24.example.com/rest/1/{b62:16}/crm.lead.list", "https://b24.example.com/rest/1/***/crm.lead.list"},
	{"Cloudsmith", "https://dl.cloudsmith.io/{b62:16}/org/repo/deb", "https://dl.cloudsmith.io/***/org/repo/deb"},
	{"calendar", "https://calendar.google.com/calendar/ical/a%40example.com/private-{hex:32}/basic.ics", "https://calendar.google.com/calendar/ical/a%40example.com/private-***/basic.ics"},
	{"reset link", "https://app.example.com/reset-password/{b62:24}", "https://app.example.com/reset-password/***"},
	{"Django reset link", "https://app.example.com/reset/MQ/b5s-{hex:32}/", "https://app.example.com/reset/MQ/***/"},
	{"tracker", "http://t.example.com/{hex:32}/announce", "http://t.example.com/***/announce"},
	{"token in any path", "https://example.com/dl/GH{b62:36}/x.zip", "https://example.com/dl/***/x.zip"},

	{"nested and encoded", "https://example.com/go?u=https%3A%2F%2Fu%3A§%40in.example%2F", "https://example.com/go?u=https%3A%2F%2F***%3A***%40in.example%2F"},
	{"nested, encoded twice", "https://example.com/go?u=https%253A%252F%252Fu%253A§%2540in.example%252F", "https://example.com/go?u=https%253A%252F%252F***%253A***%2540in.example%252F"},
	{"nested, encoded three times", "https://example.com/go?u=https%25253A%25252F%25252Fu%25253A§%252540in.example", "https://example.com/go?u=https%25253A%25252F%25252F***%25253A***%252540in.example"},
	{"nested, as it is", "https://example.com/go?u=https://u:§@in.example/&x=1", "https://example.com/go?u=https://***:***@in.example/&x=1"},
	{"nested relative reference", "https://example.com/go?next=%2Fcb%3Ftoken%3D§", "https://example.com/go?next=%2Fcb%3Ftoken%3D***"},
	{"nested without scheme", "https://example.com/go?u=%2F%2Fu%3A§%40in.example", "https://example.com/go?u=%2F%2F***%3A***%40in.example"},
	{"in the path", "https://web.archive.org/web/2026/https://u:§@in.example/", "https://web.archive.org/web/2026/https://***:***@in.example/"},
	{"in the path, encoded", "https://example.com/fetch/https%3A%2F%2Fu%3A§%40in.example%2Fx", "https://example.com/fetch/https%3A%2F%2F***%3A***%40in.example%2Fx"},
	{"in the path, encoded, with a query", "https://example.com/fetch/https%3A%2F%2Fin.example%2Fx%3Ftoken%3D§", "https://example.com/fetch/https%3A%2F%2Fin.example%2Fx%3Ftoken%3D***"},
	{"in the fragment", "https://example.com/#https://u:§@in.example/", "https://example.com/#https://***:***@in.example/"},
	{"JSON", "https://example.com/?q=%7B%22user%22%3A%22a%22%2C%22password%22%3A%22§%22%7D", "https://example.com/?q=%7B%22user%22%3A%22a%22%2C%22password%22%3A%22***%22%7D"},
	{"base64 of a URL", "https://example.com/go?u=aHR0cHM6Ly91OnMzY3IzdC05QGV4YW1wbGUuY29tLw==", "https://example.com/go?u=***"},
	{"ODBC in SQLAlchemy", "mssql+pyodbc:///?odbc_connect=DRIVER%3D%7BX%7D%3BUID%3Dsa%3BPWD%3D§%3BDATABASE%3Dd", "mssql+pyodbc:///?odbc_connect=DRIVER%3D%7BX%7D%3BUID%3Dsa%3BPWD%3D***%3BDATABASE%3Dd"},

	{"libpq", "host=db user=app password='it\\'s §' dbname=x", "host=db user=app password=*** dbname=x"},
	{"libpq, spaces around the sign", "host = db password = § dbname = x", "host = db password = *** dbname = x"},
	{"libpq, last field", "host=db user=app dbname=x password=§", "host=db user=app dbname=x password=***"},
	{"libpq URI option", "postgresql://db/x?user=a&password=§", "postgresql://db/x?user=a&password=***"},
	{"Go MySQL driver", "app:§@tcp(db:3306)/prod?parseTime=true", "***:***@tcp(db:3306)/prod?parseTime=true"},
	{"Go MySQL driver, awkward password", "app:p@:/§@tcp(db:3306)/prod", "***:***@tcp(db:3306)/prod"},
	{"Go MySQL driver, socket", "app:§@unix(/run/mysqld/mysqld.sock)/prod", "***:***@unix(/run/mysqld/mysqld.sock)/prod"},
	{"Go MySQL driver, no address", "app:§@/prod", "***:***@/prod"},
	{"JDBC parameters", "jdbc:mysql://db/x?user=u&password=§", "jdbc:mysql://db/x?user=u&password=***"},
	{"JDBC user information", "jdbc:postgresql://u:§@db/x", "jdbc:postgresql://***:***@db/x"},
	{"JDBC MySQL host list", "jdbc:mysql://(host=h,port=3306,user=u,password=§)/db", "jdbc:mysql://(host=h,port=3306,user=u,password=***)/db"},
	{"JDBC MySQL address", "jdbc:mysql://address=(host=h)(user=u)(password=§)/db", "jdbc:mysql://address=(host=h)(user=u)(password=***)/db"},
	{"JDBC SQL Server", "jdbc:sqlserver://h:1433;user=sa;password={a;§}}c};encrypt=true", "jdbc:sqlserver://h:1433;user=sa;password=***;encrypt=true"},
	{"JDBC SQL Server, at sign and slash", "jdbc:sqlserver://h:1433;user=sa;password=p@/§;encrypt=true", "jdbc:sqlserver://h:1433;user=sa;password=***;encrypt=true"},
	{"JDBC Db2", "jdbc:db2://h:50000/db:user=u;password=§;", "jdbc:db2://h:50000/db:user=u;password=***;"},
	{"JDBC H2", "jdbc:h2:~/test;USER=sa;PASSWORD=§", "jdbc:h2:~/test;USER=sa;PASSWORD=***"},
	{"JDBC Hive", "jdbc:hive2://h:10000/db;user=u;password=§?hive.x=1", "jdbc:hive2://h:10000/db;user=u;password=***?hive.x=1"},
	{"JDBC Oracle", "jdbc:oracle:thin:scott/§@//db:1521/s", "jdbc:oracle:thin:***/***@//db:1521/s"},
	{"JDBC Oracle, SID", "jdbc:oracle:thin:scott/§@db:1521:SID", "jdbc:oracle:thin:***/***@db:1521:SID"},
	{"JDBC Oracle, descriptor", "jdbc:oracle:thin:scott/§@(DESCRIPTION=(ADDRESS=(HOST=h)(PORT=1521)))", "jdbc:oracle:thin:***/***@(DESCRIPTION=(ADDRESS=(HOST=h)(PORT=1521)))"},
	{"JDBC Oracle, quotes", "jdbc:oracle:thin:scott/\"p@§\"@//db:1521/s", "jdbc:oracle:thin:***/***@//db:1521/s"},
	{"EZConnect", "scott/§@//db:1521/s", "***/***@//db:1521/s"},
	{"ADO.NET", "Server=db;User Id=sa;Password=\"a;§\"\"b\";Encrypt=true", "Server=db;User Id=sa;Password=***;Encrypt=true"},
	{"ADO.NET, last", "Server=db;User ID=sa;Pwd=§", "Server=db;User ID=sa;Pwd=***"},
	{"ADO.NET, spaces", "Server = db; Password = a §; Encrypt = true", "Server = db; Password = ***; Encrypt = true"},
	{"ODBC", "DRIVER={X};UID=sa;PWD={a}};§};DATABASE=d", "DRIVER={X};UID=sa;PWD=***;DATABASE=d"},
	{"psqlODBC", "DRIVER={PostgreSQL};SERVER=h;pqopt={sslmode=verify-full password='§'};PORT=5432", "DRIVER={PostgreSQL};SERVER=h;pqopt={sslmode=verify-full password=***};PORT=5432"},
	{"StackExchange.Redis", "cache:6380,password=§x=,ssl=True", "cache:6380,password=***,ssl=True"},
	{"Kafka JAAS", "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" password=\"§\";", "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" password=***;"},
	{"Kafka property", "sasl.password=§", "sasl.password=***"},
	{"Azure storage", "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=§/q+w==;EndpointSuffix=core.windows.net", "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=***;EndpointSuffix=core.windows.net"},
	{"Azure Service Bus", "Endpoint=sb://n.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=§/a+b=;EntityPath=q", "Endpoint=sb://n.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=***;EntityPath=q"},
	{"Azure shared access signature", "BlobEndpoint=https://a.blob.core.windows.net/;SharedAccessSignature=sv=2022&ss=b&sig=§", "BlobEndpoint=https://a.blob.core.windows.net/;SharedAccessSignature=***"},
	{"LDAP extension", "ldap://h/dc=x??sub?(uid=a)?!bindname=cn=a,X-BINDPW=§", "ldap://h/dc=x??sub?(uid=a)?!bindname=cn=a,X-BINDPW=***"},
	{"npm token", "//registry.npmjs.org/:_authToken=§", "//registry.npmjs.org/:_authToken=***"},
	{"npm password", "//registry.example.com/npm/:_password=§==", "//registry.example.com/npm/:_password=***"},
	{"npm basic", "//registry.example.com/:_auth=§==", "//registry.example.com/:_auth=***"},
	{"otpauth", "otpauth://totp/X:bob@example.com?secret=GEZDGNBVGY3TQOJQ&issuer=X", "otpauth://totp/X:bob@example.com?secret=***&issuer=X"},
	{"otpauth migration", "otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8SGEV4", "otpauth-migration://offline?data=***"},
	{"camera, ampersands", "rtsp://h:554/user=admin&password=§&channel=1", "rtsp://h:554/user=admin&password=***&channel=1"},
	{"camera, underscores", "rtsp://h/user=admin_password=Xq7Lm2Zt_channel=1_stream=0.sdp", "rtsp://h/user=admin_password=***_channel=1_stream=0.sdp"},
	{"Apprise Telegram", "tgram://123456789:{tg:35}/12345", "tgram://***/12345"},
	{"shoutrrr Telegram", "telegram://123456789:{tg:35}@telegram?chats=1", "telegram://***:***@telegram?chats=1"},
	{"shoutrrr Discord", "discord://{b62:68}@100000000000000001", "discord://***@100000000000000001"},
	{"Gotify", "gotify://h.example.com/{b62:16}", "gotify://h.example.com/***"},

	{"client error", "GET https://u:§@example.com/ failed: EOF", "GET https://***:***@example.com/ failed: EOF"},
	{"parse error", "parse \"https://u:§@example.com:8x0/\": invalid port", "parse \"https://***:***@example.com:8x0/\": invalid port"},
	{"two in a line", "DB=mysql://u:§@db/x CACHE=redis://:§@c/0", "DB=mysql://***:***@db/x CACHE=redis://:***@c/0"},
	{"comma and key after it", "repo=https://oauth2:§@gitlab.com/g/p,team=core", "repo=https://***:***@gitlab.com/g/p,team=core"},
	{"Markdown", "see [docs](https://u:§@example.com/x), or <https://example.com/?token=§>.", "see [docs](https://***:***@example.com/x), or <https://example.com/?token=***>."},
	{"parentheses and a full stop", "(see https://example.com/?token=§).", "(see https://example.com/?token=***)."},
	{"quotes", "url='https://example.com/?token=§' retry=1", "url='https://example.com/?token=***' retry=1"},
	{"terminal colours", "\x1b[31mhttps://u:§@example.com\x1b[0m failed", "\x1b[31mhttps://***:***@example.com\x1b[0m failed"},
	{"access log", "10.0.0.1 - - \"GET /cb?code=§&state=x HTTP/1.1\" 302", "10.0.0.1 - - \"GET /cb?code=***&state=x HTTP/1.1\" 302"},
	{"JSON log", "{\"msg\":\"dial\",\"url\":\"https://u:§@example.com/\"}", "{\"msg\":\"dial\",\"url\":\"https://***:***@example.com/\"}"},
	{"JSON escapes", "{\"url\":\"https:\\/\\/u:§@example.com\\/\"}", "{\"url\":\"https:\\/\\/***:***@example.com\\/\"}"},
	{"shell escapes", "git clone https\\://oauth2\\:§\\@github.com/o/r", "git clone https\\://***\\:***\\@github.com/o/r"},
	{"connection string in prose", "cannot connect: Server=db;User Id=sa;Password=§;Encrypt=true (timeout)", "cannot connect: Server=db;User Id=sa;Password=***;Encrypt=true (timeout)"},
	{"libpq in an error", "failed to connect to `host=db user=app password=§ database=x`: dial", "failed to connect to `host=db user=app password=*** database=x`: dial"},
	{"scp-like with a password", "push to deploy:§x1@git.example.com:o/r.git failed", "push to ***:***@git.example.com:o/r.git failed"},
	{"encoded URL in text", "redirect to https%3A%2F%2Fu%3A§%40in.example%2F done", "redirect to https%3A%2F%2F***%3A***%40in.example%2F done"},
	{"YAML", "url: https://u:§@example.com/x # old", "url: https://***:***@example.com/x # old"},
	{"line break in a quoted URL", "msg=\"https://example.com/?token=§\\nnext\"", "msg=\"https://example.com/?token=***\\nnext\""},

	{"curl", "curl -s -u admin:§ https://example.com/ | jq .", "curl -s -u admin:*** https://example.com/ | jq ."},
	{"curl, quotes", "$ curl --user 'admin:§ x' https://example.com/", "$ curl --user 'admin:***' https://example.com/"},
	{"curl, attached", "curl -uadmin:§ example.com", "curl -uadmin:*** example.com"},
	{"curl, header", "curl -H \"Authorization: Bearer §\" https://example.com/", "curl -H \"Authorization: Bearer ***\" https://example.com/"},
	{"curl, header with a key", "curl -H 'X-Api-Key: §' https://example.com/", "curl -H 'X-Api-Key: ***' https://example.com/"},
	{"curl, proxy", "curl -x http://u:§@proxy:3128 https://example.com/", "curl -x http://***:***@proxy:3128 https://example.com/"},
	{"git clone", "git clone https://x-access-token:§@github.com/o/r.git", "git clone https://***:***@github.com/o/r.git"},
	{"psql", "psql 'postgres://u:§@db/x?sslmode=require' -c 'select 1'", "psql 'postgres://***:***@db/x?sslmode=require' -c 'select 1'"},
	{"psql, fields", "psql \"host=db user=u password=§\" -c x", "psql \"host=db user=u password=***\" -c x"},
	{"psql, environment", "PGPASSWORD=§ psql -h db -U u", "PGPASSWORD=*** psql -h db -U u"},
	{"mysql", "mysql -h db -u root -p§ shop", "mysql -h db -u root -p*** shop"},
	{"mysql, long option", "/usr/bin/mysqldump --user=root --password=§ shop", "/usr/bin/mysqldump --user=root --password=*** shop"},
	{"sshpass", "sshpass -p § ssh deploy@example.com", "sshpass -p *** ssh deploy@example.com"},
	{"redis-cli", "redis-cli -h cache -a § ping", "redis-cli -h cache -a *** ping"},
	{"docker login", "docker login -u bob -p § registry.example.com", "docker login -u bob -p *** registry.example.com"},
	{"any long option", "tool --api-key § --verbose", "tool --api-key *** --verbose"},
}

func TestMask(t *testing.T) {
	for _, c := range maskCases {
		t.Run(c.name, func(t *testing.T) {
			in, want := bodies.Replace(c.in), bodies.Replace(c.want)
			got := Mask(in)
			assert.Equal(t, want, got)
			assert.Equal(t, got, Mask(got), "masking twice")
			assert.NotContains(t, Strip(in), pw)
		})
	}
}

// cleanCases hold what looks like credentials to a simpler reading.
var cleanCases = []struct{ name, in string }{
	{"handle in a path", "https://medium.com/@alice/post-1"},
	{"at sign in a path", "https://example.com/a@b/c"},
	{"mail address", "alice@example.com"},
	{"mail link", "mailto:alice@example.com?subject=token"},
	{"labelled mail address", "email:alice@example.com"},
	{"label in prose", "contact:bob@example.com for help"},
	{"copy", "git@github.com:acme/app.git"},
	{"login by key", "ssh://git@github.com/acme/app.git"},
	{"login by key, other user", "ssh://deploy@example.com:2222/srv/repo.git"},
	{"version in a path", "https://unpkg.com/vue@3.4.0/dist/vue.js"},
	{"scoped package", "https://registry.npmjs.org/@types/node/-/node-1.0.tgz"},
	{"package URL", "pkg:npm/%40a/b@1.0.0"},
	{"module version", "golang.org/x/tools@v0.1.0"},
	{"package alias", "npm:lodash@4.17.21"},
	{"image digest", "docker.io/x/y:1@sha256:00ff"},
	{"image digest with a scheme", "docker://reg.example.com/x/y:1@sha256:00ff"},
	{"image with a port", "registry.example.com:5000/x/y@sha256:00ff"},
	{"sip address", "sip:bob@example.com"},
	{"chat address", "xmpp:bob@example.com/phone"},
	{"tag URI", "tag:example.com,2026:a@b"},
	{"data URI", "data:text/plain;charset=utf-8,a:b@c"},
	{"time of day", "08:15:30"},
	{"time and place", "at 12:30@cafe"},
	{"pair", "k=v"},
	{"protocol-relative", "//cdn.example.com/x.js"},
	{"comment", "//@author bob"},
	{"IPv6", "https://[::1]:8080/"},
	{"empty", ""},
	{"short", "a:"},
	{"token type", "https://example.com/?token_type=bearer"},
	{"sort key", "https://example.com/?sort_key=name"},
	{"author", "https://example.com/?author=bob&authority=x"},
	{"limits", "https://example.com/?max_tokens=10"},
	{"page token", "https://example.com/?pageToken=CAoQAA&next_page_token=CAoQAB&continuation-token=abc"},
	{"country code", "https://example.com/?code=GB"},
	{"short code", "https://example.com/?code=123456"},
	{"question", "https://example.com/?has_password=1&forgotPassword=yes&no-token=x&is_secret=true"},
	{"policy", "https://example.com/?password_policy=strict&token_limit=4&password_length=12"},
	{"empty value", "https://example.com/?password=&token"},
	{"flag", "https://example.com/?token=true&auth=1&apikey=none"},
	{"mode", "https://example.com/?auth=basic"},
	{"search word", "https://example.com/?q=password"},
	{"directory", "https://example.com/?pwd=/home/alice&pwd=%2Ftmp"},
	{"short key", "https://example.com/?key=name"},
	{"commit", "https://github.com/o/r/commit/0f1e2d3c4b5a69788796a5b4c3d2e1f001234567"},
	{"identifier", "https://example.com/users/3f2b8c1e-5d4a-4f6b-9c7d-1e2f3a4b5c6d"},
	{"asset hash", "https://example.com/static/app.0f1e2d3c4b5a69788796a5b4c3d2e1f0.js"},
	{"hash parameter", "https://example.com/x?v=0f1e2d3c4b5a69788796a5b4c3d2e1f0"},
	{"JSON in base64", "https://example.com/?cursor=eyJpZCI6MTIzNDU2Nzg5LCJuIjoxfQ=="},
	{"public identifiers", "https://example.com/?client_id=abcdefghijklmnopqrstuvwx&code_challenge=abc&GoogleAccessId=a&Key-Pair-Id=b"},
	{"reset page", "https://example.com/reset-password"},
	{"reset page of a user", "https://example.com/reset-password/help"},
	{"hooks of a forge", "https://api.github.com/repos/o/r/hooks/12345678"},
	{"host of hooks", "https://hooks.slack.com"},
	{"documentation of hooks", "https://api.slack.com/messaging/webhooks"},
	{"fragment line", "https://example.com/#L10"},
	{"fragment route", "https://example.com/#/users/1?tab=a"},
	{"fragment text", "https://example.com/#:~:text=password"},
	{"database", "postgres://db:5432/prod?sslmode=require"},
	{"databases", "mongodb://h1:27017,h2:27017/db?replicaSet=rs"},
	{"cache", "redis://localhost:6379"},
	{"JDBC Oracle", "jdbc:oracle:thin:@//db:1521/s"},
	{"JDBC", "jdbc:mysql://db/x?useSSL=true&allowPublicKeyRetrieval=true"},
	{"JDBC SQL Server", "jdbc:sqlserver://h:1433;databaseName=x;encrypt=true"},
	{"libpq", "host=db dbname=x sslmode=require"},
	{"integrated", "Server=db;Trusted_Connection=True;"},
	{"ADO.NET without password", "Server=db;Database=x;User Id=sa;Encrypt=true"},
	{"npm option", "//registry.example.com/:always-auth=true"},
	{"nested", "https://example.com/?u=https%3A%2F%2Fin.example%2F%3Fa%3Db"},
	{"placeholders", "https://${USER}:${PASS}@example.com/?token=<token>&key={key}"},
	{"variable", "postgres://app:$DB_PASSWORD@db/prod"},
	{"npm placeholder", "//registry.npmjs.org/:_authToken=${NPM_TOKEN}"},
	{"template", "https://example.com/?api_key={{ api_key }}"},
	{"already masked", "https://***:***@example.com/?token=***&sig=REDACTED&key=xxxxx"},
	{"masked by net/url", "https://user:xxxxx@example.com/"},
	{"masked and encoded", "https://example.com/?sig=%5BREDACTED%5D&token=%2A%2A%2A"},
	{"port placeholder", "http://localhost:PORT/@vite/client"},
	{"port variable", "http://localhost:${PORT}/@scope/pkg"},
	{"development server", "http://localhost:3000/@fs/src/a.ts"},
	{"two addresses", "write to alice@example.com or https://example.com/x, not bob@example.com"},
	{"signed headers", "https://example.com/?X-Amz-Date=20260101T000000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Algorithm=AWS4-HMAC-SHA256"},
	{"shared access fields", "https://example.com/?sv=2022-11-02&sr=b&sp=r&se=2030-01-01&spr=https"},
	{"log line", "level=info msg=\"request done\" user=alice status=200 path=/v1/users?page=2"},
	{"Windows path", `C:\Users\alice\x@y`},
	{"archive", "https://web.archive.org/web/2026/https://example.com/x"},
	{"maps", "https://www.google.com/maps/@52.5,13.4,15z"},
	{"wiki", "https://example.atlassian.net/wiki/spaces/DEV/pages/123456789/Some+Long+Page+Title"},
	{"percent", "https://example.com/100%/a%20b"},
	{"Kubernetes label", "app.kubernetes.io/name=web,tier=front"},
	{"ARN", "arn:aws:iam::123456789012:user/a@b"},
	{"email in a query", "https://example.com/?email=alice@example.com"},
	{"email in a path", "https://example.com/users/alice@example.com/posts:1"},
	{"Matrix room", "https://matrix.to/#/@alice:example.com"},
	{"handle with a host", "https://example.social/@alice@other.example"},
	{"plus address", "mailto:alice+x@example.com,bob@example.com"},
	{"diff", "+++ b/file@v1:2"},
	{"mysql that asks", "mysql -u root -p shop"},
	{"published port", "docker run -p 8080:80 nginx"},
	{"curl with a user name", "curl -u admin https://example.com/"},
	{"curl with a variable", "curl -u admin:$PASSWORD -H \"Authorization: Bearer $TOKEN\" https://example.com/"},
	{"options", "ls -l --color=auto --sort-key name"},
	{"list", "- item one - item two --token-type bearer"},
}

func TestCleanInputIsUntouched(t *testing.T) {
	for _, c := range cleanCases {
		t.Run(c.name, func(t *testing.T) {
			assert.Empty(t, Explain(c.in))
			assert.Equal(t, c.in, Mask(c.in))
			assert.Equal(t, c.in, Strip(c.in))
		})
	}
}

// lines returns the lines of a file in testdata.
func lines(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
}

func TestCleanLinesAreUntouched(t *testing.T) {
	for _, in := range lines(t, "clean.txt") {
		assert.Equal(t, in, Mask(in))
		assert.Equal(t, in, Strip(in))
		assert.Empty(t, Explain(in), in)
	}
}

// The lines hold § where the secret stands.
func TestNoSecretOfTheLinesIsLeft(t *testing.T) {
	for _, line := range lines(t, "secrets.txt") {
		in := strings.ReplaceAll(line, "§", pw)
		assert.NotContains(t, Mask(in), pw, line)
		assert.NotContains(t, Strip(in), pw, line)
		checkLaws(t, in)
	}
}
