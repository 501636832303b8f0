package source

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// maxHCLDepth bounds the nesting that is given to the HCL parser, which
// descends recursively.
const maxHCLDepth = 1000

func parseHCL(data []byte) ([]*node, error) {
	if at := tooDeep(data, maxHCLDepth); at >= 0 {
		return nil, errorAt(data, at, "not valid HCL: nested too deeply")
	}
	file, diags := hclsyntax.ParseConfig(data, "", hcl.InitialPos)
	for _, d := range diags {
		if d.Severity == hcl.DiagError {
			return nil, hclError(data, d)
		}
	}
	h := hclReader{data}
	return []*node{h.body(file.Body.(*hclsyntax.Body))}, nil
}

// tooDeep returns where brackets, template directives, or unary operators after
// each other reach the limit, or -1. It counts those in strings and comments too.
func tooDeep(data []byte, limit int) int {
	depth, unary, directives := 0, 0, 0
	for i, c := range data {
		switch c {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth = max(depth-1, 0)
		case '!', '-':
			unary++
		case '%':
			directives = max(directives+directive(data[i:]), 0)
		case ' ', '\t', '\r', '\n':
			continue
		default:
			unary = 0
		}
		if depth > limit || unary > limit || directives > limit {
			return i
		}
	}
	return -1
}

// directive returns 1 when data begins with one that must be ended, as in
// %{ if x }, -1 when it begins with what ends one, and otherwise 0.
func directive(data []byte) int {
	word := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 16)], []byte("%{")), "~ ")
	switch {
	case !bytes.HasPrefix(data, []byte("%{")):
		return 0
	case bytes.HasPrefix(word, []byte("if")), bytes.HasPrefix(word, []byte("for")):
		return 1
	case bytes.HasPrefix(word, []byte("end")):
		return -1
	}
	return 0
}

type hclReader struct{ data []byte }

// body reads attributes and blocks in the order of the file; the parser keeps
// attributes in a map.
func (h hclReader) body(b *hclsyntax.Body) *node {
	n := &node{kind: mapping}
	for _, a := range b.Attributes {
		n.add(h.literal(a.NameRange), h.expr(a.Expr))
	}
	for _, block := range b.Blocks {
		h.block(n, block)
	}
	slices.SortStableFunc(n.entries, func(x, y entry) int { return cmp.Compare(x.key.from, y.key.from) })
	return n
}

// block adds type, labels and body as mappings within each other.
func (h hclReader) block(n *node, b *hclsyntax.Block) {
	key := h.literal(b.TypeRange)
	for i := range b.Labels {
		inner := &node{kind: mapping}
		n.add(key, inner)
		n, key = inner, h.label(b.LabelRanges[i], b.Labels[i])
	}
	n.add(key, h.body(b.Body))
}

func (h hclReader) literal(r hcl.Range) *node { return verbatim(h.data, r.Start.Byte, r.End.Byte) }

func (h hclReader) label(r hcl.Range, label string) *node {
	from, to := r.Start.Byte, r.End.Byte
	n := &node{value: label, from: from, to: to}
	if h.data[from] == '"' {
		from, to = from+1, to-1
	}
	n.offsets = align(h.data[from:to], from, label, true)
	return n
}

// expr reads what can hold text. Of an expression with several values, such as
// a condition or a call, it makes a sequence. References hold no text; they are
// empty scalars.
func (h hclReader) expr(e hclsyntax.Expression) *node {
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr:
		return h.template(e)
	case *hclsyntax.LiteralValueExpr:
		return h.number(e)
	case *hclsyntax.ObjectConsExpr:
		return h.object(e)
	case *hclsyntax.ParenthesesExpr:
		return h.expr(e.Expression)
	case *hclsyntax.TemplateWrapExpr:
		return h.expr(e.Wrapped)
	case *hclsyntax.TupleConsExpr:
		return h.sequence(e.Exprs...)
	case *hclsyntax.FunctionCallExpr:
		return h.sequence(e.Args...)
	case *hclsyntax.ConditionalExpr:
		return h.sequence(e.Condition, e.TrueResult, e.FalseResult)
	case *hclsyntax.BinaryOpExpr:
		return h.sequence(e.LHS, e.RHS)
	case *hclsyntax.ForExpr:
		return h.sequence(e.CollExpr, e.KeyExpr, e.ValExpr, e.CondExpr)
	case *hclsyntax.TemplateJoinExpr:
		return h.expr(e.Tuple)
	case *hclsyntax.UnaryOpExpr:
		return h.expr(e.Val)
	case *hclsyntax.SplatExpr:
		return h.expr(e.Source)
	case *hclsyntax.RelativeTraversalExpr:
		return h.expr(e.Source)
	case *hclsyntax.IndexExpr:
		return h.sequence(e.Collection, e.Key)
	}
	return &node{}
}

func (h hclReader) sequence(list ...hclsyntax.Expression) *node {
	n := &node{kind: sequence}
	for _, e := range list {
		if e != nil {
			n.items = append(n.items, h.expr(e))
		}
	}
	return n
}

func (h hclReader) number(e *hclsyntax.LiteralValueExpr) *node {
	if e.Val.IsNull() || e.Val.Type() != cty.Number {
		return &node{}
	}
	return h.literal(e.SrcRange)
}

func (h hclReader) object(e *hclsyntax.ObjectConsExpr) *node {
	n := &node{kind: mapping}
	for _, item := range e.Items {
		n.add(h.objectKey(item.KeyExpr), h.expr(item.ValueExpr))
	}
	return n
}

// objectKey reads a key: a bare word, a string, or an expression in
// parentheses, which becomes a key without text.
func (h hclReader) objectKey(e hclsyntax.Expression) *node {
	if k, ok := e.(*hclsyntax.ObjectConsKeyExpr); ok {
		if word := hcl.ExprAsKeyword(k.Wrapped); word != "" && !k.ForceNonLiteral {
			return h.literal(k.Wrapped.Range())
		}
		e = k.Wrapped
	}
	if key := h.expr(e); key.kind == scalar {
		return key
	}
	return &node{}
}

// template joins the literal parts of a string. What is interpolated between
// them has no value here and stands as "${}", so that no detector joins the
// text on both sides.
func (h hclReader) template(t *hclsyntax.TemplateExpr) *node {
	r := t.Range()
	n := &node{from: r.Start.Byte, to: r.End.Byte}
	escaped := !bytes.HasPrefix(h.data[n.from:n.to], []byte("<<"))
	var value strings.Builder
	for _, part := range t.Parts {
		pr := part.Range()
		from, to := pr.Start.Byte, pr.End.Byte
		text, at := interpolated, offsets{{0, from}}
		if lit, ok := part.(*hclsyntax.LiteralValueExpr); ok && lit.Val.Type() == cty.String {
			text = lit.Val.AsString()
			at = append(align(h.data[from:to], from, text, escaped), run{len(text), to})
		} else {
			n.within = append(n.within, h.expr(part))
		}
		for _, p := range at {
			n.offsets = append(n.offsets, run{value.Len() + p.value, p.file})
		}
		value.WriteString(text)
	}
	n.value = value.String()
	return n
}

// interpolated stands in a value for what is only known when it is deployed.
const interpolated = "${}"

// hclError reports the summary alone: the detail may quote the file.
func hclError(data []byte, d *hcl.Diagnostic) error {
	at := 0
	if d.Subject != nil {
		at = d.Subject.Start.Byte
	}
	return errorAt(data, at, "not valid HCL: "+strings.ToLower(d.Summary))
}
