// The page without network. One file with two parts: imported by the loader it asks the browser to run this same
// file as a service worker, and says when the page is ready; as that worker it keeps the files and answers with them.
//
// Kept are whole versions only: a version is all of its files or nothing. Files whose names carry a fingerprint
// are the same wherever they come from; pages come from the version that is kept, so that page and files always fit.
"use strict";

// Both are written by the release build (xtask/src/offline.rs): a file is { path, lang }, with `digest`, or, for a
// page, the `names` that it must hold; `later` marks what is kept only once it was used.
const VERSION = "";
const FILES = [];
FILES.push({ path: "offline.js", lang: "", names: [VERSION] });
// What a whole version has beside its files.
const WHOLE = "whole";
// Hosts say that compressed answers vary; these do not.
const ANY = { ignoreVary: true };

if (self.document) {
  const idle = self.requestIdleCallback || setTimeout;
  if (navigator.serviceWorker) idle(() => ask().catch(console.info));
} else {
  const work = { install: keep, activate: tidy };
  for (const name in work) addEventListener(name, (event) => event.waitUntil(work[name]()));
  addEventListener("fetch", answer);
}

// ---- In both ----

// The beginning of a cache's name: several editions may share an origin.
function own({ scope } = registration) {
  return `frise ${scope} `;
}

// The names of the caches, the oldest first.
async function versions(of) {
  return (await caches.keys()).filter((name) => name.startsWith(own(of)));
}

// ---- In the page ----

async function ask() {
  const root = document.getElementById("app").dataset.root;
  const registration = await navigator.serviceWorker.register(root + "offline.js");
  const first = !registration.active;
  if (first) await active(registration.installing || registration.waiting);
  document.documentElement.dataset.offline = "ready";
  // That there is a new version the browser looks up itself, at every visit. To ask for it here too would start a second
  // job: a page that was left while that ran has left WebKit with a worker that never came to its end.
  if (!first) return (await is_gone(root)) && leave(registration);
  const line = document.querySelector(".offline");
  if (!line) return;
  // Said once, when it has become true; written anew, or screen readers stay silent.
  line.setAttribute("role", "status");
  setTimeout(() => (line.textContent = line.textContent), 100);
}

// A host that has the page but no longer this file wants to be rid of it.
async function is_gone(root) {
  const status = (url) => fetch(url, { method: "HEAD", cache: "no-store" }).then((response) => response.status);
  try {
    return [404, 410].includes(await status(root + "offline.js")) && (await status(root || "./")) === 200;
  } catch (no_network) {
    return false;
  }
}

async function leave(registration) {
  await registration.unregister();
  for (const name of await versions(registration)) await caches.delete(name);
  delete document.documentElement.dataset.offline;
}

function active(worker) {
  return new Promise((done, failed) => {
    const look = () => {
      if (worker.state === "activated") done();
      if (worker.state === "redundant") failed("not everything could be kept for use without network");
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

// ---- In the worker ----


function cache() {
  return caches.open(own() + VERSION);
}

function address(file) {
  return registration.scope + file.path;
}

// Keeps every file, those of the language that is open first. One that fails ends it: then this worker is
// dropped, the one before goes on, and the browser tries again at the next visit. What the dropped one has kept is
// not built upon: of a cache that it left half written WebKit loses records once nobody has it open.
async function keep() {
  await caches.delete(own() + VERSION);
  const kept = await cache();
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const langs = open.map((client) => file_of(new URL(client.url))?.lang).concat("");
  const wanted = FILES.filter((file) => !file.later);
  const is_first = (file) => langs.includes(file.lang);
  for (const files of [wanted.filter(is_first), wanted.filter((file) => !is_first(file))]) {
    await Promise.all(files.map((file) => keep_file(kept, file)));
  }
  // The mark that it is whole.
  await kept.put(WHOLE, new Response());
  // Open pages lose nothing: what they may still ask for has a fingerprint, and is looked up in the version before.
  await skipWaiting();
}

async function keep_file(kept, file) {
  const url = address(file);
  const before = has_fingerprint(file.path) && (await of_any_version(url));
  await kept.put(url, before || (await fetched(file)));
}

// What a host sends is not taken on trust: it may be in the middle of an update, or a hotel's page for signing in.
async function fetched(file) {
  const { path, digest, names } = file;
  const options = { cache: has_fingerprint(path) ? "default" : "no-cache", integrity: digest || "" };
  const response = await fetch(address(file), options);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  if (names) {
    const text = await response.clone().text();
    const missing = names.find((name) => !text.includes(name));
    if (missing) throw new Error(`${path} is of another version: it does not name ${missing}`);
  }
  // A page that came by a redirect is refused for a navigation.
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

// Takes the open pages over and removes old versions, but for the one before: pages of it may be open.
async function tidy() {
  await clients.claim();
  let before = false;
  for (const name of (await versions()).reverse()) {
    if (name === own() + VERSION) continue;
    const is_whole = await caches.match(WHOLE, { cacheName: name });
    if (is_whole && !before) before = true;
    else await caches.delete(name);
  }
}

function answer(event) {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(registration.scope)) return;
  const is_page = request.mode === "navigate";
  // A query makes another file of everything but a page.
  if (url.search && !is_page) return;
  const file = file_of(url);
  if (file) {
    // A page that a script asks for is asked of the host.
    if (is_page || !is_folder(file.path)) event.respondWith(kept_or_fetched(request, file));
  } else if (is_page && FILES.some((file) => url.href.split(/[?#]/)[0] + "/" === address(file))) {
    event.respondWith(Response.redirect(url.href.replace(/(?=[?#]|$)/, "/")));
  } else if (has_fingerprint(url.pathname)) {
    event.respondWith(of_any_version(request.url).then((kept) => kept || fetch(request)));
  }
}

async function kept_or_fetched(request, file) {
  const kept = await cache();
  const found = await kept.match(address(file), ANY);
  if (found) return found;
  const response = await fetch(request);
  if (file.later && response.ok && !response.redirected) await kept.put(address(file), response.clone());
  return response;
}

function file_of(url) {
  const plain = (url.origin + url.pathname).replace(/\/index\.html$/, "/");
  return FILES.find((file) => plain === address(file));
}

function is_folder(path) {
  return path === "" || path.endsWith("/");
}

function has_fingerprint(path) {
  return /-[0-9a-f]{16}(_bg)?\.\w+$/.test(path);
}

async function of_any_version(url) {
  for (const name of await versions()) {
    const found = await caches.match(url, { ...ANY, cacheName: name });
    if (found) return found;
  }
}
