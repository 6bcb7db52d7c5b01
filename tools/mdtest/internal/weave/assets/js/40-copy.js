// A button that copies a block.
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
