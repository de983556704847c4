// In every page of the bench before its own scripts: when it shows, how it moves, what its frames take. What
// differs between the tools is in `tools`; lengths are pixels on the screen, so that they can be compared.
"use strict";
window.bench = (() => {
  const one = selector => document.querySelector(selector);
  const click = selector => one(selector)?.click();
  const nav = () => one("nav[data-frieze]");
  const scroller = () => one("[data-frieze-scroller]");
  const slider = () => one(".tl-timenav-slider");
  const span = () => (({ start, end }) => end - start)(timeline.getWindow());

  const tools = {
    frise: {
      isShown: entries => document.documentElement.hasAttribute("data-ready") && nav()?.dataset.total === String(entries)
        && !!one("[data-marks] :is(a, button)"),
      // why it does not show
      has: () => `its frieze holds ${nav()?.dataset.total ?? "no"} entries`,
      surface: scroller,
      isBare: element => scroller().contains(element) && !element.closest("a, button"),
      position: () => scroller().scrollLeft,
      span: () => `${nav().dataset.from}/${nav().dataset.to}`,
      times: () => scroller().scrollWidth / scroller().clientWidth,
      closer: () => click("[data-zoom=in]"),
      whole: () => click("[data-zoom=all]"),
    },
    timelinejs: {
      isShown: () => !!window.timeline?.isLoaded && !!one(".tl-timemarker") && !!one(".tl-slide"),
      surface: () => one(".tl-timenav"),
      isBare: element => element.matches(".tl-timenav-slider-background"),
      position: () => slider().getBoundingClientRect().left,
      span: () => timeline._timenav.options.scale_factor,
      times: () => slider().offsetWidth / one(".tl-timenav").offsetWidth,
      closer: () => timeline.zoomIn(),
      whole: () => timeline.setZoom(2),
      // no wheel zooms it, its buttons do: the zoom in is the first of its menu
      step: closer => one(".tl-menubar").children[closer ? 0 : 1].click(),
    },
    vis: {
      isShown: () => !!one(".vis-item") && one(".vis-timeline").style.visibility === "visible",
      surface: () => one(".vis-panel.vis-center"),
      isBare: element => one(".vis-panel.vis-center").contains(element) && !element.closest(".vis-item"),
      position: () => timeline.getWindow().start / span() * one(".vis-panel.vis-center").offsetWidth,
      span,
      times: () => tools.vis.first / span(),
      closer: () => timeline.zoomIn(0.5, { animation: false }),
      whole: () => timeline.fit({ animation: false }),
    },
  };

  // A bare place to drag from, as near to the middle of the surface as there is one.
  const place = () => {
    const { left, right, top, bottom } = api.tool.surface().getBoundingClientRect();
    const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    for (let aside = 0; aside < 200; aside += 8) {
      for (const x of [(left + right) / 2 + aside, (left + right) / 2 - aside]) {
        for (let y = from + 3; y < to; y += 4) {
          const hit = document.elementFromPoint(x, y);
          if (hit && api.tool.isBare(hit)) return [x, y];
        }
      }
    }
    return null;
  };

  const middle = () => {
    const { left, right, top, bottom } = api.tool.surface().getBoundingClientRect();
    return [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  };

  let list = null;
  const record = () => {
    const own = list = [];
    let last = null;
    const frame = now => {
      if (list !== own) return;
      if (last !== null) own.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  };
  const recorded = () => {
    const own = list;
    list = null;
    return own;
  };

  // As browsers count it: shifts less than a second apart, within five seconds, are one; the worst counts.
  let shift = 0;
  let session = { sum: 0, first: 0, last: -Infinity };
  new PerformanceObserver(found => {
    for (const { value, startTime, hadRecentInput } of found.getEntries()) {
      if (hadRecentInput) continue;
      const goesOn = startTime - session.last < 1000 && startTime - session.first < 5000;
      session = goesOn ? { ...session, sum: session.sum + value } : { sum: value, first: startTime };
      session.last = startTime;
      shift = Math.max(shift, session.sum);
    }
  }).observe({ type: "layout-shift", buffered: true });

  // Bytes without which nothing can be read: the document and what its first paint waits for.
  const readable = () => [
    ...performance.getEntriesByType("navigation"),
    ...performance.getEntriesByType("resource").filter(({ renderBlockingStatus }) => renderBlockingStatus === "blocking"),
  ].reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);

  // When it was there, and when the frame after that began.
  let there = null;
  let after = null;
  const expect = (name, entries) => {
    api.tool = tools[name];
    const painted = now => {
      if (name === "vis") api.tool.first = span();
      after = now;
    };
    const look = now => {
      if (!api.tool.isShown(entries)) return requestAnimationFrame(look);
      there = now;
      requestAnimationFrame(painted);
    };
    requestAnimationFrame(look);
  };
  const paint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null;
  // It shows once it is painted: with the first paint of all, or else when the next frame begins.
  const shown = () => after === null ? null : paint() > there ? paint() : after;

  const api = {
    tool: null, expect, shown, paint, place, middle, record, recorded, readable,
    shift: () => shift,
    nodes: () => document.querySelectorAll("*").length,
  };
  return api;
})();
