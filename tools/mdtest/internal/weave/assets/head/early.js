// What must be known before the page is drawn, so that it is drawn once.
{
  const root = document.documentElement;
  root.classList.add("js");
  for (const key of ["theme", "rust"]) {
    try {
      const value = JSON.parse(localStorage.getItem(root.dataset.book + ":" + key));
      if (value) root.dataset[key] = value;
    } catch { /* nothing is kept here */ }
  }
  // From a server the fonts can come before they are asked for. From disk a
  // browser does not allow it.
  if (location.protocol !== "file:") {
    for (const font of ["literata", "jetbrains-mono"]) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "" });
      link.href = new URL("fonts/" + font + ".woff2", document.currentScript.src);
      document.head.append(link);
    }
  }
}
