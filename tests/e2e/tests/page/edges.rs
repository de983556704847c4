//! Wherever one stands on the frieze, zoomed in and panned, what it says can be read.

use std::collections::BTreeMap;

use e2e::{Engine, Extra, NARROW, Outcome, Site, Tab, WIDE, tests};
use serde_json::json;
use thirtyfour::Key;

use super::marks::pan_to;

tests![part;
    whatever_is_in_view_can_be_read,
    what_is_in_force_is_in_sight_or_counted,
    a_cluster_says_what_it_holds_and_opens_with_a_short_transition,
];

/// What is wrong with the window that is in view, each with its kind first.
const WRONG: &str = "zoomed => {
    const nav = probe.one('[data-frieze]');
    const scroller = probe.one('[data-frieze-scroller]').getBoundingClientRect();
    const isMirrored = getComputedStyle(document.body).direction === 'rtl';
    const box = part => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        return { left, right, top, bottom };
    };
    const inView = ({ left, right }) => Math.min(right, scroller.right) - Math.max(left, scroller.left);
    // How far from the window's start and end, whichever way time runs.
    const edges = ({ left, right }) => isMirrored
        ? [scroller.right - right, left - scroller.left] : [left - scroller.left, scroller.right - right];
    const isCut = part => edges(part).some(inside => inside < -1);
    const crossing = (a, b) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
    const text = part => part.textContent.trim();
    const isShown = part => probe.visible(part) && text(part) && box(part).right - box(part).left > 1;
    const wrong = [];
    const say = (kind, what) => wrong.push([kind, what]);

    const links = probe.all('a[data-entry]').filter(probe.visible).map(link => {
        const [mark, label] = ['[data-mark]', '[data-label]'].map(part => link.querySelector(part));
        const bar = getComputedStyle(link.closest('.slot'), '::before');
        const lane = link.closest('[role=group]').getBoundingClientRect();
        const [left, top] = [lane.left + parseFloat(bar.left), lane.top + parseFloat(bar.top)];
        return {
            id: link.dataset.entry,
            weight: link.dataset.weight,
            mark: box(mark),
            label: isShown(label) && box(label),
            bar: bar.content !== 'none' && bar.display !== 'none'
                && { left, right: left + parseFloat(bar.width), top, bottom: top + parseFloat(bar.height) },
        };
    });
    const seen = links.filter(({ label }) => label && inView(label) > 1);
    const marks = [
        ...links.map(({ id, mark }) => ({ id, box: mark })),
        ...probe.all('[data-cluster]').filter(probe.visible).map(part => ({ id: probe.name(part), box: box(part) })),
    ].filter(mark => inView(mark.box) > 1);

    seen.forEach(({ id, label, mark, bar }, at) => {
        marks.filter(other => crossing(label, other.box)).forEach(other => say('label over a mark', `${id} over ${other.id}`));
        seen.slice(at + 1).filter(other => crossing(label, other.label))
            .forEach(other => say('label over a label', `${id} and ${other.id}`));
        if (isCut(label)) say('label cut', `${id}, ${edges(label).map(Math.round)} px from the edges`);
        const crosses = bar && edges(bar)[0] < 0 && inView(bar) > 0;
        if (inView(mark) <= 0 && !(crosses && edges(label)[0] < 12)) say('label without its mark', `${id}, label ${edges(label).map(Math.round)}, mark ${edges(mark).map(Math.round)}`);
    });

    const over = probe.all('[data-tick], [data-axis-start]').filter(isShown).map(part => {
        // The words of a tick; its line goes through all lanes.
        const range = document.createRange();
        range.selectNodeContents(part);
        return { text: text(part), box: box(range) };
    }).filter(part => inView(part.box) > 1);
    over.forEach(({ text, box }, at) => {
        if (isCut(box)) say('tick cut', text);
        over.slice(at + 1).filter(other => crossing(box, other.box)).forEach(other => say('tick over a tick', `${text} and ${other.text}`));
    });

    const start = probe.one('[data-axis-start]');
    const [from, to] = [nav.dataset.from, nav.dataset.to].map(date => new Date(date.length > 10 ? `${date}Z` : date));
    const said = start && isShown(start) && edges(box(start))[0] < 12 ? text(start) : '';
    if (!said.includes(from.getUTCFullYear())) say('no year at the start', `“${said}” for ${nav.dataset.from}`);
    const month = from.toLocaleDateString(document.documentElement.lang, { month: 'long', timeZone: 'UTC' }).slice(0, 3);
    if (to - from < 365 * 86_400_000 && !said.includes(month)) say('no month at the start', `“${said}” for ${nav.dataset.from}`);

    const eras = probe.all('[data-era]').map(era => ({ era: box(era), name: era.firstElementChild }));
    eras.filter(({ era }) => inView(era) > 80).forEach(({ name }) => {
        const there = isShown(name) ? box(name) : { left: 0, right: 0 };
        if (inView(there) < 24) return say('era without a name', text(name));
        if (isCut(there)) say('era cut', text(name));
    });

    links.filter(({ weight }) => weight === '3').forEach(({ id, mark, bar, label }) => {
        const [whole, room] = [{ ...mark }, bar && Math.max(inView(bar), 0)];
        if (bar) whole.right = Math.max(mark.right, bar.right);
        const toEnd = edges(isMirrored ? { left: mark.left, right: mark.right } : mark)[1];
        const isThere = inView(mark) >= 8 ? toEnd > 80 : room > 80;
        if (zoomed && isThere && !label) say('weight 3 without a name', id);
    });

    const bars = links.filter(({ bar }) => bar && inView(bar) > 1);
    bars.forEach(({ id, bar, label, mark }, at) => {
        bars.slice(at + 1).filter(other => crossing(bar, other.bar)).forEach(other => say('bars as one', `${id} and ${other.id}`));
        if (!label && inView(mark) <= 0 && inView(bar) > 80) say('bar without mark or name', id);
    });

    // What is in force, by lane: what can be seen of it, and what is counted.
    const begin = edtf => edtf.split('/')[0];
    const instant = (edtf, end) => {
        const [, year, month, day] = edtf.match(/^(\\d{4})(?:-(\\d\\d))?(?:-(\\d\\d))?/) ?? [];
        if (!year) return end ? Infinity : -Infinity;
        const whole = unit => end && unit ? 1 : 0;
        return Date.UTC(+year + whole(!month), (month ?? 1) - 1 + whole(month && !day), +(day ?? 1) + whole(day));
    };
    const missing = {};
    for (const article of probe.all('article[data-lane]')) {
        const date = article.querySelector('time').dateTime;
        const [first, last] = [date.split('/')[0], date.split('/').at(-1)];
        // Half a per cent of the window on either side: what only touches it may be left out.
        const slack = (to - from) / 200;
        if (instant(first, false) > to - slack || instant(last, true) < +from + slack) continue;
        const link = links.find(link => link.id === article.id);
        if (!link || !(inView(link.mark) > 0 || link.label && inView(link.label) > 0)) {
            (missing[article.dataset.lane] ??= []).push(article.id);
        }
    }
    const order = probe.all('[data-frieze] [role=group]');
    const lanes = [...new Set(probe.all('[data-lane-filter]').map(part => part.dataset.laneFilter))];
    for (const [lane, ids] of Object.entries(missing)) {
        const buttons = probe.all('[data-cluster]', order[lanes.indexOf(lane)]).filter(part => probe.visible(part) && inView(box(part)) > 8);
        const counted = buttons.reduce((sum, part) => sum + Number(part.dataset.cluster), 0);
        if (counted < ids.length) say('neither in sight nor counted', `${lane}: ${ids.length} (${ids.slice(0, 3)}), ${counted} counted`);
    }
    return [links.length, wrong];
}";

