// The dialog of what each reader can choose. A choice is an attribute of the
// root element that the style sheet knows, and is kept.
const root = document.documentElement;
const dialog = document.getElementById("nav:reading");

const show = (key, value) => {
  const radio = dialog?.querySelector(`[name="${key}"][value="${value}"]`);
  if (radio) radio.checked = true;
};

byhand.choose = (key, value) => {
  root.dataset[key] = value;
  byhand.store.set(key, value);
  show(key, value);
  document.dispatchEvent(new CustomEvent("byhand:" + key));
};

byhand.reading = () => {
  if (dialog.open) dialog.close();
  else dialog.showModal();
};

for (const key of ["theme", "rust"]) if (root.dataset[key]) show(key, root.dataset[key]);
dialog?.addEventListener("change", ({ target }) => {
  if (target.type === "radio") byhand.choose(target.name, target.value);
});
dialog?.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest(".close")) dialog.close();
});
for (const button of document.querySelectorAll("[data-opens='reading']")) button.addEventListener("click", byhand.reading);
