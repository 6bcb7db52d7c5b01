// The views of a listing, switched in place: what is new, the diff, the whole
// file, the tree. The address says which is open: #SECTION:N/VIEW.
const labels = { snippet: "Snippet", diff: "Diff", file: "File", files: "Tree" };
const shows = new Map(); // by figure: opens one of its views

// load gets what a page of a file or a tree shows. It comes as a message from
// a frame, because a page that was opened from disk can't be fetched.
const loaded = {};
const load = (url) => (loaded[url] ??= new Promise((resolve, reject) => {
  const frame = document.createElement("iframe");
  const end = (settle, value) => {
    removeEventListener("message", take);
    clearTimeout(timer);
    frame.remove();
    settle(value);
  };
  const take = (event) => {
    if (event.source === frame.contentWindow && typeof event.data === "string") end(resolve, event.data);
  };
  const timer = setTimeout(() => {
    delete loaded[url];
    end(reject);
  }, 8000);
  addEventListener("message", take);
  Object.assign(frame, { hidden: true, title: "", src: url });
  document.body.append(frame);
}));

const element = (name, props, ...children) => {
  const made = Object.assign(document.createElement(name), props);
  made.append(...children);
  return made;
};

// fill puts a page into a panel, its links made right for where they stand.
async function fill(panel, url) {
  if (panel.dataset.from === url) return;
  panel.dataset.from = url;
  panel.replaceChildren(element("p", { className: "wait", textContent: "…" }));
  try {
    panel.innerHTML = await load(url);
  } catch {
    panel.replaceChildren(element("p", { className: "wait" }, element("a", { href: url, textContent: "Open it as a page" })));
    delete panel.dataset.from;
    return;
  }
  for (const a of panel.querySelectorAll("a[href]")) a.href = new URL(a.getAttribute("href"), url);
  const pre = panel.querySelector("pre");
  const fresh = panel.querySelector("ins");
  if (!pre) return;
  pre.tabIndex = 0;
  if (fresh) pre.scrollTop = fresh.getBoundingClientRect().top - pre.getBoundingClientRect().top - pre.clientHeight / 4;
}

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
      if (first?.nodeType === Node.TEXT_NODE) first.data = first.data.trimStart();
      return [text.match(/^.\s*/)[0], ...copy.childNodes];
    }));
  }
}

function setUp(figure) {
  const snippet = figure.querySelector(":scope > pre");
  const diff = figure.querySelector(":scope > .diff");
  const links = figure.querySelector(":scope > .views");
  if (!snippet || !diff && !links) return;
  const urls = {};
  for (const a of links?.querySelectorAll("a") ?? []) urls[a.pathname.includes("/steps/") ? "files" : "file"] = a.href;
  const panels = { snippet, diff: diff?.querySelector("pre") };
  for (const view in urls) panels[view] = element("div", { className: "leafed" });
  diff?.remove();
  links?.remove();

  const tabs = element("div", { className: "tabs" });
  tabs.role = "tablist";
  tabs.ariaLabel = "Views of " + figure.querySelector(".path").textContent;
  const buttons = {};
  for (const view in labels) {
    const panel = panels[view];
    if (!panel) continue;
    const tab = (buttons[view] = element("button", { type: "button", textContent: labels[view], id: figure.id + "/tab-" + view }));
    panel.id = figure.id + "/" + view;
    tab.role = "tab";
    tab.dataset.view = panel.dataset.panel = view;
    tab.setAttribute("aria-controls", panel.id);
    panel.role = "tabpanel";
    panel.setAttribute("aria-labelledby", tab.id);
    tabs.append(tab);
    if (view !== "snippet") snippet.parentNode.insertBefore(panel, figure.querySelector(":scope > .check"));
  }
  if (panels.diff) colour(panels.diff, snippet);

  const show = (view, path = "") => {
    figure.dataset.view = view;
    for (const name in buttons) {
      const on = name === view;
      buttons[name].ariaSelected = on;
      buttons[name].tabIndex = on ? 0 : -1;
      panels[name].hidden = !on;
    }
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
    panels.files.replaceChildren(element("p", { className: "crumb" }, back, " ", element("code", { textContent: path })), body);
    panels.files.dataset.from = a.href;
    await fill(body, a.href);
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
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[to % all.length].focus();
    go(all[to % all.length].dataset.view);
  });
  panels.files?.addEventListener("click", (event) => {
    const path = event.target.closest?.("a")?.dataset.path;
    if (!path || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go("files", path, "pushState");
  });
  const caption = figure.querySelector("figcaption");
  const words = element("div");
  words.append(...caption.childNodes);
  caption.append(words, tabs);
  shows.set(figure.id, show);
  show("snippet");
}
for (const figure of document.querySelectorAll("figure.listing")) setUp(figure);

// The address opens a view. Going back to a listing without one closes it.
async function follow(scroll) {
  const [, id, view = "snippet", path] = decodeURI(location.hash).match(/^#(.+?:\d+)(?:\/(diff|files?)(?:\/(.*))?)?$/) ?? [];
  const show = shows.get(id);
  if (!show) return;
  await show(view, path);
  if (scroll && view !== "snippet") document.getElementById(id).scrollIntoView();
}
addEventListener("popstate", () => follow(false));
addEventListener("hashchange", () => follow(true));
follow(true);
