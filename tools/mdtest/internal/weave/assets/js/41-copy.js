// A button that copies what the open view of a block is for: the code without
// its marks, commands without what they print, a patch, the whole file.
function toCopy(figure) {
  const view = figure.dataset.view ?? "snippet";
  const path = figure.querySelector(".path")?.textContent;
  const commands = [...figure.querySelectorAll(".cmd")].map((c) => c.textContent);
  if (commands.length) return commands.join("\n") + "\n";
  if (view === "diff") return `--- a/${path}\n+++ b/${path}\n` + figure.querySelector('[data-panel="diff"] code').textContent;
  if (view === "snippet") return figure.querySelector(":scope > pre code").textContent;
  const code = figure.querySelector(`[data-panel="${view}"] pre code`);
  if (code) return code.textContent;
  return [...figure.querySelectorAll(`[data-panel="${view}"] [data-path]`)].map((a) => a.dataset.path + "\n").join("");
}
byhand.each("figure", (figure) => {
  if (!figure.querySelector(":scope > pre code") || !navigator.clipboard) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(toCopy(figure));
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
  figure.append(button);
});
