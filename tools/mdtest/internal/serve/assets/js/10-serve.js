// What the parts of the script share.
const own = document.currentScript;
if (own.dataset.done) window.byhandDone = own.dataset.done.split(" ");
const serve = {
  page: own.dataset.page,
  book: own.dataset.book,
  pass: own.dataset.pass,
  root: own.src.replace(/[^/]*$/, ""),

  // make makes an element: make("p.note", {title: "…"}, child, …).
  make(what, attrs = {}, ...children) {
    const [tag, ...classes] = what.split(".");
    const e = document.createElement(tag);
    if (classes.length) e.className = classes.join(" ");
    for (const [name, value] of Object.entries(attrs)) {
      if (name.startsWith("on")) e.addEventListener(name.slice(2), value);
      else if (value === true) e.setAttribute(name, "");
      else if (value !== false) e.setAttribute(name, value);
    }
    e.append(...children);
    return e;
  },

  button(label, onclick, attrs = {}) {
    return serve.make("button", { type: "button", onclick, ...attrs }, label);
  },

  // say tells what has happened to whoever can't see it.
  say(text) { live.textContent = text; },

  // link leads to a block.
  link(fault) { return serve.root + encodeURI(fault.page) + (fault.block ? "#" + encodeURIComponent(fault.block) : ""); },

  // stored, store and forget keep what a reader has written. A browser may
  // have no place for it.
  stored(id) {
    try { return JSON.parse(localStorage.getItem(key(id))); } catch { return null; }
  },
  store(id, value) {
    try { localStorage.setItem(key(id), JSON.stringify(value)); return true; } catch { return false; }
  },
  forget(id) {
    try { localStorage.removeItem(key(id)); } catch { /* then there is nothing */ }
  },
};
const key = (id) => `mdtest ${serve.book} ${serve.page}#${id}`;
const live = serve.make("p.serve-live", { role: "status" });
document.body.append(live);
