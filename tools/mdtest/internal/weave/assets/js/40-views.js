// The views of a listing, switched in place: what is new, the diff, the whole
// file, the tree. The address says which is open: #SECTION:N/VIEW.
const labels = { snippet: "Snippet", diff: "Diff", file: "File", files: "Tree" };
const shows = new Map(); // by figure: opens one of its views

const element = (name, props, ...children) => {
  const made = Object.assign(document.createElement(name), props);
  made.append(...children);
  return made;
};

const fill = async (...args) => {
  await byhand.load("views.js");
  return byhand.views.fill(...args);
};

// colour makes the lines of a diff look like those of the snippet.
function colour(diff, snippet) {
  const known = new Map();
  for (const line of snippet.querySelectorAll("code > * > span")) known.set(line.textContent.trim(), line);
  for (const run of diff.querySelectorAll("ins, del")) {
    const lines = run.textContent.split(/(?<=\n)/);
    run.replaceChildren(...lines.flatMap((text) => {
      const words = text.slice(1).trim();
      const line = words && known.get(words);
      if (!line) return [text];
      const copy = line.cloneNode(true);
      for (const mark of copy.querySelectorAll("[id]")) mark.removeAttribute("id");
      const first = copy.firstChild;
      if (first.nodeType === Node.TEXT_NODE) first.data = first.data.trimStart();
      return [text.match(/^.\s*/)[0], ...copy.childNodes];
    }));
  }
}

// setUp makes the views of a figure and the tabs that switch them.
function setUp(figure) {
  const snippet = figure.querySelector(":scope > pre");
  const links = figure.querySelector(":scope > .views");
  if (!snippet || !links) return;
  const details = figure.querySelector(":scope > .diff");
  const urls = {};
  for (const a of links.querySelectorAll("a")) urls[a.pathname.includes("/steps/") ? "files" : "file"] = a.href;
  const panels = { snippet };
  if (details) panels.diff = details.querySelector("pre");
  else if (links.classList.contains("grows")) panels.diff = element("div");
  for (const view in urls) panels[view] = element("div");
  if (details) {
    panels.diff.firstChild.className = "language-diff";
    colour(panels.diff, snippet);
    details.remove();
  }

  const tabs = element("div", { className: "tabs", role: "tablist", ariaLabel: "Views of " + figure.querySelector(".path").textContent });
  const buttons = {};
  for (const view in labels) {
    const panel = panels[view];
    if (!panel) continue;
    const id = figure.id + ":" + view; // not what the address says, which scrolls to the figure
    const tab = element("button", { type: "button", role: "tab", id: id + ":tab", textContent: labels[view] });
    tab.setAttribute("aria-controls", id);
    Object.assign(panel, { id, role: "tabpanel" }).setAttribute("aria-labelledby", tab.id);
    tab.dataset.view = panel.dataset.panel = view;
    tabs.append(buttons[view] = tab);
    if (view !== "snippet") links.before(panel);
  }
  links.remove();

  const show = (view, path = "") => {
    if (!panels[view]) view = "snippet";
    figure.dataset.view = view;
    for (const name in buttons) {
      const on = name === view;
      buttons[name].ariaSelected = on;
      buttons[name].tabIndex = on ? 0 : -1;
      panels[name].hidden = !on;
    }
    if (view === "diff" && !details) return fill(panels.diff, urls.file, (file) => byhand.views.grown(file));
    if (view === "file") return fill(panels.file, urls.file);
    if (view === "files") return path ? pick(path) : fill(panels.files, urls.files);
  };
  // pick shows a file of the tree, and the way back to the tree.
  const pick = async (path) => {
    await fill(panels.files, urls.files);
    const a = [...panels.files.querySelectorAll("a")].find((a) => a.dataset.path === path);
    if (!a) return;
    const back = element("button", { type: "button", textContent: "‹ Tree" });
    back.addEventListener("click", () => go("files"));
    const body = element("div");
    panels.files.replaceChildren(element("p", { className: "crumb" }, back, element("code", { textContent: path })), body);
    panels.files.dataset.from = "";
    return fill(body, a.href);
  };
  // go shows a view and puts it into the address.
  const go = (view, path = "", how = "replaceState") => {
    const at = "#" + figure.id + (view === "snippet" ? "" : "/" + view) + (path && "/" + encodeURI(path));
    try {
      history[how](history.state, "", at);
    } catch { /* then the address stays */ }
    return show(view, path);
  };
  tabs.addEventListener("click", (event) => event.target.dataset.view && go(event.target.dataset.view));
  tabs.addEventListener("keydown", (event) => {
    const all = [...tabs.children];
    const at = all.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const tab = all.at(to % all.length);
    tab.focus();
    go(tab.dataset.view);
  });
  panels.files?.addEventListener("click", (event) => {
    const path = event.target.closest("a")?.dataset.path;
    if (!path || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go("files", path, "pushState");
  });
  const caption = figure.querySelector("figcaption");
  caption.replaceChildren(element("div", {}, ...caption.childNodes), tabs);
  shows.set(figure.id, show);
  show("snippet");
}
byhand.each("figure.listing", setUp);

// The address opens a view; without one, it closes what is open there.
async function follow(scroll) {
  let hash = location.hash;
  try {
    hash = decodeURI(hash);
  } catch { /* as it is */ }
  const [, id, view = "snippet", path] = hash.match(/^#(.+?:\d+)(?:\/(diff|files?)(?:\/(.*))?)?$/) ?? [];
  const show = shows.get(id);
  if (!show) return;
  await show(view, path);
  if (scroll && view !== "snippet") document.getElementById(id).scrollIntoView();
}
addEventListener("popstate", () => follow(false));
document.addEventListener("byhand:blocks", () => follow(false));
addEventListener("hashchange", () => follow(true));
follow(true);
