// What scrolls sideways can be scrolled with the keyboard.
const reach = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
byhand.each("pre:not(.hidden), .scroll", (wide) => reach.observe(wide));
