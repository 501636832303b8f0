package check

import (
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/source"
	"github.com/fieldsafe/fieldsafe/detect"
)

// mayBeURL says whether a field is read as a URL or a data source name as well.
// One without "://" must be shaped like no address of a mailbox or an image, or
// its field must be named after what it is.
func mayBeURL(f *source.Field) bool {
	switch v := f.Value; {
	case strings.Contains(v, "://"):
		return true
	case strings.HasPrefix(v, "jdbc:"), strings.HasPrefix(v, "//"):
		return true
	case strings.Contains(v, "@tcp("), strings.Contains(v, "@unix("), strings.Contains(v, "@//"):
		return true
	case strings.Contains(v, "@"), strings.Contains(v, ";"), strings.Contains(v, "="):
		return isURLKey(f.Name)
	}
	return false
}

// urlKeys are in the names of fields that hold a URL or a data source name.
var urlKeys = []string{"dsn", "url", "uri", "jdbc", "connectionstring", "connstr", "conn_str", "connection_string", "datasource", "data_source", "proxy", "broker", "remote"}

func isURLKey(name string) bool {
	name = strings.ToLower(name)
	for _, key := range urlKeys {
		if strings.Contains(name, key) {
			return true
		}
	}
	return false
}

// withoutHosts drops from found the addresses that are a password and the host
// behind it, as urls says.
func withoutHosts(found, urls []detect.Finding) []detect.Finding {
	return slices.DeleteFunc(found, func(d detect.Finding) bool {
		return d.Detector.ID == "email_address" && slices.ContainsFunc(urls, func(u detect.Finding) bool {
			return u.Start < d.End && d.Start < u.End
		})
	})
}
