// What is wrong with the book, over the page, until it is mended.
const faults = serve.make("section.serve-faults", { "aria-label": "Errors in the book", tabindex: -1 });
const list = serve.make("ul");
const title = serve.make("p.serve-title", { role: "alert" });
faults.append(title, serve.button("Hide", () => faults.remove()), list);

const item = (f) => {
  const li = serve.make("li", {}, serve.make("p", {},
    f.page ? serve.make("a", { href: serve.link(f) }, f.at) : serve.make("b", {}, f.at), ": " + f.msg));
  if (f.where) li.append(serve.make("p.where", {}, f.where));
  if (f.detail) li.append(serve.make("pre", { tabindex: 0 }, f.detail));
  return li;
};

serve.faults = (all) => {
  for (const e of document.querySelectorAll(".serve-wrong")) e.classList.remove("serve-wrong");
  if (all.length === 0) {
    if (faults.isConnected) serve.say("The book is right again.");
    faults.remove();
    if (own.dataset.broken) location.reload();
    return;
  }
  const here = (f) => f.page === serve.page;
  all.sort((a, b) => here(b) - here(a));
  list.replaceChildren(...all.map(item));
  for (const f of all) if (here(f)) document.getElementById(f.block)?.classList.add("serve-wrong");
  title.textContent = all.length === 1 ? "An error in the book. The page is as it last was right."
    : `${all.length} errors in the book. The page is as it last was right.`;
  if (!faults.isConnected) document.body.append(faults);
};
