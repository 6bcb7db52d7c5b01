// What scrolls sideways can be scrolled with the keyboard.
const reach = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const wide of document.querySelectorAll("pre:not(.hidden), .scroll")) reach.observe(wide);
