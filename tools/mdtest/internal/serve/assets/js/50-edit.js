// A listing can be edited on the page. The edit is kept in this browser and
// goes with each run; the chapter is not touched.
class Editor {
  constructor(block, panel) {
    this.block = block;
    this.panel = panel;
    this.button = serve.button("Edit", () => this.open(true), { class: "serve-button", "aria-expanded": "false" });
    this.text = serve.make("textarea", {
      spellcheck: "false", autocapitalize: "off", autocomplete: "off", wrap: "off",
      oninput: () => this.changed(), onkeydown: (e) => this.key(e),
    });
    this.note = serve.make("p.serve-status", { role: "status" });
    this.keep = serve.button("Keep mine", () => this.rebase());
    this.reset = serve.button("Reset", () => this.undo());
    this.leave = serve.button("Close", () => this.hide());
    panel.label = "Check";
    panel.good = "It compiles, tests included.";
    panel.bad = "It does not compile.";
    panel.running(null);
    panel.button.className = "";
    this.box = serve.make("div.serve-edit", {},
      serve.make("div.serve-bar", {}, this.note, this.keep, this.reset, panel.button, this.leave), this.text);
  }

  // take shows the editor at a figure, which may be a new one.
  take(figure, block) {
    this.block = block;
    this.figure = figure;
    const name = figure.querySelector(".path")?.textContent ?? "this listing";
    this.name = name;
    this.text.setAttribute("aria-label", `Your text for ${name}. Escape leaves it.`);
    this.panel.named(name);
    if (this.button.parentElement !== figure) figure.append(this.button);
    if (this.mine || this.isOpen) this.open(false);
    else this.tell();
  }

  get mine() { return serve.stored(this.block.id); }

  // edit is what goes with a run: nothing if the chapter has another text
  // now than the one that was edited.
  get edit() {
    const mine = this.mine;
    return mine && mine.hash === this.block.hash ? mine : null;
  }

  open(focus) {
    const again = document.activeElement === this.text;
    const at = this.text.selectionStart;
    if (!this.isOpen || !again) this.text.value = this.mine?.text ?? this.block.text;
    this.isOpen = true;
    this.text.rows = Math.min(30, this.text.value.split("\n").length + 1);
    const pre = this.figure.querySelector("pre");
    if (pre && this.box.previousElementSibling !== pre) pre.after(this.box);
    else if (!pre) this.figure.append(this.box);
    this.figure.classList.add("serve-editing");
    this.button.setAttribute("aria-expanded", "true");
    this.tell();
    if (focus || again) this.text.focus({ preventScroll: !focus });
    if (again) this.text.setSelectionRange(at, at);
  }

  hide() {
    this.isOpen = false;
    this.box.remove();
    this.figure.classList.remove("serve-editing");
    this.button.setAttribute("aria-expanded", "false");
    this.button.focus();
    this.tell();
  }

  changed() {
    if (this.text.value === this.block.text) serve.forget(this.block.id);
    else if (!serve.store(this.block.id, { hash: this.mine?.hash ?? this.block.hash, text: this.text.value })) {
      this.note.textContent = "This browser can't keep the edit.";
      return;
    }
    this.tell();
  }

  // tell says what the text is.
  tell() {
    const mine = this.mine;
    const conflict = mine && mine.hash !== this.block.hash;
    this.keep.hidden = !conflict;
    this.reset.hidden = !mine;
    this.button.textContent = mine ? "Edited by you" : "Edit";
    this.button.setAttribute("aria-label", `${this.button.textContent}: ${this.name}`);
    this.figure.classList.toggle("serve-edited", Boolean(mine));
    this.note.textContent = conflict
      ? "The chapter has changed here since you edited it: your text is not used until you keep it."
      : mine ? "Your text: it is used when you run a block below." : "Nothing is written into the chapter.";
  }

  rebase() {
    serve.store(this.block.id, { hash: this.block.hash, text: this.text.value });
    this.tell();
    this.text.focus();
  }

  undo() {
    serve.forget(this.block.id);
    this.text.value = this.block.text;
    this.tell();
    this.text.focus();
  }

  key(e) {
    if (e.isComposing) return;
    if (e.key === "Escape") {
      e.stopPropagation();
      if (this.mine) this.button.focus();
      else this.hide();
    } else if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
      this.panel.run();
    } else if (e.key === "Tab" && !e.shiftKey && !e.ctrlKey && !e.altKey && !e.metaKey) {
      e.preventDefault();
      // No other way of inserting can be undone by the reader.
      document.execCommand("insertText", false, "\t");
    }
  }

  select(line) {
    const lines = this.text.value.split("\n");
    const from = lines.slice(0, line - 1).reduce((n, l) => n + l.length + 1, 0);
    this.text.focus();
    this.text.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
    this.text.scrollTop = (line - 3) * (this.text.scrollHeight / lines.length);
  }
}

const editors = new Map();
serve.editable = (figure, block, panel) => {
  if (!editors.has(block.id)) editors.set(block.id, new Editor(block, panel));
  editors.get(block.id).take(figure, block);
};

// edits returns the edits of the blocks down to one.
serve.edits = (id) => {
  const out = {};
  for (const block of serve.known) {
    const edit = editors.get(block.id)?.edit;
    if (edit) out[block.id] = edit;
    if (block.id === id) break;
  }
  return out;
};

serve.select = (f) => {
  const editor = editors.get(f.block);
  if (!editor?.isOpen || !f.line) return false;
  editor.select(f.line);
  return true;
};
