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
    // Another file than the page's own is another program's.
    var kind = /[?&]timeline=./.test(location.search) ? "other-" : "";
    var wasm = fetch(at(kind + "wasm"), { priority: "low" });
    // the glue waits for it and tells
    wasm.catch(function () {});
    var glue = import(at(kind + "js"));
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
    if (at("room-css")) {
      var sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = at("room-css");
      document.head.append(sheet);
    }
    import(at("room-js"))
      .then(function (glue) {
        return glue.default({ module_or_path: at("room-wasm") });
      })
      .catch(function (reason) {
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

  try {
    start();
  } catch (reason) {
    document.addEventListener("DOMContentLoaded", function () {
      fail(reason);
    });
  }
})();
