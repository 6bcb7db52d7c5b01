// What the parts of the script share.
const own = document.documentElement.dataset.book + ":";
globalThis.byhand = {
  // Where the site is: pages, and what is loaded on demand, lie there.
  root: document.currentScript.src.replace(/[^/]*$/, ""),

  // load runs another script of the site, once. Nothing is fetched: a page
  // that was opened from disk may not.
  load(name) {
    return (loaded[name] ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = byhand.root + name;
      script.onload = () => resolve();
      script.onerror = () => {
        delete loaded[name];
        reject(new Error(name + " can't be loaded"));
      };
      document.head.append(script);
    }));
  },

  // each calls f with all that a selector finds, and with what it finds in
  // blocks that come later: a page may change while its chapter is written.
  each(selector, f) {
    for (const e of document.querySelectorAll(selector)) f(e);
    document.addEventListener("byhand:blocks", ({ detail }) => {
      for (const block of detail) {
        for (const e of [block, ...block.querySelectorAll(selector)]) if (e.matches(selector)) f(e);
      }
    });
  },

  // store remembers values for this book. Where the browser keeps nothing, it
  // remembers nothing.
  store: {
    get(key, otherwise = null) {
      try {
        return JSON.parse(localStorage.getItem(own + key)) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    set(key, value) {
      try {
        localStorage.setItem(own + key, JSON.stringify(value));
      } catch { /* then not */ }
    },
  },
};
const loaded = {};
