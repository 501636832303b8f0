package commands

// Kind says what a word of a command line is.
type Kind uint8

// The kinds.
const (
	Plain Kind = iota
	Flag       // begins like an option, and is none of the program's
	Value      // what the program takes as the Argument
)

// Word is one word of a command line, in offsets of its text, without the quotes
// around it. Of a Value it is the value alone.
type Word struct {
	Start, End         int
	NameStart, NameEnd int // of a Value the option or the word that it belongs to
	Kind
	Argument
	Doubtful bool // a secret only where it looks generated
	Asks     bool // a secret only where its name is that of one
}

// Reader reads the words of a command line: all of a line of text, or from the
// name of a program on. It ends with the line, which goes on behind a backslash.
// It allocates nothing and is linear.
type Reader[T string | []byte] struct {
	text   T
	i, end int
	shut   int // where the quotes end that a command stands in, or 0

	program *Program
	login   bool  // the word "login" was seen
	next    Word  // what the next word is a value of, if it has an Argument
	place   int   // how many words without a dash the program has had
	off     uint8 // its places that those words rule out, by their number
	before  Word  // the word in the place before
	spoken  Word  // the last word of what goes into a pipe
}

// NewReader returns a reader of text[start:end].
func NewReader[T string | []byte](text T, start, end int) Reader[T] {
	return Reader[T]{text: text, i: start, end: end}
}

// Pos returns where the next word is looked for.
func (r *Reader[T]) Pos() int { return r.i }

// Expect makes the next word the value of the option that stands at
// [nameStart, nameEnd).
func (r *Reader[T]) Expect(nameStart, nameEnd int, doubtful bool) {
	r.next = Word{Kind: Value, Argument: Secret, NameStart: nameStart, NameEnd: nameEnd, Doubtful: doubtful}
}

// Next returns the next word; false at the end of the command line.
func (r *Reader[T]) Next() (w Word, ok bool) {
	if w.Start, w.End, r.i = r.cut(r.i); r.i < 0 {
		r.i = w.End
		return w, false
	}
	b := r.text[w.Start:w.End]
	if next := r.next; next.Argument != None {
		r.next = Word{}
		if next.Argument == Other {
			return w, true
		}
		if doubt := next.Doubtful && next.Argument != Attached && !generated(b); !doubt && len(b) > 0 && (b[0] != '-' || next.Argument == Header) {
			next.Start, next.End = w.Start, w.End
			return next, true
		}
	}
	switch {
	case isOption(b), len(b) > 0 && b[0] == '/' && r.takes(b):
		r.option(&w)
	case endsCommand(b):
		r.operator(b)
	case r.program != nil && r.positional(&w):
	default:
		r.begin(&w)
	}
	return w, true
}

// begin begins the arguments of the program that w names, if it does.
func (r *Reader[T]) begin(w *Word) {
	if p := programIn(r.text[w.Start:w.End]); p != nil {
		r.enter(p)
		if p.PipedBy == "" {
			r.piped(w)
		}
	}
}

func (r *Reader[T]) enter(p *Program) {
	r.program, r.login, r.place, r.off = p, false, 0, 0
}

// piped makes w what was written into the pipe that the program reads.
func (r *Reader[T]) piped(w *Word) {
	if a := r.program.Piped; a != None && r.spoken.Start < r.spoken.End {
		name := *w
		*w = r.spoken
		w.Kind, w.Argument, w.NameStart, w.NameEnd = Value, a, name.Start, name.End
	}
	r.spoken = Word{}
}

// operator ends a command.
func (r *Reader[T]) operator(b T) {
	switch string(b) {
	case "<<<":
		if r.program != nil && r.program.Piped != None {
			r.next = Word{Kind: Value, Argument: r.program.Piped}
		}
		return
	case "|":
	default:
		r.spoken = Word{}
	}
	r.program = nil
}

// takes says whether b is an option of the program.
func (r *Reader[T]) takes(b T) bool {
	for i := range r.options() {
		if matches(&r.program.Options[i], b) > 0 {
			return true
		}
	}
	return false
}

func (r *Reader[T]) options() []Option {
	if r.program == nil {
		return nil
	}
	return r.program.Options
}

// option reads a word that begins like an option.
func (r *Reader[T]) option(w *Word) {
	w.Kind = Flag
	if r.program == nil {
		return
	}
	b := r.text[w.Start:w.End]
	switch {
	case r.program.PipedBy != "" && string(b) == r.program.PipedBy:
		r.piped(w)
		return
	case r.program.Skips != 0 && r.place == 0 && b[1] != '-' && holds(b, r.program.Skips):
		r.place = 1
	}
	for i := range r.program.Options {
		o := &r.program.Options[i]
		n := matches(o, b)
		if n == 0 || o.Argument == AtLogin && !r.login {
			continue
		}
		value := Word{Kind: Value, Argument: o.Argument, Start: w.Start + n, End: w.End, NameStart: w.Start, NameEnd: w.Start + min(len(o.Name), len(b))}
		*w = Word{Start: w.Start, End: w.End}
		if n <= len(b) && o.Argument != Other {
			*w = value
			w.Start, w.End = unquoted(r.text, w.Start, w.End)
			return
		}
		if n > len(b) {
			value.Doubtful = o.Argument == Attached
			r.next = value
		}
		return
	}
}

// positional reads a word without a dash among the arguments of a program, and
// reports whether it is one in its place.
func (r *Reader[T]) positional(w *Word) bool {
	b := r.text[w.Start:w.End]
	r.login = r.login || string(b) == "login"
	if r.program.Writes {
		r.spoken = *w
		return true
	}
	if len(r.program.Places) > 0 && r.off == 1<<len(r.program.Places)-1 {
		r.place, r.off = 0, 0 // what came before was the value of an option
	}
	at, before, known := r.place, r.before, false
	r.place, r.before = at+1, *w
	for i, place := range r.program.Places {
		if r.off>>i&1 != 0 || at >= len(place) {
			continue
		}
		switch p := place[at]; {
		case p == "?":
		case p == "~" && generated(b), p == "!":
			w.Kind, w.Argument, w.Asks = Value, max(r.program.Place, Secret), at > 0 && place[at-1] == "?"
			w.NameStart, w.NameEnd = before.Start, before.End
			return true
		case p != "!" && p != "~" && Matches(p, b):
			known = true
		default:
			r.off |= 1 << i
		}
	}
	return known
}
