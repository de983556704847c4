// In every page before its own scripts: what tests ask of it, and what only the page itself can watch.
"use strict";
window.probe = (() => {
  const one = selector => document.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // An element as a person finds it again.
  const name = element => {
    if (!element) return "nothing";
    const hook = [...element.attributes].find(({ name }) => name.startsWith("data-") && !/hue|shape|stop|row/.test(name));
    const text = (element.getAttribute("aria-label") || element.textContent).trim().replace(/\s+/g, " ").slice(0, 40);
    const where = element.closest("article, li[id], [id]")?.id;
    return element.localName + (hook ? `[${hook.name}="${hook.value}"]` : "") + ` “${text}”` + (where ? ` in #${where}` : "");
  };

  // What one would hit in the middle of an element: of its first line, for what runs over several; of the part
  // that the frieze's scroller shows, for what is longer than that.
  const hitWithin = (element, box) => {
    const clip = element.closest("[data-frieze-scroller]")?.getBoundingClientRect() ?? box;
    const [left, right] = [Math.max(box.left, clip.left), Math.min(box.right, clip.right)];
    return right > left ? document.elementFromPoint((left + right) / 2, box.top + box.height / 2) : null;
  };
  const hit = element => hitWithin(element, element.getClientRects()[0] ?? element.getBoundingClientRect());
  const uncovered = element => element.contains(hit(element));
  const uncoveredInPart = element => [...element.getClientRects()].some(({ left, right, top, bottom }) => {
    const [begin, end] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    return end > begin && element.contains(hitWithin(element, { left, right, top: begin, height: end - begin }));
  });

  const visible = element =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getClientRects().length > 0;

  const frames = async count => {
    for (let drawn = 0; drawn < count; drawn += 1) await new Promise(requestAnimationFrame);
  };

  // Interactive elements a pointer can reach, with their boxes; what a scroller hides of them is cut off.
  const targets = within => {
    const found = [];
    for (const element of all("a[href], button:enabled, input:enabled, select, textarea, summary, [role=slider]", one(within))) {
      if (!visible(element)) continue;
      const whole = element.getBoundingClientRect();
      const clip = element.closest("[data-frieze-scroller]")?.getBoundingClientRect();
      const cut = rect => clip
        ? { left: Math.max(rect.left, clip.left), right: Math.min(rect.right, clip.right), top: rect.top, bottom: rect.bottom }
        : rect;
      const boxes = [...element.getClientRects()].map(cut).filter(box => box.right - box.left > 1);
      if (!boxes.length || whole.bottom + scrollY <= 0) continue;
      found.push({ element, whole, boxes });
    }
    return found;
  };

  // In a sentence: inline, with words beside it that are no target themselves.
  const inSentence = element => {
    if (getComputedStyle(element).display !== "inline") return false;
    const isText = node => node.nodeType === Node.TEXT_NODE;
    const words = [...element.parentElement.childNodes].filter(node => isText(node) || !node.matches("a, button, :has(a, button)"));
    return words.some(node => /\p{L}{2}/u.test(node.textContent));
  };

  // WCAG 2.5.8: 24 by 24, or a circle of 24 around its middle that meets no other target nor its circle.
  const small = within => {
    const found = targets(within);
    const isSmall = ({ whole }) => whole.width < 23.99 || whole.height < 23.99;
    const middle = ({ whole }) => ({ x: whole.left + whole.width / 2, y: whole.top + whole.height / 2 });
    const near = (a, b) => {
      const { x, y } = middle(a);
      const box = b.whole;
      const away = Math.hypot(x - Math.min(Math.max(x, box.left), box.right), y - Math.min(Math.max(y, box.top), box.bottom));
      const other = middle(b);
      return away < 12 || (isSmall(b) && Math.hypot(x - other.x, y - other.y) < 24);
    };
    const related = (a, b) => a.element.contains(b.element) || b.element.contains(a.element);
    return found
      .filter(target => isSmall(target) && !inSentence(target.element))
      .filter(target => found.some(other => other !== target && !related(target, other) && near(target, other)))
      .map(({ element, whole }) => `${name(element)} is ${whole.width.toFixed(1)} × ${whole.height.toFixed(1)}`);
  };

  const crossing = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;

  const sides = box => `${Math.round(box.left)}–${Math.round(box.right)} × ${Math.round(box.top)}–${Math.round(box.bottom)}`;

  // Pairs of targets that lie on each other.
  const overlaps = within => {
    const boxes = targets(within)
      .flatMap(({ element, boxes }) => boxes.map(box => ({ element, box })))
      .sort((a, b) => a.box.top - b.box.top);
    const found = new Set();
    boxes.forEach(({ element, box }, at) => {
      for (let next = at + 1; next < boxes.length && boxes[next].box.top < box.bottom; next += 1) {
        const other = boxes[next].element;
        if (element === other || element.contains(other) || other.contains(element)) continue;
        if (crossing(box, boxes[next].box)) found.add(`${name(element)} (${sides(box)}) and ${name(other)} (${sides(boxes[next].box)})`);
      }
    });
    return [...found];
  };

  // Pairs of marks or labels of one row of the frieze that lie on each other, wherever it is scrolled to.
  const crowded = () => {
    const found = [];
    for (const lane of all("[data-frieze] [role=group]")) {
      const items = all("a[data-entry], button[data-cluster]", lane).map(element => ({
        element,
        boxes: [element, ...all("[data-label]", element)].map(part => part.getBoundingClientRect()).filter(box => box.width > 1),
      }));
      items.forEach((a, at) => items.slice(at + 1).forEach(b => {
        if (a.boxes.some(one => b.boxes.some(two => crossing(one, two)))) found.push(`${name(a.element)} and ${name(b.element)}`);
      }));
    }
    return found;
  };

  // What Tab should lead to, in order.
  const stops = () =>
    all("a[href], button, input, select, textarea, summary, [tabindex]")
      .filter(element => element.tabIndex >= 0 && !element.disabled && visible(element));

  // Where Tab has led, seen when the next key goes down and nothing of it has happened yet.
  const walk = { places: [], covered: [], lost: 0, isInPartEnough: false };
  const look = () => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) {
      walk.lost += 1;
      return;
    }
    walk.places.push(focused);
    if (!(walk.isInPartEnough ? uncoveredInPart : uncovered)(focused)) walk.covered.push(`${name(focused)} under ${name(hit(focused))}`);
  };
  const watch = () => addEventListener("keydown", event => event.key === "Tab" && look(), true);

  const shifts = { sum: 0, list: [] };
  // Chromium alone counts them.
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) new PerformanceObserver(list => {
    for (const entry of list.getEntries().filter(entry => !entry.hadRecentInput)) {
      shifts.sum += entry.value;
      shifts.list.push(`${entry.value.toFixed(4)}: ${entry.sources.map(source => name(source.node?.closest?.("*") ?? source.node?.parentElement)).join(", ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });

  // What the policy has refused.
  const refused = [];
  document.addEventListener("securitypolicyviolation", event => {
    refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample} at ${event.sourceFile}:${event.lineNumber}`);
  });

  // What went wrong and what scripts have complained of, for browsers whose driver does not say so.
  const logged = [];
  addEventListener("error", event => logged.push(["SEVERE", event.message ?? `${event.target.src ?? event.target.href} did not come`]), true);
  addEventListener("unhandledrejection", event => logged.push(["SEVERE", String(event.reason)]));
  for (const [method, level] of [["error", "SEVERE"], ["warn", "WARNING"]]) {
    const say = console[method];
    console[method] = (...parts) => {
      logged.push([level, parts.map(String).join(" ")]);
      say.apply(console, parts);
    };
  }

  // Where a page stands that does not become interactive: what it has said, and what it still waits for.
  const state = () => {
    const worker = navigator.serviceWorker?.controller;
    const came = performance.getEntriesByType("resource").map(entry =>
      `${entry.name} ${entry.initiatorType} ${Math.round(entry.startTime)}–${entry.responseEnd ? Math.round(entry.responseEnd) : "…"}`);
    return [
      `${location.href} is ${document.readyState} after ${Math.round(performance.now())} ms,`
        + ` ${worker ? `its worker ${worker.state}` : "without a worker"}`,
      `data on <html>: ${JSON.stringify({ ...document.documentElement.dataset })}`,
      ...logged.map(([level, text]) => `${level} ${text}`),
      ...came,
    ].join("\n  ");
  };

  const probe = { state, refused, logged, one, all, name, hit, uncovered, visible, frames, targets, small, overlaps, crowded, stops, walk, look, watch, shifts };
  document.addEventListener("DOMContentLoaded", () => {
    probe.themeAtFirst = document.documentElement.getAttribute("data-theme");
    probe.partialAtFirst = document.documentElement.hasAttribute("data-partial");
  });
  return probe;
})();
