// A note stands beside the word that it glosses. Where there is no margin it
// is folded away until the word's number is pressed. On paper, and without
// this script, it stands at the end of the page.
const notes = document.querySelector(".notes");
const home = new Map(); // where a note comes from: its reference
for (const ref of document.querySelectorAll("a[role='doc-noteref']")) {
  const note = document.getElementById(decodeURIComponent(ref.hash.slice(1)));
  if (note && !home.has(note)) home.set(note, ref);
}

const margin = matchMedia("(min-width: 62rem)");
const place = () => {
  for (const [note, ref] of home) {
    // What scrolls or has a background would cut a note off.
    const box = ref.closest(".scroll, figure, aside, h1, h2, h3, h4, h5, h6");
    if (box && margin.matches) box.before(note);
    else if (box) box.after(note);
    else ref.parentElement.after(note);
    note.classList.remove("open");
    if (margin.matches) ref.removeAttribute("aria-expanded");
    else ref.setAttribute("aria-expanded", "false");
  }
};
if (home.size) {
  place();
  margin.addEventListener("change", place);
  addEventListener("beforeprint", () => notes.append(...home.keys()));
  addEventListener("afterprint", place);
  document.addEventListener("click", (event) => {
    const ref = event.target.closest("a[role='doc-noteref']");
    if (!ref || margin.matches) return;
    event.preventDefault();
    const note = document.getElementById(decodeURIComponent(ref.hash.slice(1)));
    ref.setAttribute("aria-expanded", note.classList.toggle("open"));
  });
}
