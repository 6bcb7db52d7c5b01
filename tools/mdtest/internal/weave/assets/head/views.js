// What a listing's views of files and trees need, loaded when one is opened.
"use strict";
{
  // load gets what a page of a file or a tree shows. It comes as a message
  // from a frame, because a page that was opened from disk can't be fetched.
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
    Object.assign(frame, { hidden: true, src: url });
    document.body.append(frame);
  }));

  // fill puts a page into a panel, its links made right for where they stand,
  // and shows the first new line. A second fill overtakes the first.
  async function fill(panel, url, make = (content) => content) {
    if (panel.dataset.from === url) return;
    panel.dataset.from = url;
    panel.innerHTML = '<p class="wait">…</p>';
    let html;
    try {
      html = await load(url);
    } catch {
      html = '<p class="wait"><a>Open it as a page of its own</a></p>';
    }
    if (panel.dataset.from !== url) return;
    panel.innerHTML = html;
    for (const a of panel.querySelectorAll("a")) a.href = new URL(a.getAttribute("href") ?? url, url);
    if (panel.querySelector(".wait")) {
      delete panel.dataset.from;
      return;
    }
    panel.replaceChildren(make(panel.firstElementChild));
    const pre = panel.querySelector("pre");
    const fresh = panel.querySelector("ins");
    if (pre && fresh) pre.scrollTop = fresh.getBoundingClientRect().top - pre.getBoundingClientRect().top - pre.clientHeight / 4;
  }

  // grown makes the diff of a file that lost no line.
  function grown(file) {
    const lines = [...file.querySelectorAll("code > * > span")];
    const fresh = lines.map((line) => line.parentNode.localName === "ins");
    const near = lines.map((_, i) => fresh.slice(Math.max(0, i - 3), i + 4).includes(true));
    const code = document.createElement("code");
    code.className = "language-diff";
    let old = 1;
    let run;
    lines.forEach((line, i) => {
      if (near[i] && !near[i - 1]) {
        const end = (near.indexOf(false, i) + lines.length + 1) % (lines.length + 1);
        const added = fresh.slice(i, end).filter(Boolean).length;
        const at = document.createElement("i");
        at.textContent = `@@ -${old},${end - i - added} +${i + 1},${end - i} @@`;
        code.append(run = at, "\n");
      }
      if (near[i]) {
        const name = fresh[i] ? "ins" : "span";
        if (run.localName !== name) code.append(run = document.createElement(name));
        run.append(fresh[i] ? "+" : " ", ...line.childNodes);
      }
      if (!fresh[i]) old++;
    });
    const pre = document.createElement("pre");
    pre.append(code);
    return pre;
  }

  byhand.views = { fill, grown };
}
