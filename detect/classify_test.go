package detect

import "testing"

// TestClassifyOwner checks that a name which several detectors have among their
// keywords is given to the one that it is first of all a name of.
func TestClassifyOwner(t *testing.T) {
	tests := []struct{ name, want string }{
		{"SSN", "us_ssn"}, {"nationalId", "national_id"}, {"home_address", "street_address"},
		{"phoneNumber", "phone_e164"}, {"date-of-birth", "date_of_birth"}, {"passport.no", "passport_generic"},
		{"first_name", "person_name"}, {"vin", "vin"}, {"cpf", "br_cpf"}, {"user", "username"}, {"user_agent", ""},
		{"userCount", ""}, {"name", ""}, {"address", ""}, {"memory_address", ""}, {"postcode", "gb_postcode"}, {"orders", ""}, {"message", ""},
	}
	for _, tt := range tests {
		got := ""
		if d := Default().Classify(tt.name); d != nil {
			got = d.ID
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
