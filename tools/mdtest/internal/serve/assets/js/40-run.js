// A button at each block that can be run, and what the run says.

// panel is where a block's run is shown. It outlives the block's figure.
class Panel {
  constructor(id) {
    this.id = id;
    this.status = serve.make("p.serve-status", { role: "status" });
    this.log = serve.make("pre", { role: "log", tabindex: 0, "aria-label": "Output" });
    this.list = serve.make("ul");
    this.close = serve.button("Close", () => {
      this.stop?.abort();
      this.shown = false;
      this.box.remove();
    });
    this.box = serve.make("div.serve-run", {}, serve.make("div.serve-bar", {}, this.status, this.close), this.log, this.list);
    this.button = serve.button("Run", () => (this.stop ? this.stop.abort() : this.run()), { class: "serve-button" });
  }

  // names what the button does, for whoever hears it out of its place.
  named(what) { this.button.setAttribute("aria-label", `${this.button.textContent} ${what}`); this.what = what; }

  running(stop) {
    this.stop = stop;
    this.button.textContent = stop ? "Stop" : this.label ?? "Run";
    this.named(this.what);
  }

  print(text, className) {
    const last = this.log.lastChild;
    if (!className && last?.nodeType === Node.TEXT_NODE) last.appendData(text);
    else this.log.append(className ? serve.make("span." + className, {}, text) : text);
    this.log.scrollTop = this.log.scrollHeight;
  }

  async run() {
    this.log.replaceChildren();
    this.list.replaceChildren();
    this.right = true;
    this.ended = false;
    this.status.textContent = "Running …";
    this.shown = true;
    serve.figure(this.id)?.append(this.box);
    const stop = new AbortController();
    this.running(stop);
    try {
      await this.listen(await this.ask(stop.signal));
    } catch (err) {
      this.status.textContent = stop.signal.aborted ? "Stopped." : `The run broke off: ${err.message}`;
    }
    this.running(null);
  }

  ask(signal) {
    return fetch(serve.root + "~run", {
      method: "POST", signal,
      headers: { "Content-Type": "application/json", "X-Mdtest-Pass": serve.pass },
      body: JSON.stringify({ page: serve.page, block: this.id, edits: serve.edits?.(this.id) ?? {} }),
    });
  }

  async listen(response) {
    if (!response.ok) {
      this.status.textContent = await response.text();
      return;
    }
    const lines = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await lines.read();
      if (done) break;
      const parts = (rest + value).split("\n");
      rest = parts.pop();
      for (const line of parts) this.hear(JSON.parse(line));
    }
    if (!this.ended) throw new Error("the server does not answer");
  }

  hear(line) {
    if (line.begin) this.print((this.log.firstChild ? "\n" : "") + "$ " + line.begin + "\n", "cmd");
    if (line.output) this.print(line.output);
    if (line.end) this.end(line.end);
    if (line.skipped) this.verdict(`Not run: ${line.skipped}.`, false);
    if (line.error) this.verdict(line.error, false);
    if (line.faults) {
      this.verdict("Not run: the listings do not fit together.", false);
      this.complain(line.faults);
    }
    if (line.done) {
      this.ended = true;
      if (this.right) this.verdict(this.good ?? "Done: it prints what the page shows.", true);
    }
  }

  end({ code, ok, killed, faults }) {
    this.print(`[${killed ? "killed: " + killed : "exit status " + code}]\n`, ok ? "serve-ok" : "serve-bad");
    if (ok) return;
    this.verdict(killed ? `Stopped: ${killed}.` : this.bad ?? "Done: it is not as the page shows.", false);
    this.complain(faults ?? []);
  }

  verdict(text, right) {
    this.right &&= right;
    this.status.textContent = text;
    this.box.classList.toggle("serve-failed", !right);
  }

  complain(all) { this.list.append(...all.map((f) => this.complaint(f))); }

  // complaint is a line of what is wrong, which leads to its place.
  complaint(f) {
    const where = f.page !== serve.page ? f.at
      : serve.button(f.block === this.id && f.line ? `line ${f.line}` : f.at, () => serve.show(f));
    const li = serve.make("li", {}, where, " " + f.msg);
    if (f.detail) li.append(serve.make("pre", { tabindex: 0 }, f.detail));
    return li;
  }
}

serve.figure = (id) => document.getElementById(id);

// show leads to a line of a block.
serve.show = (f) => {
  if (serve.select?.(f)) return;
  const figure = serve.figure(f.block);
  if (!figure) return;
  const lines = figure.querySelectorAll("pre code > * > span");
  const line = f.line && lines[f.line - 1];
  (line || figure).scrollIntoView({ block: "center" });
  for (const e of document.querySelectorAll(".serve-line")) e.classList.remove("serve-line");
  line?.classList.add("serve-line");
};

const panels = new Map();
serve.panel = (id) => {
  if (!panels.has(id)) panels.set(id, new Panel(id));
  return panels.get(id);
};

// decorate asks what can be done with the page's blocks, and adds it.
serve.decorate = async () => {
  const response = await fetch(`${serve.root}~blocks?page=${encodeURIComponent(serve.page)}`);
  if (!response.ok) return;
  serve.known = await response.json();
  for (const block of serve.known) {
    const figure = serve.figure(block.id);
    if (!figure) continue;
    const panel = serve.panel(block.id);
    if (block.does === "runs") {
      panel.named(block.text.split("\n")[0].replace(/^\$ /, ""));
      if (panel.button.parentElement !== figure) figure.append(panel.button);
    } else {
      serve.editable?.(figure, block, panel);
    }
    if (panel.shown && panel.box.parentElement !== figure) figure.append(panel.box);
  }
};
