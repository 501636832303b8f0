package check

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/source"
	"github.com/fieldsafe/fieldsafe/detect"
)

// secretValue appends what the field f of a Kubernetes Secret holds: its value is
// secret whatever its key, but for keys of what everybody may know.
func secretValue(found []detect.Finding, f *source.Field) []detect.Finding {
	if f.Object != "Secret" || f.Kind != source.Value || len(found) > 0 {
		return found
	}
	keys := f.Path.Keys()
	if len(keys) < 2 || keys[len(keys)-2] != "data" && keys[len(keys)-2] != "stringData" || isPublicKey(keys[len(keys)-1]) {
		return found
	}
	value := strings.TrimSpace(f.Value)
	start := strings.Index(f.Value, value)
	if value == "" || strings.ContainsAny(value, " \n") {
		return found
	}
	return append(found, detect.Finding{
		Start: start, End: start + len(value), Detector: detect.ByID("k8s_secret_manifest"), Confidence: detect.Likely,
	})
}

// publicKeys end keys of a Secret whose values are no secrets. (Of iSCSI, _in says
// whose.)
var publicKeys = []string{
	"name", "namespace", "server", "type", "url", "uri", "project", "user", "username", "host", "hostname", "port", ".crt", "cert", "certificate", "region",
	"bucket", "endpoint", "database", "dbname", "email", "address", "domain", "version", "enabled", "mode", "id", "known_hosts", "path", "pub", "public",
}

func isPublicKey(key string) bool {
	key = strings.TrimSuffix(strings.ToLower(key), "_in")
	for _, end := range publicKeys {
		if strings.HasSuffix(key, end) {
			return true
		}
	}
	return false
}
