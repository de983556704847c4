//! axe-core in the page, and what it finds, readably.

use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::{Failure, Outcome, Tab, settings};

/// What must hold.
const TAGS: &[&str] = &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/// The rules that look at colours.
const COLOURS: &[&str] = &["color-contrast", "link-in-text-block"];

/// How much of the page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// One of each kind of entry and a few sources, by the rules that another colour scheme could break.
    Colours,
    /// Without years, questions and sources that are out of view: what a tool changes is not there.
    Near,
    /// What lies over the page, of which nothing can be reached meanwhile.
    Over,
}

/// Every violation on the page as it stands: rule, targets, and what to do.
pub async fn violations(tab: &Tab, extent: Extent) -> Outcome<Vec<String>> {
    if !tab.get::<bool>("!!window.axe").await? {
        tab.call::<Value>(&format!("() => {{ {} }}", script()?), json!([])).await?;
    }
    let (kind, values) = if extent == Extent::Colours { ("rule", COLOURS) } else { ("tag", TAGS) };
    tab.call(
        "async (type, values, extent) => {
            const far = ({ top, bottom }) => bottom < 0 || top > innerHeight;
            const seen = new Set();
            const known = year => {
                const kinds = probe.all('[data-lane], .disagreement, .note, .bears-on', year)
                    .map(part => [part.className, part.dataset.lane, part.dataset.detail].join());
                const before = seen.size;
                kinds.forEach(kind => seen.add(kind));
                return seen.size === before;
            };
            const exclude = {
                Whole: () => [],
                Colours: () => [...probe.all('.year').filter(known), ...probe.all('.source-list > li:nth-child(n + 12)')],
                Near: () => probe.all('.year, .question, .source-list').filter(part => far(part.getBoundingClientRect())),
                Over: () => [probe.one('#app')],
            }[extent]();
            // Even what is left out is walked over: what is large is not there meanwhile.
            const back = extent !== 'Over' ? [] : probe.all('.year, .source-list').map(part => {
                const place = document.createComment('');
                part.replaceWith(place);
                return () => place.replaceWith(part);
            });
            const found = await axe.run({ include: [document], exclude }, {
                runOnly: { type, values }, resultTypes: ['violations'], preload: false });
            back.forEach(put => put());
            return found.violations.map(rule => `${rule.id} (${rule.impact}): ${rule.help}` + rule.nodes.slice(0, 5).map(
                node => `\\n    ${node.target.join(' ')}\\n      ${node.failureSummary.replaceAll('\\n', ' ')}`).join('')
                + (rule.nodes.length > 5 ? `\\n    and ${rule.nodes.length - 5} more` : ''));
        }",
        json!([kind, values, format!("{extent:?}")]),
    )
    .await
}

fn script() -> Outcome<&'static str> {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    if let Some(script) = SCRIPT.get() {
        return Ok(script);
    }
    let file = settings::axe();
    let script = std::fs::read_to_string(&file).map_err(|error| {
        Failure::new(format!("{} (FRISE_AXE): {error}; `cargo xtask test e2e` installs it", file.display()))
    })?;
    Ok(SCRIPT.get_or_init(|| script))
}
