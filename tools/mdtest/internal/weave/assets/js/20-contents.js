// The contents follow the scroll, and the keys go from section to section.
const contents = document.getElementById("nav:contents");
contents?.addEventListener("click", (event) => {
  if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
});

const heads = [...document.querySelectorAll("article > h2[id]")];
const links = new Map();
for (const a of document.querySelectorAll(".sections a")) links.set(decodeURIComponent(a.hash.slice(1)), a);

// current returns the place of the last section whose heading is above that
// line of the window, or -1.
const current = (line) => heads.findLastIndex((h) => h.getBoundingClientRect().top < line);

let here;
const follow = () => {
  const head = heads[current(innerHeight * 0.3)];
  if (head === here) return;
  links.get(here?.id)?.removeAttribute("aria-current");
  here = head;
  document.dispatchEvent(new CustomEvent("byhand:section", { detail: head }));
  const a = links.get(head?.id);
  if (!a) return;
  a.setAttribute("aria-current", "location");
  const box = contents.getBoundingClientRect(), at = a.getBoundingClientRect();
  if (at.top < box.top || at.bottom > box.bottom) contents.scrollTop += at.top - box.top - box.height / 3;
};
if (heads.length) {
  addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  // What moves without a scroll, a fold that opens say, tells when it crosses
  // the line: in or out of all that is above.
  const watch = new IntersectionObserver(follow, { rootMargin: "9999999px 0px -70% 0px" });
  for (const h of heads) watch.observe(h);
}

const go = (to) => {
  if (to) location.replace("#" + encodeURIComponent(to.id));
};
byhand.keys.add(["j", "n"], "the next section", () => go(heads[current(innerHeight * 0.3) + 1]));
byhand.keys.add(["k", "p"], "the section before", () => {
  const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) - 2 || 0;
  const at = current(top);
  if (at >= 0) go(heads[at]);
  else scrollTo(0, 0);
});
const turn = (rel) => {
  const to = document.querySelector(`link[rel="${rel}"]`);
  if (to) location.href = to.href;
};
byhand.keys.add(["h", "["], "the chapter before", () => turn("prev"));
byhand.keys.add(["l", "]"], "the next chapter", () => turn("next"));
