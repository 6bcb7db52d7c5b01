// What the reader has done, and where he left. A step is known by its tag,
// NN-name/MM-slug. Another script may say what it knows was done: those it
// lists in window.byhandDone before this one runs, or byhand.progress.done.
const chapter = document.querySelector("article")?.dataset.chapter;
const buttons = [...document.querySelectorAll("[data-done]")];
const done = new Set(byhand.store.get("done", []));

// A step that was renamed is not done, and not counted.
if (chapter) {
  const tags = new Set(buttons.map((b) => b.dataset.done));
  for (const tag of done) if (tag.startsWith(chapter + "/") && !tags.has(tag)) done.delete(tag);
}

const count = (box) => {
  const of = Number(box.dataset.steps);
  const inside = box.dataset.chapters.split(" ");
  const n = [...done].filter((tag) => inside.includes(tag.split("/")[0])).length;
  box.textContent = n ? `${Math.min(n, of)} of ${of} steps` : of === 1 ? "1 step" : `${of} steps`;
  if (!n) return;
  const bar = document.createElement("progress");
  Object.assign(bar, { max: of, value: n });
  bar.setAttribute("aria-hidden", "true"); // the words say it
  box.prepend(bar);
};
const draw = () => {
  for (const b of buttons) {
    const is = done.has(b.dataset.done);
    b.setAttribute("aria-pressed", is);
    document.querySelector(`.sections [data-tag="${CSS.escape(b.dataset.done)}"]`)?.classList.toggle("done", is);
  }
  for (const box of document.querySelectorAll("[data-steps]")) count(box);
};

byhand.progress = {
  has: (tag) => done.has(tag),
  done(tag, is = true) {
    if (is) done.add(tag);
    else done.delete(tag);
    byhand.store.set("done", [...done]);
    draw();
  },
};
for (const tag of window.byhandDone ?? []) done.add(tag);
draw();
document.addEventListener("click", ({ target }) => {
  const b = target.closest("[data-done]");
  if (b) byhand.progress.done(b.dataset.done, !done.has(b.dataset.done));
});

// Where the reader left: in each chapter, and in the book.
const left = byhand.store.get("left", {});
const hint = document.querySelector(".left");
const was = chapter ? left[chapter] : left.last;
if (hint && was && !location.hash) {
  const a = Object.assign(document.createElement("a"), { href: was.href, textContent: was.title });
  hint.append("You were at ", a);
  hint.hidden = false;
}
let moved = false, at = null;
const leave = () => {
  if (!chapter || !moved || !at) return;
  const title = at.textContent.replace(/\s*#$/, "");
  const href = location.pathname.split("/").pop() + "#" + encodeURIComponent(at.id);
  left[chapter] = { href, title };
  left.last = { href, title: `${document.querySelector("h1").textContent.trim()}: ${title}` };
  byhand.store.set("left", left);
};
// Either may be the first that is heard of a move.
addEventListener("scroll", () => { moved = true; leave(); }, { once: true, passive: true });
document.addEventListener("byhand:section", ({ detail: head }) => { at = head; leave(); });
