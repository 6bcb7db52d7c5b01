// What a name in the code means, shown at the name: its declaration and the
// first paragraph of its comment.
const known = {}; // by page: what it defines, and the locals of its blocks
byhand.names = (page, symbols, blocks) => { known[page] = { symbols, blocks }; };

const selector = "pre :is(a, var), a.name";
const tip = document.createElement("div");
tip.id = "nav:meaning";
tip.className = "meaning";
tip.role = "tooltip";
tip.hidden = true;

let shown = null; // the name that the tip is about
let timer = 0;

const here = location.pathname.replace(/.*\//, "") || "index.html";

// where returns the page that knows the name, and the key that it has there.
const where = (el) => {
  if (el.localName === "var" || el.id) return [here, el.id];
  const url = new URL(el.href);
  if (url.host === "pkg.go.dev") return ["go", url.pathname.slice(1) + url.hash];
  return [url.pathname.replace(/.*\//, ""), el.dataset.n ?? decodeURIComponent(url.hash.slice(1))];
};

// local finds what the nth name of that text is in its block.
const local = (el, blocks) => {
  if ((el.closest("pre").dataset.panel ?? "snippet") !== "snippet") return null;
  const runs = blocks[el.closest("figure")?.id]?.[el.textContent] ?? [];
  const all = [...el.closest("pre").querySelectorAll("var")].filter((v) => v.textContent === el.textContent);
  const nth = all.indexOf(el);
  let text;
  for (let i = 0; i < runs.length && runs[i] <= nth; i += 2) text = runs[i + 1];
  return text && [text, ""];
};

const lookup = async (el) => {
  const [page, key] = where(el);
  await byhand.load("names-" + page.replace(/\.html$/, "") + ".js");
  const { symbols, blocks } = known[page];
  return el.localName === "var" ? local(el, blocks) : symbols[key];
};

const hide = () => {
  clearTimeout(timer);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  tip.hidden = true;
};

// place puts the tip below the name, or above it where there is no room.
const place = (el) => {
  const at = el.getClientRects()[0];
  const { width, height } = tip.getBoundingClientRect();
  const below = at.bottom + height + 12 <= innerHeight || at.top < height + 12;
  tip.style.left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8)) + "px";
  tip.style.top = (below ? at.bottom + 6 : at.top - height - 6) + "px";
};

const show = async (el) => {
  hide();
  shown = el;
  const found = await lookup(el).catch(() => null);
  if (shown !== el || !found) return;
  const [text, doc] = found;
  const code = document.createElement("code");
  code.textContent = text;
  tip.replaceChildren(code, doc);
  if (!tip.isConnected) document.body.append(tip);
  tip.hidden = false;
  el.setAttribute("aria-describedby", tip.id);
  place(el);
};

const name = (event) => event.target.closest?.(selector);

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch" || tip.contains(event.target)) return;
  const el = name(event);
  if (el && el === shown) return;
  if (!shown?.matches(":focus-visible")) hide();
  if (el) timer = setTimeout(show, 120, el);
});
document.addEventListener("focusin", (event) => {
  const el = name(event);
  if (el?.matches(":focus-visible")) show(el);
  else hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
addEventListener("scroll", () => {
  if (shown?.matches(":focus-visible")) place(shown);
  else hide();
}, { passive: true, capture: true });