/// Looks at nine zooms, each at five positions, and says what is wrong by kind.
async fn look_around(tab: &Tab, view: &str, found: &mut BTreeMap<String, Vec<String>>) -> Outcome {
    for zoom in 0..9 {
        if zoom > 0 {
            tab.run("probe.one('[data-zoom=in]').click()").await?;
        }
        for along in [0.0, 0.27, 0.5, 0.71, 1.0] {
            pan_to(tab, along).await?;
            // It has stood still.
            tab.run("await probe.frames(2); await new Promise(done => setTimeout(done, 200))").await?;
            let (links, wrong): (usize, Vec<(String, String)>) = tab.call(WRONG, json!([zoom > 0])).await?;
            assert!(links > 0, "{view}: no link at all");
            for (kind, what) in wrong {
                found.entry(kind).or_default().push(format!("{view}, {zoom} steps closer, at {along}: {what}"));
            }
        }
    }
    Ok(())
}

/// Nothing may be found.
fn nothing(found: BTreeMap<String, Vec<String>>) {
    let kinds = found.iter().map(|(kind, found)| {
        let some = found.iter().take(6).cloned().collect::<Vec<_>>().join("\n    ");
        format!("{}: {kind}\n    {some}", found.len())
    });
    let kinds: Vec<_> = kinds.collect();
    assert!(kinds.is_empty(), "\n{}", kinds.join("\n"));
}

