// The sidebars about Rust can be hidden, each behind a line that opens it, or
// stand beside the Go that they are about, where the window is wide enough.
const asides = [...document.querySelectorAll("article > .in-rust")];
const root = document.documentElement;
const article = document.querySelector("article");

for (const aside of asides) {
  const stub = Object.assign(document.createElement("button"), { type: "button", className: "stub", textContent: "In Rust" });
  stub.setAttribute("aria-expanded", "false");
  stub.addEventListener("click", () => stub.setAttribute("aria-expanded", aside.classList.toggle("open")));
  aside.prepend(stub);
}

// about returns the listing that an aside follows, or what it follows.
const about = (aside) => {
  for (let e = aside.previousElementSibling; e && !/^H[12]$/.test(e.tagName); e = e.previousElementSibling) {
    if (e.matches(".in-rust")) break;
    if (e.matches("figure.listing")) return e;
  }
  return aside.previousElementSibling;
};

const wide = matchMedia("(min-width: 90rem)");
const place = () => {
  const beside = root.dataset.rust === "beside" && wide.matches;
  const base = article.getBoundingClientRect().top;
  const taken = beside ? [...article.querySelectorAll(".gloss")].map((n) => n.getBoundingClientRect()) : [];
  let free = 0;
  for (const aside of asides) {
    if (!beside) {
      aside.style.top = "";
      continue;
    }
    let y = Math.max(free, about(aside).getBoundingClientRect().top - base);
    for (const n of taken) {
      if (n.top - base < y + aside.offsetHeight + 16 && n.bottom - base + 16 > y) y = n.bottom - base + 16;
    }
    aside.style.top = y + "px";
    free = y + aside.offsetHeight + 24;
  }
  article.style.minHeight = beside ? free + "px" : "";
};
if (asides.length) {
  new ResizeObserver(place).observe(article);
  document.addEventListener("byhand:rust", place);
  wide.addEventListener("change", place);
  const ways = ["shown", "hidden", "beside"];
  byhand.keys.add("r", "In Rust: shown, hidden, beside the Go", () => {
    const now = root.dataset.rust ?? "shown";
    byhand.choose("rust", ways[(ways.indexOf(now) + 1) % (wide.matches ? 3 : 2)]);
  });
}
