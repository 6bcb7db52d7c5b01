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