async fn whatever_is_in_view_can_be_read(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let mut found = BTreeMap::new();
    for size in [WIDE, NARROW] {
        tab.open_unfolded(&site, "fr/", size).await?;
        tab.run("probe.one('[data-zoom=in]').click()").await?;
        tab.settle().await?;
        tab.run("probe.one('[data-zoom=all]').click()").await?;
        look_around(tab, &format!("{} px", size.0), &mut found).await?;
    }
    nothing(found);
    Ok(())
}

/// Bars that find no row are counted at the edge of the window, and the count opens as a list.
async fn what_is_in_force_is_in_sight_or_counted(tab: &Tab) -> Outcome {
    let file = include_str!("../../fixtures/forty-projects.json");
    let site = Site::with_files(vec![Extra::file("own/forty-projects.json", file)])?;
    let mut found = BTreeMap::new();
    for size in [WIDE, NARROW] {
        tab.open_unfolded(&site, "en/?timeline=../own/forty-projects.json", size).await?;
        look_around(tab, &format!("{} px", size.0), &mut found).await?;
    }
    nothing(found);
    for size in [WIDE, NARROW] {
        tab.open_unfolded(&site, "en/?timeline=../own/forty-projects.json", size).await?;
        // From the middle of the period.
        for _ in 0..5 {
            tab.run("probe.one('[data-zoom=in]').click()").await?;
        }
        tab.settle().await?;
        let edge = "[data-cluster][data-ongoing]";
        let (count, named, stop): (usize, usize, i32) = tab
            .get(&format!(
                "(button => [
                    Number(button.dataset.cluster),
                    probe.all('a[data-entry] [data-label]', button.closest('[role=group]')).filter(probe.visible)
                        .filter(label => label.getBoundingClientRect().width > 1).length,
                    button.tabIndex,
                ])(probe.one('{edge}'))"
            ))
            .await?;
        assert_eq!((count + named, stop), (40, 0), "{size:?}: {count} counted, {named} with their names");
        tab.focus(edge).await?;
        tab.press(Key::Enter).await?;
        tab.settle().await?;
        let (listed, has_focus): (usize, bool) = tab
            .get(
                "[probe.all('[data-panel=cluster] a').length,
                probe.one('[data-panel=cluster]').contains(document.activeElement)]",
            )
            .await?;
        assert_eq!((listed, has_focus), (count, true), "{size:?}: all are listed");
    }
    Ok(())
}

async fn a_cluster_says_what_it_holds_and_opens_with_a_short_transition(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    tab.run("probe.one('[data-frieze]').scrollIntoView({ block: 'center' })").await?;
    tab.settle().await?;
    let (count, place): (usize, (f64, f64)) = tab
        .get(
            "(button => (box => [Number(button.dataset.cluster), [box.left + box.width / 2, box.top + box.height / 2]])
                (button.getBoundingClientRect()))
            (probe.all('[data-cluster]').sort((a, b) => b.dataset.cluster - a.dataset.cluster)[0])",
        )
        .await?;
    tab.mouse("mouseMoved", place, json!({})).await?;
    tab.until("probe.visible(probe.one('[data-tip]'))").await?;
    let (tip, titles): (String, usize) = tab
        .get(
            "(tip => [tip.innerText, probe.all('article[data-lane] h3, article[data-lane] h4')
                .filter(title => tip.innerText.includes(title.textContent.trim())).length])(probe.one('[data-tip]'))",
        )
        .await?;
    assert!(tip.contains(&count.to_string()) && titles >= 3, "{titles} titles of {count} in “{tip}”");
    assert!(tip.contains(&format!("{}", count - 3)) && tip.contains(" 20"), "how many more, and of what time: “{tip}”");
    // In WebKit a frame under load may be longer than all of the transition, and its driver emulates no wish for less motion.
    if tab.engine() == Engine::WebKit {
        return Ok(());
    }
    // Marks that come do so by and by, unless the reader wants no motion.
    let opened = "await (async () => {
        let moved = 0;
        const note = ({ target }) => moved += target.closest('[data-frieze]') ? 1 : 0;
        document.addEventListener('transitionrun', note);
        probe.all('[data-cluster]').sort((a, b) => b.dataset.cluster - a.dataset.cluster)[0].click();
        await probe.frames(4);
        document.removeEventListener('transitionrun', note);
        return moved;
    })()";
    assert!(tab.get::<usize>(opened).await? > 0, "nothing moves");
    tab.until("!document.getAnimations().length").await?;
    tab.media("", &[("prefers-reduced-motion", "reduce")]).await?;
    tab.open(&site, "fr/").await?;
    assert_eq!(tab.get::<usize>(opened).await?, 0, "it moves");
    Ok(())
}
