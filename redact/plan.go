package redact

import (
	"encoding"
	"encoding/json"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"sync/atomic"
	"time"
	"unicode"

	"github.com/fieldsafe/fieldsafe/detect"
)

// form says how handlers write values of type any: as encoding/json does, as
// fmt's %+v does.
type form uint8

const (
	formJSON form = 1 << iota
	formText
)

// plan says how values of one type are searched. It is built once a type.
type plan struct {
	id        uintptr // of t
	t         reflect.Type
	safe      bool // neither form can show text or a long number
	shows     shown
	bare      bool // it has no methods, and is text, a number or a boolean
	direct    bool // see planDirect
	copies    bool // see planCopy
	isTime    bool
	isError   bool
	kind      reflect.Kind
	valuer    bool    // implements slog.LogValuer
	inner     methods // that write it inside another value
	alone     methods // that write it where it stands by itself
	byPointer method  // that encoding/json calls where the value can be addressed
	letters   bool    // see areCharacters
	hides     bool    // see isPrivateKey
	noJSON    bool    // encoding/json refuses it
	says      *name   // what its text is, whatever the value is called; nil: any text
	elem      *plan   // of pointers, slices, arrays, maps
	key       *plan   // of maps
	fields    []field // of structs
}

// method is a way a type writes itself.
type method uint8

const (
	noMethod method = iota
	marshalJSON
	marshalText
	formatMethod
	errorMethod
	stringMethod
)

// methods are the ways a type writes its two forms.
type methods struct{ json, text method }

// field is one field of a struct.
type field struct {
	index     int
	plan      *plan
	name      *name  // as the JSON form spells it
	key       []byte // the same with quotes and colon, as encoding/json writes it
	goName    *name  // as the text form does, where that says something else; nil otherwise
	tag       *class // what a struct tag decides
	forms     form   // forms in which the field is shown
	inline    bool   // embedded: its fields appear as the struct's own
	omitEmpty bool   // left out where it is empty
	namer     int    // 1 + the index of the field that names what this one holds; 0: none does
}

// judged reports whether something but the value speaks of the field.
func (f *field) judged() bool {
	return f.tag != nil || f.namer > 0 || f.goName != nil || f.name.holds != nil || f.name.rules != nil
}

var (
	valuerType        = reflect.TypeFor[slog.LogValuer]()
	jsonMarshalerType = reflect.TypeFor[json.Marshaler]()
	textMarshalerType = reflect.TypeFor[encoding.TextMarshaler]()
	formatterType     = reflect.TypeFor[fmt.Formatter]()
	errorType         = reflect.TypeFor[error]()
	stringerType      = reflect.TypeFor[fmt.Stringer]()
)

// plainTypes have methods, but write nothing that anybody chose.
var plainTypes = map[reflect.Type]bool{
	reflect.TypeFor[time.Time]():      true,
	reflect.TypeFor[time.Duration]():  true,
	reflect.TypeFor[time.Month]():     true,
	reflect.TypeFor[time.Weekday]():   true,
	reflect.TypeFor[slog.Level]():     true,
	reflect.TypeFor[reflect.Kind]():   true,
	reflect.TypeFor[*time.Location](): true,
}

// typeCache finds plans without asking a map.
type typeCache [1 << 7]typeSlot

type typeSlot struct {
	safe atomic.Uintptr // a type whose plan is safe
	plan atomic.Pointer[plan]
}

// idOf returns where a type is described.
func idOf(t reflect.Type) uintptr { return reflect.ValueOf(t).Pointer() }

func (c *typeCache) slot(id uintptr) *typeSlot { return &c[id>>5%uintptr(len(c))] }

// isSafe reports whether it is known at once that the plan of that type is.
func (c *typeCache) isSafe(id uintptr) bool { return c.slot(id).safe.Load() == id }

// planOf returns the plan of a type.
func (r *Redactor) planOf(t reflect.Type) *plan {
	id := idOf(t)
	slot := r.types.slot(id)
	if pl := slot.plan.Load(); pl != nil && pl.id == id {
		return pl
	}
	pl := r.otherPlan(t)
	slot.plan.Store(pl)
	if pl.safe {
		slot.safe.Store(id)
	}
	return pl
}

func (r *Redactor) otherPlan(t reflect.Type) *plan {
	if known, ok := r.plans.Load(t); ok {
		return known.(*plan)
	}
	b := planner{r: r, plans: map[reflect.Type]*plan{}}
	pl := b.plan(t)
	b.showAll()
	for t, pl := range b.plans {
		pl.safe = pl.shows == showsNothing
		pl.direct = b.planDirect(t, map[reflect.Type]bool{})
		pl.copies = b.planCopy(t)
		pl.bare = isScalar(t.Kind()) && !pl.valuer && pl.inner == methods{} && pl.alone == methods{} && pl.says == nil
	}
	// Published only when all are complete, since each leads to others.
	for t, pl := range b.plans {
		r.plans.LoadOrStore(t, pl)
	}
	return pl
}

// planner builds the plans of a type and of all types it is made of.
type planner struct {
	r     *Redactor
	plans map[reflect.Type]*plan
}

