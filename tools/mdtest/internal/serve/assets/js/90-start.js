// Once the page's own scripts are done with it.
addEventListener("DOMContentLoaded", () => {
  serve.start();
  if (article) serve.decorate();
});
