// The script that starts the WebAssembly. Beside it there is one more, src/offline.js, which is not of the first view.
//
// It stands in the head and runs before the first paint. Glue and WebAssembly are named by
// <meta name="frise" data-js data-wasm> (Trunk.toml), relative to this file, so any sub-path works.
(function () {
  var page = document.documentElement;
  var here = document.currentScript.src;
  var names = document.querySelector("meta[name=frise]");

  // The address of a file that is named there.
  function at(name) {
    var file = names.getAttribute("data-" + name);
    return file && new URL(file, here);
  }

  // 1. The theme the reader chose, before anything is painted. Storage may be forbidden: then no choice.
  try {
    var theme = localStorage.getItem("frise.theme");
    if (theme === "light" || theme === "dark") page.setAttribute("data-theme", theme);
  } catch (forbidden) {}

  // 2. There is script: what only works with it may show.
  page.setAttribute("data-js", "");

  // 3. Until here the page says that its tools do not work, and again from when they break down; the text stays.
  function fail(reason) {
    console.error(reason);
    page.removeAttribute("data-js");
    var line = document.getElementById("failed");
    // written anew, or screen readers stay silent
    if (line) line.textContent = line.textContent;
  }

  // A panic ends what a program was doing, and nobody awaits that. The conversation's tools say it themselves.
  function broken(event) {
    if (!((event.error || event.reason) instanceof WebAssembly.RuntimeError)) return;
    if (page.getAttribute("data-room") === "broken") page.setAttribute("data-room", "failed");
    else fail(event);
  }
  addEventListener("error", broken);
  addEventListener("unhandledrejection", broken);

  // 4. Programs: the WebAssembly, fetched once, and its glue, behind the text; they start when the text stands.
  var parsed = new Promise(function (done) {
    document.addEventListener("DOMContentLoaded", done);
  });
  // <run>: `cargo xtask single-file` puts src/single.js here
  function run(kind) {
    var wasm = fetch(at(kind + "wasm"), { priority: "low" });
    // the glue waits for it and tells
    wasm.catch(function () {});
    return Promise.all([import(at(kind + "js")), parsed]).then(function (both) {
      return both[0].default({ module_or_path: wasm });
    });
  }
  // </run>

  // 5. The conversation's tools are a program of their own: it comes once the page is alive and the reader near
  // them, or when the address asks for them.
  function room() {
    if (at("room-css")) {
      var sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = at("room-css");
      document.head.append(sheet);
    }
    run("room-").catch(function (reason) {
      console.error(reason);
      page.setAttribute("data-room", "failed");
    });
  }
  new MutationObserver(function (_, alive) {
    alive.disconnect();
    // 6. Only a release build has it.
    if (at("offline")) import(at("offline")).catch(console.info);
    var part = document.getElementById("conversation");
    if (/[?&]present=./.test(location.search)) room();
    else if (part)
      new IntersectionObserver(
        function (seen, near) {
          if (!seen[0].isIntersecting) return;
          near.disconnect();
          room();
        },
        { rootMargin: "100%" },
      ).observe(part);
  }).observe(page, { attributeFilter: ["data-ready"] });

  // 7. The page's own program, or, for another file than its own (`?timeline=`), another one.
  try {
    run(at("other-js") && /[?&]timeline=./.test(location.search) ? "other-" : "").catch(fail);
  } catch (reason) {
    // an old browser
    fail(reason);
  }
})();
