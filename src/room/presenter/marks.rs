//! Which questions were discussed: remembered on this device, and shown in the page.

use crate::browser;
use crate::html::Html;
use crate::i18n::{Phrase, Words};

/// Ids of questions, apart by spaces; also those of other pages of this site.
const KEY: &str = "frise.discussed";

/// The questions that were discussed, by id.
pub fn discussed() -> Vec<String> {
    browser::remembered(KEY).unwrap_or_default().split_ascii_whitespace().map(str::to_owned).collect()
}

/// Marks a question, or takes its mark away.
pub fn set(id: &str, is_discussed: bool) {
    let mut all = discussed();
    all.retain(|other| other != id);
    if is_discussed {
        all.push(id.to_owned());
    }
    // Where nothing can be remembered the presentation under way still knows.
    browser::remember(KEY, Some(all.join(" ")).filter(|all| !all.is_empty()).as_deref());
}

/// Shows the marks in the page.
pub fn show(words: &Words) {
    let all = discussed();
    for [id] in browser::rows("article[data-question]", [("", "data-question")]) {
        let article = format!("article[data-question='{id}']");
        let is_discussed = all.contains(&id);
        let was_shown = browser::matches(&format!("{article} .discussed"), "*");
        browser::set_attribute(&article, "data-discussed", is_discussed.then_some(""));
        if is_discussed && !was_shown {
            let mut html = Html::default();
            html.start("p")
                .attr("class", "status discussed")
                .text("✓ ")
                .text(words.phrases.get(Phrase::PresenterDiscussed));
            browser::insert_html(&format!("{article} .provenance"), "beforebegin", &html.finish());
        } else if was_shown && !is_discussed {
            browser::take_out(&format!("{article} .discussed"));
        }
    }
}
