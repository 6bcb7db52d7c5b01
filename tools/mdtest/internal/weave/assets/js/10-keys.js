// Keys. They are letters and signs: arrows belong to the browser and to
// screen readers. None fires where a reader types, or with Ctrl, Alt or Meta.
const keys = new Map();
const list = document.querySelector("#nav\\:reading dl");
const toggle = document.querySelector("#nav\\:reading [name=keys]");

byhand.keys = {
  // add names one key or several, what they do, and the function that does
  // it, which is called with the key.
  add(names, what, fn) {
    const term = document.createElement("dt");
    for (const name of [].concat(names)) {
      keys.set(name, fn);
      term.append(Object.assign(document.createElement("kbd"), { textContent: name }), " ");
    }
    list?.append(term, Object.assign(document.createElement("dd"), { textContent: what }));
  },
};

let on = byhand.store.get("keys", true);
if (toggle) {
  toggle.checked = on;
  toggle.addEventListener("change", () => byhand.store.set("keys", on = toggle.checked));
}

const typing = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";
document.addEventListener("keydown", (event) => {
  const fn = keys.get(event.key);
  if (!on || !fn || event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const at = event.composedPath()[0];
  if (at.isContentEditable || at.closest?.(typing)) return;
  if (document.querySelector("dialog[open]") && event.key !== "?") return;
  event.preventDefault();
  fn(event.key);
});

const themes = ["system", "light", "dark"];
byhand.keys.add("t", "the next theme", () => {
  const now = document.documentElement.dataset.theme ?? "system";
  byhand.choose("theme", themes[(themes.indexOf(now) + 1) % 3]);
});
byhand.keys.add("?", "this list", byhand.reading);
