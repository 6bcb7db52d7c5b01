// The pages read well without this script. It adds a button that copies a
// block, and closes the contents on a small screen once they have been used.
"use strict";

for (const figure of document.querySelectorAll("figure:not(.diagram)")) {
  const code = figure.querySelector("pre code");
  if (!code || !navigator.clipboard) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    const commands = [...code.querySelectorAll(".cmd")].map((c) => c.textContent);
    const text = commands.length ? commands.join("\n") + "\n" : code.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
  figure.append(button);
}

const contents = document.getElementById("nav:contents");
contents?.addEventListener("click", (event) => {
  if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
});
