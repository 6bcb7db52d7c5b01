// The index: what can be found, and how. It is made of byhand.book, which
// search-index.js holds.
{
  const word = /[\p{L}\p{N}_]+/gu;
  const part = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;

  // tokens cuts text into words, and names like newArena into theirs.
  const tokens = (text) => {
    const out = text.match(word) ?? [];
    for (let i = 0, n = out.length; i < n; i++) {
      if (!/\p{Ll}\p{Lu}|_/u.test(out[i])) continue;
      out.push(...(out[i].match(part) ?? []));
    }
    return out;
  };

  // stems are the beginnings that other forms of a word share with it.
  const stems = (term) => {
    const out = [];
    let stem = term.replace(/(ations?|ators?|ating|ings?|ers?|ed|es|s|ly|able)$/, "");
    if (/([b-df-hj-np-tv-z])\1$/.test(stem)) stem = stem.slice(0, -1);
    if (stem !== term && stem.length >= 4) out.push(stem);
    if (/[^aeiou]y$/.test(term)) out.push(term.slice(0, -1) + "ies");
    if (term.endsWith("ies")) out.push(term.slice(0, -3) + "y");
    return out;
  };

  // swaps are the words that two letters in the wrong order may have been.
  const swaps = (term) => {
    const out = [];
    for (let i = 0; i + 1 < term.length; i++) out.push(term.slice(0, i) + term[i + 1] + term[i] + term.slice(i + 2));
    return out;
  };

  const mistakes = (term) => (term.length < 4 ? false : term.length < 8 ? 1 : 2);

  const exactly = (term, weight) => ({
    queries: [term], prefix: false, fuzzy: false, boostTerm: () => weight,
  });

  // query is what a term may stand for.
  const query = (term, tolerant) => {
    const queries = [{ queries: [term], prefix: term.length > 1, fuzzy: tolerant && mistakes(term) }];
    for (const stem of stems(term)) queries.push({ queries: [stem], prefix: true, fuzzy: false, boostTerm: () => 0.5 });
    if (tolerant && term.length > 3) for (const swap of swaps(term)) queries.push(exactly(swap, 0.5));
    return { combineWith: "OR", queries };
  };

  // documents turns the columns of the book into what can be found.
  const documents = ({ pages, sections, names, files }) => {
    const out = [];
    const add = (doc) => out.push({ id: out.length, ...doc });
    sections.id.forEach((id, i) => {
      const page = sections.page[i];
      const text = sections.text[i];
      add({
        kind: "section", page, anchor: id, tag: sections.tag[i], title: sections.title[i] || pages.title[page], text,
        code: sections.code[i], spans: (text.match(/`[^`]+`/g) ?? []).join(" "),
      });
    });
    const from = (i) => ({ page: sections.page[i], tag: sections.tag[i], section: sections.title[i] });
    names.name.forEach((qualified, i) => {
      const { page, tag, section } = from(names.section[i]);
      const [, folder, name] = qualified.match(/^((?:.*\/)?[^.]*)\.(.*)$/);
      add({ kind: "name", page, step: tag, section, anchor: names.id[i] || qualified, name, what: names.kind[i], folder });
    });
    files.path.forEach((path, i) => {
      const { page, tag, section } = from(files.section[i]);
      add({ kind: "file", page, step: tag, section, anchor: files.id[i], path });
    });
    return out;
  };

  class Index {
    constructor(book) {
      this.pages = book.pages;
      this.docs = documents(book);
      this.mini = new MiniSearch({
        fields: ["title", "tag", "spans", "text", "code", "name", "folder", "path"],
        tokenize: tokens,
      });
      this.ready = this.mini.addAllAsync(this.docs, { chunkSize: 20 });
    }

    // find returns the documents that have all the words of the query; if
    // none has, those with words that are nearly so, or with some of them.
    find(text) {
      const terms = [...new Set((text.match(word) ?? []).map((t) => t.toLowerCase()))];
      if (terms.length === 0) return [];
      const run = (tolerant, combineWith) => this.mini.search(
        { combineWith, queries: terms.map((t) => query(t, tolerant)) },
        {
          boost: { title: 5, tag: 3, spans: 1.5, name: 8, path: 4, folder: 0.5, code: 0.7 },
          boostDocument: (id) => this.weight(this.docs[id], text.trim().toLowerCase()),
          weights: { fuzzy: 0.3, prefix: 0.6 },
        });
      let hits = run(false, "AND");
      if (hits.length < 3) hits = run(true, "AND");
      if (hits.length === 0 && terms.length > 1) hits = run(true, "OR");
      return hits
        .map((hit) => ({ doc: this.docs[hit.id], score: hit.score, terms: new Set(hit.terms), match: hit.match }))
        .filter((hit) => hit.doc.kind !== "name" || Object.values(hit.match).flat().includes("name"));
    }

    // weight says how well a document's own name fits the whole query.
    weight(doc, text) {
      const own = (doc.name ?? doc.path ?? doc.title).toLowerCase();
      if (own === text || doc.tag === text) return 6;
      if (own.endsWith("." + text) || own.endsWith("/" + text)) return 3;
      if (doc.path && /[./]/.test(text) && own.includes(text)) return 3;
      if (own.startsWith(text)) return 1.5;
      return /^(Test|Fuzz|Benchmark|Example)/.test(doc.name) ? 0.5 : 1;
    }
  }

  byhand.Index = Index;
  byhand.tokens = tokens;
}
