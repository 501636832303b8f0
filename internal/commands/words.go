package commands

// maxWord bounds how far the quote that closes a word is looked for.
const maxWord = 4096

// cut returns the next word from i on, without the quotes around it, and where
// to go on; -1 where the line ends.
func (r *Reader[T]) cut(i int) (start, stop, next int) {
	if i = r.blanks(i); i >= r.end || r.text[i] == '\n' {
		return i, i, -1
	}
	limit := r.end
	if r.shut > 0 {
		if limit = r.shut; i >= limit { // the quote that closes the command
			r.shut, r.program = 0, nil
			return r.cut(i + 1)
		}
	}
	switch c := r.text[i]; c {
	case '|':
		return i, i + 1, i + 1
	case '"', '\'':
		shut := closing(r.text, i, limit)
		switch {
		case shut == 0:
		case r.opensCommand(i+1, shut):
			r.shut = shut
			return r.cut(i + 1)
		case shut+1 == limit, separates(r.text[shut+1]), closes(r.text[shut+1]):
			return i + 1, shut, shut + 1
		}
	}
	stop = r.wordEnd(i, limit)
	if last := r.text[stop-1]; (last == ';' || last == '`') && stop-i > 1 {
		return i, stop - 1, stop - 1
	}
	if next = stop; stop+1 < limit && r.text[stop] == '\\' {
		next = stop + 2 // the end of a line, in a string
	}
	return i, stop, next
}

// opensCommand says whether text[i:end], which is in quotes, begins with the name
// of a program.
func (r *Reader[T]) opensCommand(i, end int) bool {
	if r.next.Argument != None || r.shut > 0 {
		return false
	}
	stop := i
	for stop < end && stop-i <= longestName && !separates(r.text[stop]) {
		stop++
	}
	return stop < end && separates(r.text[stop]) && programIn(r.text[i:stop]) != nil
}

// blanks passes over white space, and over the end of a line behind a backslash.
func (r *Reader[T]) blanks(i int) int {
	for i < r.end {
		switch c := r.text[i]; {
		case c == ' ' || c == '\t' || c == '\r':
			i++
		case c == '\\' && i+1 < r.end && r.text[i+1] == '\n':
			i += 2
		case c == '\\' && i+2 < r.end && r.text[i+1] == '\r' && r.text[i+2] == '\n':
			i += 3
		default:
			return i
		}
	}
	return i
}

// separates says whether c ends a word.
func separates(c byte) bool {
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '|'
}

// closes says whether c may end a command behind a word in quotes.
func closes(c byte) bool { return c == ';' || c == ',' || c == ')' || c == '&' || c == '`' }

// wordEnd returns the end of the word at i, which is at most limit. A backslash
// keeps what follows, and quotes may stand behind "=", ":" and options; those
// around a command begin a word.
func (r *Reader[T]) wordEnd(i, limit int) int {
	text := r.text
	for start := i; i < limit && !separates(text[i]); i++ {
		switch c := text[i]; {
		case c == '\\' && i > start && i+1 < limit && (text[i+1] == 'n' || text[i+1] == '\n' || text[i+1] == '\r'):
			return i
		case c == '&' && i > start && i+1 < limit && text[i+1] == '&':
			return i
		case c == '\\' && i+1 < limit:
			i++
		case (c == '"' || c == '\'') && i > start && (text[start] == '-' || text[i-1] == '=' || text[i-1] == ':'):
			shut := closing(text, i, limit)
			if r.opensCommand(i+1, shut) {
				return i
			}
			i = max(i, shut)
		}
	}
	return min(i, limit)
}

// closing returns the quote that closes the one at i on its line, or 0.
func closing[T string | []byte](text T, i, limit int) int {
	limit = min(limit, i+maxWord)
	for j := i + 1; j < limit && text[j] != '\n'; j++ {
		if text[j] == text[i] {
			return j
		}
	}
	return 0
}

// unquoted takes a pair of quotes off text[start:end].
func unquoted[T string | []byte](text T, start, end int) (int, int) {
	if end-start >= 2 && (text[start] == '"' || text[start] == '\'') && text[end-1] == text[start] {
		return start + 1, end - 1
	}
	return start, end
}

// endsCommand says whether a word is an operator of the shell or begins a
// comment.
func endsCommand[T string | []byte](b T) bool {
	switch string(b) {
	case "|", "&", "&&", ";", "#", "<", ">", ">>", "<<<", "2>&1", "`":
		return true
	}
	return false
}

// isOption says whether b begins like an option: with "-", or with "/", letters
// and a colon.
func isOption[T string | []byte](b T) bool {
	if len(b) < 2 || b[0] == '-' {
		return len(b) > 1
	}
	i := 1
	for i < len(b) && letter(b[i]) {
		i++
	}
	return b[0] == '/' && i > 1 && i < len(b) && b[i] == ':'
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// matches returns how much of b stands before the value of option o, more than
// all of it where the value is the next word, or 0 where b is another option.
func matches[T string | []byte](o *Option, b T) int {
	n := len(o.Name)
	if len(b) < n || string(b[:n]) != o.Name && !(o.Name[0] == '/' && equalFold(o.Name, b[:n])) {
		if o.Short() && combined(b, o.Name[1]) {
			return len(b) + 1
		}
		return 0
	}
	switch {
	case len(b) == n:
		return n + 1
	case o.Short() && o.Argument != Spaced, o.Argument == Attached:
		return n
	case b[n] == '=', b[n] == ':' && o.Name[0] == '/':
		return n + 1
	}
	if o.Short() && combined(b, o.Name[1]) {
		return len(b) + 1
	}
	return 0
}

// combined says whether b is short options, of which the last one is name and
// takes the next word.
func combined[T string | []byte](b T, name byte) bool {
	if len(b) < 3 || len(b) > 6 || b[len(b)-1] != name {
		return false
	}
	for i := 1; i < len(b); i++ {
		if !letter(b[i]) && (b[i] < '0' || b[i] > '9') {
			return false
		}
	}
	return true
}

// longestName is the length of the longest name of a program, with ".exe".
const longestName = 20

// programIn returns the program that b names, in any letter case, or nil.
func programIn[T string | []byte](b T) *Program {
	name := programName(b)
	if len(name) > longestName {
		return nil
	}
	var low [longestName]byte
	for i := range len(name) {
		if low[i] = name[i]; name[i] >= 'A' && name[i] <= 'Z' {
			low[i] |= 0x20
		}
	}
	return Named(low[:len(name)])
}

// programName returns the name of the program in b: without directory, what
// opens a substitution, and ".exe".
func programName[T string | []byte](b T) T {
	for i := len(b) - 1; i >= 0; i-- {
		if c := b[i]; c == '/' || c == '\\' || c == '`' || c == '(' || c == '"' || c == '\'' || c == '$' {
			b = b[i+1:]
			break
		}
	}
	if n := len(b) - len(".exe"); n > 0 && b[n] == '.' && string(b[n:]) == ".exe" {
		b = b[:n]
	}
	return b
}

func holds[T string | []byte](b T, c byte) bool {
	for i := range len(b) {
		if b[i] == c {
			return true
		}
	}
	return false
}

// generated says whether a word looks like a token.
func generated[T string | []byte](b T) bool {
	digit := false
	for i := range len(b) {
		if b[i] == '=' {
			return false
		}
		digit = digit || b[i] >= '0' && b[i] <= '9'
	}
	return digit && len(b) >= 7 && b[0] != '/' && b[0] != '$'
}
