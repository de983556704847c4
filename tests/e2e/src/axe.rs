//! axe-core in the page, and what it finds, readably.

use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::{Failure, Outcome, Tab, settings};

/// What must hold.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Every violation on the page as it stands: rule, targets, and what to do.
pub async fn violations(tab: &Tab) -> Outcome<Vec<String>> {
    if !tab.get::<bool>("!!window.axe").await? {
        tab.call::<Value>(&format!("() => {{ {} }}", script()?), json!([])).await?;
    }
    tab.call(
        "async tags => {
            const found = await axe.run(document, {
                runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false });
            return found.violations.map(rule => `${rule.id} (${rule.impact}): ${rule.help}` + rule.nodes.slice(0, 5).map(
                node => `\\n    ${node.target.join(' ')}\\n      ${node.failureSummary.replaceAll('\\n', ' ')}`).join('')
                + (rule.nodes.length > 5 ? `\\n    and ${rule.nodes.length - 5} more` : ''));
        }",
        json!([TAGS]),
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
