package trees

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"testing"
)

// tree writes files and reads them back.
func tree(t *testing.T, seed uint64) (files map[string]string, size int64) {
	t.Helper()
	dir := t.TempDir()
	size, err := Write(dir, seed, 120)
	if err != nil {
		t.Fatal(err)
	}
	files = map[string]string{}
	err = filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		files[name[len(dir):]] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, size
}

func TestWrite(t *testing.T) {
	first, size := tree(t, 1)
	again, _ := tree(t, 1)
	other, _ := tree(t, 2)
	if !maps.Equal(first, again) || maps.Equal(first, other) {
		t.Error("the files do not depend on the seed, or not on it alone")
	}
	var total int64
	for _, text := range first {
		total += int64(len(text))
	}
	if len(first) != 120 || total != size || total/120 < 7000 || total/120 > 9000 {
		t.Errorf("%d files of %d bytes, said to be %d", len(first), total, size)
	}
}
