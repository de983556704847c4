// The script that starts the WebAssembly. Beside it there is one more, src/offline.js, which is not of the first view.
//
// It stands in the head and runs before the first paint. Glue and WebAssembly are named by
// <meta name="frise" data-js data-wasm> (Trunk.toml), relative to this file, so any sub-path works.
{
  const page = document.documentElement;
  const here = document.currentScript.src;

  // The address of a file that is named there.
  const at = (name) => {
    const file = document.querySelector("meta[name=frise]").getAttribute("data-" + name);
    return file && new URL(file, here);
  };

  // 1. The theme the reader chose, before anything is painted. Storage may be forbidden: then no choice.
  try {
    const theme = localStorage.getItem("frise.theme");
    if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  } catch {}

  // 2. There is script: what only works with it may show.
  page.dataset.js = "";

  // 3. Until here the page says that its tools do not work, and again from when they break down; the text stays.
  const fail = (reason) => {
    console.error(reason);
    if (page.dataset.js == null) return;
    delete page.dataset.js;
    const line = document.getElementById("failed");
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

  // 5. The conversation's tools are a program of their own: it comes once the page is alive and the reader near
  // them, or when the address asks for them.
  const room = () => {
    if (at("room-css")) {
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = at("room-css");
      document.head.append(sheet);
    }
    run("room-").catch((reason) => {
      console.error(reason);
      page.dataset.room = "failed";
    });
  };
  new MutationObserver((_, alive) => {
    alive.disconnect();
    // 6. Only a release build has it.
    if (at("offline")) import(at("offline")).catch(console.info);
    const part = document.getElementById("conversation");
    if (/[?&]present=./.test(location.search)) room();
    else if (part)
      new IntersectionObserver(
        ([seen], near) => {
          if (!seen.isIntersecting) return;
          near.disconnect();
          room();
        },
        { rootMargin: "100%" },
      ).observe(part);
  }).observe(page, { attributeFilter: ["data-ready"] });

  // 7. The page's own program, or, for another file than its own (`?timeline=`), another one.
  run(at("other-js") && /[?&]timeline=./.test(location.search) ? "other-" : "").catch(fail);
}
