// The contents close on a small screen once they have been used.
const contents = document.getElementById("nav:contents");
contents?.addEventListener("click", (event) => {
  if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
});
