// What was saved shows at once: the blocks that have changed are replaced,
// and everything else stays as it is on the screen.
const article = document.querySelector("article");
let blocks = article ? [...article.children] : [];
let version = own.dataset.version;
const whole = blocks.length === Number(own.dataset.blocks);

// What scripts of the page have taken apart or counted can't be replaced.
const fixed = ".notes, .in-rust, [data-done]";
const isFixed = (e) => e.matches(fixed) || e.querySelector(fixed) !== null;

// intact reports whether the page still has the blocks that it came with.
const intact = () => whole && blocks.every((b) => b.parentElement === article);

// place remembers what is at the top of the screen; the function that it
// returns puts that there again.
const place = () => {
  const at = blocks.findIndex((b) => b.getBoundingClientRect().bottom > 0);
  const first = blocks[at];
  const top = first?.getBoundingClientRect().top;
  return (moved) => {
    const block = first?.isConnected ? first : moved.get(first) ?? blocks[Math.min(at, blocks.length - 1)];
    if (block) scrollBy({ top: block.getBoundingClientRect().top - top, behavior: "instant" });
  };
};

// What the reader has opened in a block stays open: folds, a listing's view.
const keepOpen = (from, to) => {
  const old = [...from.querySelectorAll("details"), ...(from.matches("details") ? [from] : [])];
  const now = [...to.querySelectorAll("details"), ...(to.matches("details") ? [to] : [])];
  if (old.length === now.length) old.forEach((d, i) => { now[i].open = d.open; });
  if (from.dataset.view && from.dataset.view !== "snippet") to.dataset.reopen = from.dataset.view;
};
const reopen = (block) => {
  block.querySelector(`[role="tab"][data-view="${block.dataset.reopen}"]`)?.click();
  delete block.dataset.reopen;
};

const replace = ({ at, gone, new: html }, moved) => {
  const template = document.createElement("template");
  template.innerHTML = (html ?? []).join("");
  const fresh = [...template.content.children];
  const old = blocks.slice(at, at + gone);
  if ([...fresh, ...old].some(isFixed)) throw new Error("fixed");
  const below = blocks[at + gone] ?? null;
  old.forEach((b, i) => {
    const to = fresh.find((f) => f.id && f.id === b.id) ?? fresh[Math.min(i, fresh.length - 1)];
    if (!to) return;
    moved.set(b, to);
    if (old.length === fresh.length || to.id === b.id) keepOpen(b, to);
  });
  if (below) below.before(...fresh);
  else article.append(...fresh);
  for (const b of old) b.remove();
  blocks.splice(at, gone, ...fresh);
  return fresh;
};

const mark = (fresh) => {
  for (const b of fresh) b.classList.add("serve-new");
  setTimeout(() => { for (const b of fresh) b.classList.remove("serve-new"); }, 2000);
};

const update = (u) => {
  if (u.to === version) return;
  if (u.reload || u.from !== version || !intact()) { reload(); return; }
  const put = place(), moved = new Map();
  let fresh;
  try {
    fresh = u.changes.flatMap((c) => replace(c, moved));
  } catch {
    reload();
    return;
  }
  version = u.to;
  if (blocks.length !== u.blocks) { reload(); return; }
  // What else the page's scripts do to a block, they do to these.
  document.dispatchEvent(new CustomEvent("byhand:blocks", { detail: fresh }));
  for (const b of fresh) if (b.dataset.reopen) reopen(b);
  serve.decorate?.();
  put(moved);
  mark(fresh);
  serve.say(fresh.length === 1 ? "A block of the page has changed." : "The page has changed.");
};

// reload loads the page anew; what is at the top of the screen, and the
// folds that are open, are as before.
const kept = "mdtest " + serve.page;
const reload = () => {
  const at = blocks.findIndex((b) => b.getBoundingClientRect().bottom > 0);
  const folds = [...document.querySelectorAll("details")].map((d) => d.open);
  try {
    sessionStorage.setItem(kept, JSON.stringify({ at, top: blocks[at]?.getBoundingClientRect().top ?? 0, folds }));
  } catch { /* then the browser does what it does */ }
  location.reload();
};
const restore = () => {
  let old;
  try {
    old = JSON.parse(sessionStorage.getItem(kept));
    sessionStorage.removeItem(kept);
  } catch { return; }
  if (!old) return;
  const folds = document.querySelectorAll("details");
  if (folds.length === old.folds.length) folds.forEach((d, i) => { d.open = old.folds[i]; });
  const block = blocks[Math.min(old.at, blocks.length - 1)];
  if (block) scrollBy({ top: block.getBoundingClientRect().top - old.top, behavior: "instant" });
};
addEventListener("load", restore);

// A page that nobody sees asks for nothing: browsers have few connections
// to a server.
let events, wait = 500, again;
const connect = () => {
  clearTimeout(again);
  events?.close();
  events = null;
  if (document.hidden) return;
  events = new EventSource(`${serve.root}~events?page=${encodeURIComponent(serve.page)}&version=${version}`);
  events.addEventListener("open", () => {
    wait = 500;
    lost.remove();
  });
  events.addEventListener("update", (e) => update(JSON.parse(e.data)));
  events.addEventListener("faults", (e) => serve.faults?.(JSON.parse(e.data)));
  events.addEventListener("error", () => {
    events.close();
    wait = Math.min(wait * 2, 10000);
    if (wait > 2000) document.body.append(lost);
    again = setTimeout(connect, wait);
  });
};
const lost = serve.make("p.serve-lost", { role: "status" },
  "mdtest serve does not answer: start it, and open the address that it prints.");
document.addEventListener("visibilitychange", connect);
addEventListener("pagehide", () => events?.close());
addEventListener("pageshow", (e) => { if (e.persisted) connect(); });
serve.start = connect;
