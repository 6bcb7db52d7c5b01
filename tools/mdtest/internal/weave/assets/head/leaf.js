// A page of a file or of a tree gives what it shows to the listing that has
// it in a frame.
if (parent !== window) parent.postMessage(document.querySelector("[data-view]").outerHTML, "*");
