package cli

import (
	"errors"
	"fmt"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/spf13/cobra"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/script"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

func (a *app) treeCmd() *cobra.Command {
	dir := ""
	cmd := &cobra.Command{
		Use:   "tree TAG",
		Short: "Print or write the tree as it stands at a step",
		Long: `tree prints the files as they stand at the end of a step (03-arena/04-reset)
or of a chapter (03-arena), as a txtar archive. With -o it writes them to a
folder, as a module that builds.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.tree(args[0], dir) },
	}
	cmd.Flags().StringVarP(&dir, "output", "o", "", "write to this folder, which must be empty or new")
	return cmd
}

func (a *app) tree(tag, dir string) error {
	_, p, err := a.tangle()
	if p == nil {
		return err
	}
	secs, serr := selectSections(p, []string{tag})
	if serr != nil {
		return errors.Join(err, serr)
	}
	if err != nil {
		return err
	}
	t := secs[len(secs)-1].End
	if dir != "" {
		if err := book.WriteTree(dir, t); err != nil {
			return failure{err}
		}
		return nil
	}
	_, err = a.out.Write(txtar.Format(archive(t)))
	return err
}

func archive(t tree.Tree) *txtar.Archive {
	ar := &txtar.Archive{}
	for _, p := range t.Paths() {
		ar.Files = append(ar.Files, txtar.File{Name: p, Data: t.Get(p).Data()})
	}
	return ar
}

func (a *app) scriptCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "script CHAPTER",
		Short: "Print the testscript that a chapter compiles to",
		Long: `script prints what mdtest test runs for a chapter or step: a testscript for
each section, with the files of every tree that it names in the archive.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.script(args[0]) },
	}
}

func (a *app) script(name string) error {
	_, p, err := a.tangle()
	if err != nil {
		return err
	}
	secs, err := selectSections(p, []string{name})
	if err != nil {
		return err
	}
	all := &script.Script{}
	for _, s := range secs {
		sc := script.Compile(s)
		sc.Trees(s)
		all.Lines = append(all.Lines, sc.Lines...)
		all.Files = append(all.Files, sc.Files...)
	}
	fmt.Fprint(a.out, all.Format())
	return nil
}

// selectSections returns the sections of the given chapters and tags, in
// the order of the book; all of them for no names.
func selectSections(p *tangle.Program, names []string) ([]*tangle.Section, error) {
	var all, out []*tangle.Section
	known := []string{}
	for _, c := range p.Chapters {
		known = append(known, c.Name)
		for _, s := range c.Sections {
			all = append(all, s)
			known = append(known, s.Name)
		}
	}
	if len(names) == 0 {
		return all, nil
	}
	found := map[string]bool{}
	for _, s := range all {
		hit := false
		for _, n := range names {
			if n == s.Name || n == s.Chapter.Name || n == s.Chapter.File {
				hit, found[n] = true, true
			}
		}
		if hit {
			out = append(out, s)
		}
	}
	for _, n := range names {
		if found[n] {
			continue
		}
		if near := chapter.Nearest(n, known); near != "" {
			return nil, fmt.Errorf("no chapter or tag %q; did you mean %s?", n, near)
		}
		return nil, fmt.Errorf("no chapter or tag %q", n)
	}
	return out, nil
}
