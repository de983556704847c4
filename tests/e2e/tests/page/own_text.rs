//! Text as readers set it (WCAG 1.4.4, 1.4.12), and words that give a browser no place to break.

use e2e::{Extra, Outcome, Site, Tab, tests};
use thirtyfour::Key;

tests![
    spaced_or_larger_text_is_whole_and_nothing_scrolls_sideways,
    in_larger_text_too_what_has_focus_is_in_view,
    long_words_are_broken_only_where_they_do_not_fit,
];

const SIZES: [(u32, u32); 4] = [(1280, 800), (768, 1024), (320, 640), (667, 375)];
/// What a reader's own style sheet sets.
const SPACED: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } \
                      p { margin-block-end: 2em !important; }";
/// Text alone twice as large: media queries stay as they are.
const LARGER: &str = ":root { font-size: 200% !important; }";

async fn set(tab: &Tab, rules: &str) -> Outcome {
    tab.run(&format!(
        "const sheet = new CSSStyleSheet();
        sheet.replaceSync(`{rules}`);
        document.adoptedStyleSheets.push(sheet);"
    ))
    .await?;
    tab.settle().await
}

/// What reaches beyond the window, is cut off below, or, of the axis, runs over two lines.
async fn wrong(tab: &Tab) -> Outcome<Vec<String>> {
    tab.get(
        "(root => [
            ...root.scrollWidth > root.clientWidth ? [`scrolls sideways: ${root.scrollWidth}`] : [],
            ...probe.all('body *').filter(part => probe.visible(part)
                && !part.closest('[data-frieze-scroller], .frieze, .visually-hidden, .skip, .tip')
                && part.getBoundingClientRect().right > root.clientWidth + 1).slice(0, 5).map(part => `wide: ${probe.name(part)}`),
            ...probe.all('body *').filter(part => {
                const { overflowY } = getComputedStyle(part);
                return overflowY !== 'visible' && probe.visible(part) && part.clientHeight > 2
                    && part.scrollHeight - part.clientHeight > 2
                    && [...part.childNodes].some(node => node.nodeType === 3 && node.nodeValue.trim());
            }).slice(0, 5).map(part => `cut: ${probe.name(part)}`),
            ...probe.all('.tick').filter(tick => {
                const range = document.createRange();
                range.selectNodeContents(tick);
                return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1;
            }).map(tick => `broken: ${tick.textContent}`),
        ])(document.documentElement)",
    )
    .await
}

async fn unfold(tab: &Tab) -> Outcome {
    tab.run("const fold = probe.one('[data-fold]'); if (probe.visible(fold)) fold.click()").await?;
    tab.settle().await
}

async fn spaced_or_larger_text_is_whole_and_nothing_scrolls_sideways(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let mut all = Vec::new();
    for size in SIZES {
        tab.size(size).await?;
        for path in ["fr/", "en/", "fr/sources/"] {
            for (how, rules) in [("spaced", SPACED), ("larger", LARGER)] {
                if path.ends_with("sources/") {
                    tab.open_bare(&site, path).await?;
                } else {
                    tab.open(&site, path).await?;
                    // With the conversation's tools.
                    tab.run("probe.one('#conversation').scrollIntoView()").await?;
                    tab.until("document.documentElement.dataset.room === 'ready'").await?;
                    unfold(tab).await?;
                }
                set(tab, rules).await?;
                let found = wrong(tab).await?;
                all.extend(found.into_iter().map(|found| format!("{size:?} {path} {how}: {found}")));
            }
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    Ok(())
}

async fn in_larger_text_too_what_has_focus_is_in_view(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in SIZES {
        tab.size(size).await?;
        tab.open(&site, "fr/").await?;
        set(tab, LARGER).await?;
        unfold(tab).await?;
        tab.run("probe.one('[data-frieze] [data-stop][tabindex=\"0\"]').focus()").await?;
        for step in 0..24 {
            tab.press(if step % 6 == 5 { Key::Down } else { Key::Right }).await?;
            tab.settle().await?;
            let (name, boxes): (String, [f64; 8]) = tab
                .get(
                    "(stop => {
                        const mark = (stop.querySelector('[data-mark]') ?? stop).getBoundingClientRect();
                        const scroller = probe.one('[data-frieze-scroller]').getBoundingClientRect();
                        return [probe.name(stop), [mark.left, mark.right, mark.top, mark.bottom, scroller.left, scroller.right, 0, innerHeight]];
                    })(document.activeElement)",
                )
                .await?;
            let [left, right, top, bottom, start, end, above, below] = boxes;
            let is_in = right > start && left < end && top > above - 2.0 && bottom < below + 2.0;
            assert!(is_in, "{size:?}: {name} has focus, out of view: {boxes:?}");
        }
    }
    Ok(())
}

async fn long_words_are_broken_only_where_they_do_not_fit(tab: &Tab) -> Outcome {
    let words = Extra::file("own/long-words.json", include_str!("../../fixtures/long-words.json"));
    let site = Site::with_files(vec![words])?;
    for size in SIZES {
        tab.size(size).await?;
        tab.open(&site, "en/?timeline=../own/long-words.json").await?;
        unfold(tab).await?;
        let mut found = wrong(tab).await?;
        // A lane's name stays in its column.
        let names: Vec<String> = tab
            .get(
                "(end => probe.all('.gutter *').filter(part => probe.visible(part) && part.getBoundingClientRect().right > end + 1)
                    .map(part => `over the marks: ${probe.name(part)}`))
                    (probe.one('[data-frieze-scroller]').getBoundingClientRect().left)",
            )
            .await?;
        found.extend(names);
        // Ordinary words of titles and texts keep together.
        let broken: Vec<String> = tab
            .get(
                "probe.all('article h4, .summary').flatMap(part => {
                    const text = part.firstChild;
                    return [...text.nodeValue.matchAll(/\\p{Script=Latin}{2,12}/gu)].filter(({ 0: word, index }) => {
                        const [before, after] = [text.nodeValue[index - 1] ?? ' ', text.nodeValue[index + word.length] ?? ' '];
                        if (before !== ' ' || !' .,:;'.includes(after)) return false;
                        const range = document.createRange();
                        range.setStart(text, index);
                        range.setEnd(text, index + word.length);
                        return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1;
                    }).map(([word]) => `broken: ${word}`);
                })",
            )
            .await?;
        found.extend(broken);
        assert!(found.is_empty(), "{size:?}: {found:#?}");
    }
    Ok(())
}
