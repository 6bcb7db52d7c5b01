// What the parts of the script share.
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
};
const loaded = {};
