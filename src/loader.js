// The one script of the page that is not WebAssembly: it starts it.
//
// It stands in the head and runs before the first paint. Glue and WebAssembly are named by
// <meta name="frise" data-js data-wasm> (Trunk.toml), relative to this file, so any sub-path works.
(function () {
  var page = document.documentElement;
  var here = document.currentScript.src;

  // 1. The theme the reader chose, before anything is painted. Storage may be forbidden: then no choice.
  try {
    var theme = localStorage.getItem("frise.theme");
    if (theme === "light" || theme === "dark") page.setAttribute("data-theme", theme);
  } catch (forbidden) {}

  // 2. There is script: what only works with it may show.
  page.setAttribute("data-js", "");

  // 4. Whatever goes wrong becomes one calm line; the text stays.
  function fail(reason) {
    console.error(reason);
    page.removeAttribute("data-js");
    page.setAttribute("data-failed", "");
    var line = document.getElementById("failed");
    if (line) {
      line.hidden = false;
      // written anew, or screen readers stay silent
      line.textContent = line.textContent;
    }
  }

  // 3. Fetch the WebAssembly, once, and the glue, behind the text; start them when the text stands.
  function start() {
    if (!window.WebAssembly) throw new Error("this browser has no WebAssembly");
    var names = document.querySelector("meta[name=frise]");
    // Another file than the page's own is another program's.
    var kind = /[?&]timeline=./.test(location.search) ? "data-other-" : "data-";
    var wasm = fetch(new URL(names.getAttribute(kind + "wasm"), here), { priority: "low" });
    // the glue waits for it and tells
    wasm.catch(function () {});
    var glue = import(new URL(names.getAttribute(kind + "js"), here));
    glue.catch(function () {});
    document.addEventListener("DOMContentLoaded", function () {
      glue
        .then(function (glue) {
          return glue.default({ module_or_path: wasm });
        })
        .catch(fail);
    });
  }

  // 5. The conversation's tools are a program of their own: it comes once the page is alive and the reader near
  // them, or when the address asks for them.
  function room() {
    var names = document.querySelector("meta[name=frise]");
    function at(name) {
      return new URL(names.getAttribute("data-room-" + name), here);
    }
    if (names.hasAttribute("data-room-css")) {
      var sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = at("css");
      document.head.append(sheet);
    }
    import(at("js"))
      .then(function (glue) {
        return glue.default({ module_or_path: at("wasm") });
      })
      .catch(function (reason) {
        console.error(reason);
        page.setAttribute("data-room", "failed");
      });
  }
  new MutationObserver(function (_, alive) {
    alive.disconnect();
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

  try {
    start();
  } catch (reason) {
    document.addEventListener("DOMContentLoaded", function () {
      fail(reason);
    });
  }
})();
