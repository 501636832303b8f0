package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/redact"
)

// keyVariable is the environment variable with the key of pseudonyms: arguments
// would show it to everyone on the machine.
const keyVariable = "FIELDSAFE_KEY"

// keyFlags are the flags that decide on pseudonyms beside the key.
type keyFlags struct {
	id            string
	discriminator []string
}

func (f *keyFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.id, "key-id", "k1", "`name` of the key, which is written into pseudonyms")
	flags.StringArrayVar(&f.discriminator, "discriminator", nil, "`text` under which equal values have pseudonyms of their own")
}

func (f *keyFlags) replacer() (redact.Replacer, error) {
	replace, err := redact.Pseudonym(f.id, []byte(os.Getenv(keyVariable)), f.discriminator...)
	if err != nil {
		return nil, fmt.Errorf("%w (the key is read from %s)", err, keyVariable)
	}
	return replace, nil
}

func newPseudonym() *cobra.Command {
	var key keyFlags
	var id string
	c := &cobra.Command{
		Use:   "pseudonym [flags]",
		Short: "Compute the pseudonyms of values, to look for them in redacted logs",
		Long: `pseudonym reads values from standard input, one a line, and writes for each what
"fieldsafe redact --replace pseudonym", or redact.Pseudonym in a program, puts in
its place. The key is in the environment variable ` + keyVariable + ` (32 bytes or
more); it, --key-id and --discriminator must be those of the log.

A pseudonym names the detector that found the value, which its digits do not
depend on. Without --detector just what is the same for all is written,
"k1:" and 32 hexadecimal digits. A value must be spelled as it was in the log.

Exit status: 0, or 2 when reading or writing failed.`,
		Example: `  echo jane.doe@example.com | fieldsafe pseudonym
  fieldsafe pseudonym --detector us_ssn < numbers.txt | grep -F -f - app.log`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			replace, err := key.replacer()
			if err != nil {
				return err
			}
			d := detect.ByID(id)
			if id != "" && d == nil {
				return errors.New("--detector: there is no such detector; see fieldsafe detectors")
			}
			return pseudonyms(c.InOrStdin(), c.OutOrStdout(), replace, d)
		},
	}
	key.add(c.Flags())
	c.Flags().StringVar(&id, "detector", "", "write the whole label of this `detector`")
	return c
}

// pseudonyms writes one line for each line: the label, or without a detector the
// part of it that is the same for all.
func pseudonyms(in io.Reader, out io.Writer, replace redact.Replacer, d *detect.Detector) error {
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		label := string(replace(nil, lines.Text(), detect.Finding{Detector: d}))
		if d == nil {
			label = strings.TrimSuffix(label[strings.IndexByte(label, ':')+1:], "]")
		}
		if _, err := fmt.Fprintln(out, label); err != nil {
			return err
		}
	}
	return lines.Err()
}
