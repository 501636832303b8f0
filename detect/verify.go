package detect

// validIf is Valid, or Invalid when a check digit or a rule of the register
// fails.
func validIf(ok bool) Verdict {
	if ok {
		return Valid
	}
	return Invalid
}

// plausibleIf is Plausible, or Invalid when a rule fails, for identifiers whose
// rules confirm nothing.
func plausibleIf(ok bool) Verdict {
	if ok {
		return Plausible
	}
	return Invalid
}
