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

// TestClassifyOtherScripts checks that names of passwords are known in the letters
// that they are written in, and that a value goes with them.
func TestClassifyOtherScripts(t *testing.T) {
	value := "Xk92mP" + "qLr7"
	for _, tt := range []struct{ name, want string }{
		{"contraseña", "password_assignment"}, {"Contraseña", "password_assignment"}, {"contrasena", "password_assignment"},
		{"пароль", "password_assignment"}, {"密码", "password_assignment"}, {"パスワード", "password_assignment"}, {"hasło", "password_assignment"},
		{"şifre", "password_assignment"}, {"user_пароль", "password_assignment"}, {"токен", "generic_api_key"},
		{"contraseña_url", ""}, {"hasło_file", ""}, {"größe", ""}, {"数量", ""},
	} {
		got := ""
		if d := Default().Classify(tt.name); d != nil {
			got = d.ID
		}
		found := ids(Default().AppendField(nil, tt.name, value))
		if got != tt.want || (tt.want != "") != (len(found) == 1) {
			t.Errorf("%s: got %q and found %q, want %q", tt.name, got, found, tt.want)
		}
	}
}
