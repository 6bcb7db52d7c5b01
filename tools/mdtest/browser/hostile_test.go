package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// tries is what a page of another origin does to a book that is served in
// the same browser, whose random path it has got hold of. Each try answers
// with what came of it.
const tries = `(async () => {
  const base = %q, said = {};
  const run = JSON.stringify({page: "00-one.html", block: "step:2"});
  const attempt = async (name, f) => {
    try { said[name] = await Promise.race([f(), new Promise((r) => setTimeout(r, 4000, "nothing"))]); } catch (e) { said[name] = "refused"; }
  };
  const text = async (r) => r.type === "opaque" ? "opaque" : "READ " + await r.text();
  const loads = (tag, src) => new Promise((resolve) => {
    const e = document.createElement(tag);
    e.onload = () => resolve("LOADED");
    e.onerror = () => resolve("refused");
    e.src = src;
    document.body.append(e);
  });
  await attempt("read", async () => text(await fetch(base + "00-one.html", {credentials: "include"})));
  await attempt("read blindly", async () => text(await fetch(base + "00-one.html", {credentials: "include", mode: "no-cors"})));
  await attempt("run", async () => text(await fetch(base + "~run", {method: "POST", credentials: "include", body: run, headers: {"Content-Type": "application/json", "X-Mdtest-Pass": "x"}})));
  await attempt("run blindly", async () => text(await fetch(base + "~run", {method: "POST", credentials: "include", mode: "no-cors", body: run})));
  await attempt("beacon", async () => (navigator.sendBeacon(base + "~run", new Blob([run], {type: "text/plain"})), "sent"));
  await attempt("events", () => new Promise((resolve) => {
    const e = new EventSource(base + "~events?page=00-one.html", {withCredentials: true});
    e.onopen = () => resolve("OPENED");
    e.onerror = () => resolve("refused");
  }));
  await attempt("script", () => loads("script", base + "~serve.js"));
  await attempt("names", () => loads("script", base + "book.js"));
  await attempt("image", () => loads("img", base + "../../chapters/pic.svg"));
  await attempt("frame", async () => {
    const f = document.createElement("iframe");
    f.src = base + "00-one.html";
    document.body.append(f);
    await new Promise((r) => setTimeout(r, 500));
    try { return "SAW " + f.contentDocument.body.textContent; } catch { return "refused"; }
  });
  await attempt("form", async () => {
    const f = document.createElement("iframe");
    f.name = "sink";
    const form = document.createElement("form");
    Object.assign(form, {method: "post", action: base + "~run", target: "sink", enctype: "text/plain"});
    const input = document.createElement("input");
    Object.assign(input, {name: run.slice(0, -1) + ',"x":"', value: '"}'});
    form.append(input);
    document.body.append(f, form);
    form.submit();
    await new Promise((r) => setTimeout(r, 500));
    try { return "SAW " + f.contentDocument.body.textContent; } catch { return "refused"; }
  });
  await attempt("window", async () => {
    const w = open(base + "00-one.html");
    await new Promise((r) => setTimeout(r, 800));
    try { return "SAW " + w.document.body.textContent; } catch { return "refused"; } finally { w?.close(); }
  });
  return Object.entries(said).map(([k, v]) => k + ": " + v).sort().join("\n");
})()`

func TestServeGivesPagesOfOtherOriginsNothing(t *testing.T) {
	files := map[string]string{"chapters/pic.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`}
	for name, text := range small {
		files[name] = strings.Replace(text, "Some words to read.", "Some words to read.\n\n![A picture](pic.svg)", 1)
	}
	s := startServe(t, files)
	s.read("00-one.html")
	evil := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<!DOCTYPE html><title>evil</title><body>")
	}))
	defer evil.Close()
	port := evil.URL[strings.LastIndex(evil.URL, ":"):]
	// The same host at another port is the same site: its requests bring the
	// cookie. Another name for this machine is another site.
	for _, host := range []string{"127.0.0.1", "localhost"} {
		do(s.tab, "open "+host, chromedp.Navigate("http://"+host+port))
		said := eval[string](s.tab, fmt.Sprintf(tries, s.site+"book/site/"))
		t.Logf("from %s:\n%s", host, said)
		for _, bad := range []string{"READ ", "OPENED", "LOADED", "SAW One", "SAW Edit", "one\n"} {
			if strings.Contains(said, bad) {
				t.Errorf("a page of %s got something: %s", host, bad)
			}
		}
	}
	if s.hasRun() {
		t.Error("something was run")
	}
	s.mu.Lock()
	s.wrong = nil // it was refused aloud
	s.mu.Unlock()
}
