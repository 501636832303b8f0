package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
)

func newConfig() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "config",
		Short: "Print the policy that check goes by",
		Long: `config prints the effective policy of check, in the form of a policy file, and
where it comes from. A policy is a file ` + policy.FileName + `; the nearest one
counts, in the working directory or above it. All keys are optional, and unknown
ones are errors:

  confidence: likely          # report from this level on: possible, likely, certain
  samples: off                # also report values reserved for documentation
  roles: off                  # also report role mailboxes and service accounts
  detectors:                  # detectors and categories, on or off
    network: on
    date_of_birth: off
  allow:
    domains: [corp.example]   # addresses in these domains are not reported
    addresses: [a@b.example]  # nor are these
  platforms: [aws]            # also check what aws, gcp, azure, kubernetes accept
                              # as names, tags and labels (category platform)
  exclude: ["vendor/**"]      # files that are not checked
  rules:                      # the last one that fits a finding decides
    - paths: ["test/**"]      # of files; all three are optional
      fields: ["tags.Owner"]  # paths of fields, or their last key alone
      detectors: [personal]   # or categories
      report: warning         # error, warning (exit status 0) or off
      reason: "why"

In paths * stands for a part of one element and ** for any number of elements.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			p, name, err := f.policy()
			if err != nil {
				return err
			}
			if name == "" {
				name = "the defaults; there is no " + policy.FileName
			}
			fmt.Fprintf(c.OutOrStdout(), "# %s\n", name)
			p.Print(c.OutOrStdout())
			return nil
		},
	}
	c.Flags().StringVar(&f.config, "config", "", "policy `file` (the nearest "+policy.FileName+", here or above)")
	return c
}
