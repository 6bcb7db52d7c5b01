package lint

import (
	"go/ast"
	"go/token"
)

// nesting returns how deep the statements of a function nest, and where
// the first of the deepest begins.
func nesting(body *ast.BlockStmt) (int, token.Pos) {
	n := &nester{at: body.Pos()}
	n.walk(body, 0)
	return n.most, n.at
}

type nester struct {
	most int
	at   token.Pos
}

// walk looks below node, which is itself at level.
func (n *nester) walk(node ast.Node, level int) {
	ast.Inspect(node, func(m ast.Node) bool {
		if m == node || !nests(m) {
			return true
		}
		n.enter(m, level+1)
		return false
	})
}

func (n *nester) enter(node ast.Node, level int) {
	if level > n.most {
		n.most, n.at = level, node.Pos()
	}
	s, ok := node.(*ast.IfStmt)
	if !ok {
		n.walk(node, level)
		return
	}
	head := *s
	head.Else = nil
	n.walk(&head, level)
	if s.Else != nil && nests(s.Else) {
		n.enter(s.Else, level)
	} else if s.Else != nil {
		n.walk(s.Else, level)
	}
}

func nests(n ast.Node) bool {
	switch n.(type) {
	case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt,
		*ast.TypeSwitchStmt, *ast.SelectStmt, *ast.FuncLit:
		return true
	}
	return false
}
