// The script that starts the WebAssembly. Beside it there is one more, src/offline.js, which is not of the first view.
//
// It stands in the head and runs before the first paint. Glue and WebAssembly are named by
// <meta name="frise" data-js data-wasm> (Trunk.toml), relative to this file, so any sub-path works. A page without it,
// that of the sources, is text alone.
{
  const page = document.documentElement;
  const here = document.currentScript.src;

  const names = document.querySelector("meta[name=frise]");

  // The address of a file that is named there.
  const at = (name) => {
    const file = names.getAttribute("data-" + name);
    return file && new URL(file, here);
  };

  // 1. The theme the reader chose, before anything is painted. Storage may be forbidden: then no choice.
  try {
    const theme = localStorage.getItem("frise.theme");
    if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  } catch {}

  // 2. There is script: what only works with it may show.
  page.dataset.js = "";

  // The first paint does not wait for what is far below (style/85-script.css): that is laid out after it, a part in each
  // frame. Not where the reader is led further down or comes back, and not where what is read would move away meanwhile.
  const [visit] = performance.getEntriesByType("navigation");
  if (!location.hash && visit?.type === "navigate" && CSS.supports("overflow-anchor", "auto")) {
    page.dataset.partial = "";
    addEventListener("load", () => {
      const parts = document.querySelectorAll(".year, .question");
      let laid = 0;
      const next = () => {
        if (laid < parts.length) {
          parts[laid++].dataset.laid = "";
          return requestAnimationFrame(next);
        }
        delete page.dataset.partial;
        parts.forEach((part) => delete part.dataset.laid);
      };
      requestAnimationFrame(next);
    });
  }

  // 3. Until here the page says that its tools do not work, and again from when they break down; the text stays.
  const fail = (reason) => {
    console.error(reason);
    if (page.dataset.js == null) return;
    delete page.dataset.js;
    // The conversation's tools need nothing of the page's program.
    parsed.then(near);
    const line = document.getElementById("_failed");
    // written anew once it is seen, or screen readers stay silent
    if (line) setTimeout(() => (line.textContent = line.textContent), 100);
  };

  // A panic ends what a program was doing, and nobody awaits that. The conversation's tools say it themselves.
  const broken = ({ error, reason = error }) => {
    if (reason?.name !== "RuntimeError") return;
    if (page.dataset.room === "broken") page.dataset.room = "stopped";
    else fail(reason);
  };
  addEventListener("error", broken);
  addEventListener("unhandledrejection", broken);

  // 4. Programs: the WebAssembly, fetched once, and its glue, behind the text; they start when the text stands.
  const parsed = new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  // <run>: `cargo xtask single-file` puts src/single.js here
  const run = async (kind) => {
    const wasm = fetch(at(kind + "wasm"), { priority: "low" });
    // the glue waits for it and tells
    wasm.catch(() => {});
    const glue = await import(at(kind + "js"));
    await parsed;
    return glue.default({ module_or_path: wasm });
  };
  // </run>

  // 5. The conversation's tools are a program of their own: it comes once the page is alive, or its program has failed,
  // and the reader is near them or the address asks for them.
  const room = () => {
    // Not as a <link>: once that has come, WebKit goes to the address's fragment again and takes focus away.
    if (at("room-css"))
      fetch(at("room-css"))
        .then((answer) => answer.text())
        .then((text) => new CSSStyleSheet().replace(text))
        .then((sheet) => document.adoptedStyleSheets.push(sheet))
        .catch(console.error);
    run("room-").catch((reason) => {
      console.error(reason);
      page.dataset.room = "failed";
    });
  };
  let isNear;
  const near = () => {
    const part = document.getElementById("conversation");
    if (isNear || !part) return;
    isNear = true;
    if (/[?&]present=./.test(location.search)) return room();
    const seen = ([{ isIntersecting }], reader) => {
      if (!isIntersecting) return;
      reader.disconnect();
      room();
    };
    new IntersectionObserver(seen, { rootMargin: "100%" }).observe(part);
  };
  new MutationObserver((_, alive) => {
    alive.disconnect();
    // 6. Only a release build has it.
    if (at("offline")) import(at("offline")).catch(console.info);
    near();
  }).observe(page, { attributeFilter: ["data-ready"] });

  // 7. The page's own program, or, for another file than its own (`?timeline=`), another one.
  const start = () => run("").catch(fail);
  // Where that file cannot be shown, or its program does not come, the page's own starts, and says why.
  addEventListener("frise-refused", ({ detail }) => {
    page.dataset.refused = detail;
    start();
  }, true);
  if (!names) {
    // Links to the same page in other languages keep the place, as those of the page's program do.
    const keep = () => document.querySelectorAll("[data-lang-link]").forEach((link) => (link.hash = location.hash));
    parsed.then(keep);
    addEventListener("hashchange", keep);
  } else if (at("other-js") && /[?&]timeline=./.test(location.search))
    run("other-").catch((reason) => {
      console.error(reason);
      start();
    });
  else start();
}
