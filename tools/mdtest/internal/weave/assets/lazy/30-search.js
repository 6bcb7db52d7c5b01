// What the search dialog shows, and the keys in it.
{
  const element = (name, className, ...children) => {
    const e = document.createElement(name);
    if (className) e.className = className;
    e.append(...children);
    return e;
  };

  // marked returns text with the words that were found marked.
  const marked = (text, terms) => {
    const out = document.createDocumentFragment();
    let pos = 0;
    for (const m of text.matchAll(/[\p{L}\p{N}_]+/gu)) {
      if (!byhand.tokens(m[0]).some((t) => terms.has(t.toLowerCase()))) continue;
      out.append(text.slice(pos, m.index), element("mark", "", m[0]));
      pos = m.index + m[0].length;
    }
    out.append(text.slice(pos));
    return out;
  };

  // window returns where the part of text begins and ends that shows most
  // of the terms.
  const length = 180;
  const part = (text, terms) => {
    const found = [...text.matchAll(/[\p{L}\p{N}_]+/gu)]
      .flatMap((m) => byhand.tokens(m[0]).map((t) => [m.index, t.toLowerCase()]))
      .filter(([, t]) => terms.has(t));
    let best = 0, most = 0;
    found.forEach(([at], i) => {
      const seen = new Set();
      for (let j = i; j < found.length && found[j][0] < at + length - 40; j++) seen.add(found[j][1]);
      if (seen.size > most) [best, most] = [at, seen.size];
    });
    let from = best < 60 ? 0 : text.lastIndexOf(" ", best - 40) + 1;
    // A code span is not cut apart.
    const before = text.slice(0, from).split("`");
    if (before.length % 2 === 0) from -= before.at(-1).length + 1;
    let to = text.length > from + length ? text.lastIndexOf(" ", from + length) : text.length;
    if (to <= from) to = from + length;
    return [from, to];
  };

  // excerpt shows a part of a section's text, `code` as code.
  const excerpt = (text, terms) => {
    const [from, to] = part(text, terms);
    const p = element("p", "excerpt", from > 0 ? "… " : "");
    text.slice(from, to).split("`").forEach((piece, i) => {
      p.append(i % 2 ? element("code", "", marked(piece, terms)) : marked(piece, terms));
    });
    if (to < text.length) p.append(" …");
    return p;
  };

  // inCode names the words that were found in a section's code alone.
  const inCode = (doc, terms) => {
    const words = doc.code.split(" ").filter((w) => byhand.tokens(w).some((t) => terms.has(t.toLowerCase())));
    if (words.length === 0) return "";
    const p = element("p", "excerpt", "In its code: ");
    words.slice(0, 6).forEach((w, i) => p.append(i ? ", " : "", element("code", "", element("mark", "", w))));
    return p;
  };

  // where says in which chapter and step a hit stands.
  const where = (index, doc) => {
    const number = index.pages.number[doc.page];
    const title = index.pages.title[doc.page];
    const parts = [doc.what && `${doc.what} in ${doc.folder}`, number && `Chapter ${number}`];
    if (doc.title !== title) parts.push(title, doc.tag || doc.step || doc.section);
    return parts.filter(Boolean).join(" · ");
  };

  const title = (doc, terms) => doc.kind === "section" ? marked(doc.title, terms)
    : element("code", "", marked(doc.name ?? doc.path, terms));

  const item = (index, { doc, terms }) => {
    const a = element("a", "", title(doc, terms));
    a.href = byhand.root + index.pages.file[doc.page] + (doc.anchor ? "#" + encodeURIComponent(doc.anchor).replaceAll("%3A", ":") : "");
    const li = element("li", "", a, element("p", "where", where(index, doc)));
    if (doc.kind === "section") li.append(excerpt(doc.text, terms), inCode(doc, terms));
    return li;
  };

  const groups = [
    { kind: "name", title: "Names in the code", one: "name", many: "names", most: 8 },
    { kind: "section", title: "Sections", one: "section", many: "sections", most: 20 },
    { kind: "file", title: "Files", one: "file", many: "files", most: 6 },
  ];

  // grouped sorts hits by kind. The kind of the best hit comes first.
  const grouped = (hits) => groups
    .map((g) => ({ ...g, hits: hits.filter((h) => h.doc.kind === g.kind) }))
    .filter((g) => g.hits.length > 0)
    .sort((a, b) => b.hits[0].score - a.hits[0].score);

  const group = (index, g) => {
    const heading = element("h2", "", g.title);
    heading.id = "search:" + g.kind;
    const list = element("ul", "", ...g.hits.slice(0, g.most).map((h) => item(index, h)));
    list.setAttribute("aria-labelledby", heading.id);
    const more = g.hits.length - g.most;
    return [heading, list, ...(more > 0 ? [element("p", "more", `and ${more} more`)] : [])];
  };

  const count = (gs) => (gs.length === 0 ? "Nothing found."
    : gs.map((g) => `${g.hits.length} ${g.hits.length === 1 ? g.one : g.many}`).join(", ") + ".");

  const show = (index, dialog, text) => {
    const gs = text.trim() ? grouped(index.find(text)) : [];
    dialog.querySelector(".hits").replaceChildren(...gs.flatMap((g) => group(index, g)));
    dialog.querySelector("[role=status]").textContent = text.trim() ? count(gs) : "";
  };

  // move puts the focus on the hit below or above.
  const move = (dialog, by) => {
    const stops = [dialog.querySelector("input"), ...dialog.querySelectorAll(".hits a")];
    const to = stops[stops.indexOf(document.activeElement) + by];
    to?.focus();
    (to?.closest("li") ?? to)?.scrollIntoView({ block: "nearest" });
  };

  const press = (dialog, event) => {
    const input = dialog.querySelector("input");
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case "ArrowDown": move(dialog, 1); break;
      case "ArrowUp": move(dialog, -1); break;
      case "Enter":
        if (event.target !== input) return;
        dialog.querySelector(".hits a")?.click();
        break;
      default:
        // Whoever types on at a hit goes on with the query.
        if (event.key.length === 1 && event.key !== " " && event.target.closest("a")) input.focus();
        return;
    }
    event.preventDefault();
  };

  let index;
  // search makes the dialog find things.
  byhand.search = async (dialog) => {
    if (index) return;
    index = new byhand.Index(byhand.book);
    delete byhand.book;
    const input = dialog.querySelector("input");
    const status = dialog.querySelector("[role=status]");
    dialog.addEventListener("keydown", (event) => press(dialog, event));
    dialog.querySelector(".hits").addEventListener("click", (event) => {
      if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
    });
    if (input.value) status.textContent = "Reading the book …";
    await index.ready;
    input.addEventListener("input", () => show(index, dialog, input.value));
    show(index, dialog, input.value);
  };
}
