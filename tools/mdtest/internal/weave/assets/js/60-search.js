// Search: a dialog, opened by a button or by "/". What finds things, and the
// words of the book, are loaded when it first opens.
let dialog;

const make = () => {
  dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.setAttribute("aria-label", "Search the book");
  dialog.innerHTML = `<div role="search"><input type="search" aria-label="Search for" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go" placeholder="words, names, files, steps, E0505">
<button type="button">Close</button></div>
<p role="status"></p>
<div class="hits"></div>`;
  document.body.append(dialog);
  dialog.querySelector("button").addEventListener("click", () => dialog.close());
  // Escape closes it at once; by itself, it would empty the field first.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  // A click beside it closes it.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
};

const open = async () => {
  if (!dialog) make();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
  try {
    await Promise.all([byhand.load("search.js"), byhand.load("search-index.js")]);
    byhand.search(dialog);
  } catch (err) {
    dialog.querySelector("[role=status]").textContent = `Search does not work here: ${err.message}.`;
  }
};

for (const button of document.querySelectorAll(".find button")) button.addEventListener("click", open);

byhand.keys.add("/", "search", open);