func (b *planner) plan(t reflect.Type) *plan {
	if pl := b.plans[t]; pl != nil {
		return pl
	}
	pl := &plan{t: t, id: idOf(t), kind: t.Kind(), isTime: t == timeType, isError: t.Implements(errorType)}
	b.plans[t] = pl
	if plainTypes[t] {
		return pl
	}
	pl.says, pl.hides = b.says(t), isPrivateKey(t)
	if t.Kind() != reflect.Interface { // the methods that count are those of what it holds
		pl.valuer = t.Implements(valuerType)
		pl.inner, pl.alone = methodsOf(t)
		if byPointer, _ := methodsOf(reflect.PointerTo(t)); pl.inner.json == noMethod {
			pl.byPointer = byPointer.json
		}
	}
	pl.letters = areCharacters(t)
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		pl.elem = b.plan(t.Elem())
	case reflect.Map:
		pl.elem, pl.key = b.plan(t.Elem()), b.plan(t.Key())
	case reflect.Struct:
		b.structFields(pl, t)
	}
	return pl
}

// says returns the name that the text of types of the standard library has which
// hold secrets; they are known by their names, for net/http is large.
func (b *planner) says(t reflect.Type) *name {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case isCookie(t):
		return b.r.read(b.r.name("cookie"), "http_cookie", readSetCookie)
	case t.PkgPath() == "net/url" && t.Name() == "Userinfo":
		return b.r.name("password")
	case isURLType(t):
		return b.r.read(noName, "url_userinfo", readURL)
	}
	return nil
}

func isCookie(t reflect.Type) bool { return t.PkgPath() == "net/http" && t.Name() == "Cookie" }

// cookieFields are the fields of a cookie that hold its value.
var cookieFields = map[string]bool{"Value": true, "Raw": true, "Unparsed": true}

// methodsOf follows the precedence of encoding/json and of fmt inside other
// values; of slog's handlers, which ask errors and TextMarshalers first, for
// what stands alone.
func methodsOf(t reflect.Type) (inner, alone methods) {
	asJSON, asText, isError := t.Implements(jsonMarshalerType), t.Implements(textMarshalerType), t.Implements(errorType)
	switch {
	case t.Implements(formatterType):
		inner.text = formatMethod
	case isError:
		inner.text = errorMethod
	case t.Implements(stringerType):
		inner.text = stringMethod
	}
	alone.text = inner.text
	if asText {
		inner.json, alone.text = marshalText, marshalText
	}
	alone.json = inner.json
	if isError {
		alone.json = errorMethod
	}
	if asJSON {
		inner.json, alone.json = marshalJSON, marshalJSON
	}
	return inner, alone
}

func (b *planner) structFields(pl *plan, t reflect.Type) {
	for i := range t.NumField() {
		sf := t.Field(i)
		f := field{index: i, plan: b.plan(sf.Type), forms: formJSON | formText}
		tag, options, _ := strings.Cut(sf.Tag.Get("json"), ",")
		if strings.ContainsFunc(tag, refusedInTag) {
			tag = ""
		}
		if !sf.IsExported() && !sf.Anonymous || tag == "-" && options == "" {
			f.forms = formText
		}
		f.inline, f.omitEmpty = sf.Anonymous && tag == "", options == "omitempty"
		f.name = b.r.fieldOf(t, b.r.name(sf.Name))
		if tag != "" && tag != "-" {
			goName := f.name
			f.name = b.r.name(tag)
			if (goName.holds != nil || goName.rules != nil) && !strings.EqualFold(tag, sf.Name) {
				f.goName = goName
			}
		}
		f.key = append(appendJSONString(nil, f.name.text), ':')
		f.tag = b.r.classOf(sf.Tag)
		if sf.Anonymous && isPrivateKey(sf.Type) {
			f.tag = &class{detector: keyDetector, keys: true} // its fields appear as the struct's own
		}
		if cookieFields[sf.Name] && isCookie(t) {
			f.tag = &class{detector: detect.ByID("http_cookie"), keys: true}
		}
		if f.forms&formJSON != 0 && unsupported(sf.Type.Kind()) && !strings.Contains(options, "omit") {
			pl.noJSON = true
		}
		pl.fields = append(pl.fields, f)
	}
	for i := range pl.fields {
		if f := &pl.fields[i]; f.name.role == isValue || t.Field(i).Name == "Value" {
			f.namer = pl.namer(t)
		}
	}
}

// namer finds the field that says what the field Value of t holds, in
// sql.NamedArg, a tag, a variable of the environment.
func (pl *plan) namer(t reflect.Type) int {
	for i, f := range pl.fields {
		if sf := t.Field(i); mayBeText(sf.Type) && (f.name.role == namesValue || sf.Name == "Name" || sf.Name == "Key") {
			return i + 1
		}
	}
	return 0
}

// mayBeText reports whether writtenText may find text in a value of the type.
func mayBeText(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Pointer, reflect.Interface:
		return true
	}
	return t.Implements(textMarshalerType)
}

// refusedInTag reports whether encoding/json takes no name with that character
// from a struct tag.
func refusedInTag(c rune) bool {
	return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", c)
}

// unsupported reports whether encoding/json refuses values of the kind.
func unsupported(k reflect.Kind) bool {
	switch k {
	case reflect.Chan, reflect.Func, reflect.Complex64, reflect.Complex128, reflect.UnsafePointer:
		return true
	}
	return false
}
