//! Another file, whose ids are those of other tools: an apostrophe, a digit, what ends a selector.

use e2e::{Extra, Outcome, Site, Tab, tests};
use serde_json::json;
use thirtyfour::Key;

use super::{keeps, keeps_text, ready, write};

tests![
    notes_are_kept_whatever_a_question_is_called,
    the_handout_is_whole_whatever_a_question_is_called,
    questions_are_presented_whatever_they_are_called,
];

const FILE: &str = include_str!("../../../fixtures/odd-ids.json");
/// The article of each question.
const QUESTIONS: [&str; 3] = ["[data-question=\"l'avenir\"]", "[data-question='1']", "[data-question='a\\\"b]c.d']"];

async fn open(tab: &Tab) -> Outcome<Site> {
    let site = Site::with_files(vec![Extra::file("odd-ids.json", FILE)])?;
    tab.open(&site, "fr/?timeline=../odd-ids.json").await?;
    near(tab).await?;
    Ok(site)
}

/// Goes where the tools are, and waits for them.
async fn near(tab: &Tab) -> Outcome {
    tab.run("probe.one('#conversation').scrollIntoView()").await?;
    ready(tab).await
}

/// What the fields under a question hold.
async fn hold(tab: &Tab, question: &str, texts: &[&str]) -> Outcome {
    let held = format!("probe.all({}).map(field => field.value)", json!(format!("{question} textarea")));
    tab.until_is(&held, texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()).await
}

async fn notes_are_kept_whatever_a_question_is_called(tab: &Tab) -> Outcome {
    let _site = open(tab).await?;
    for (at, question) in QUESTIONS.iter().enumerate() {
        write(tab, &format!("{question} textarea"), &format!("first {at}")).await?;
        keeps_text(tab, &format!("first {at}")).await?;
        tab.click(&format!("{question} [data-note-add]")).await?;
        tab.press('b').await?;
        hold(tab, question, &[&format!("first {at}"), "b"]).await?;
        tab.click(&format!("{question} [data-note-delete]")).await?;
        hold(tab, question, &["b"]).await?;
        assert!(tab.get::<bool>("document.activeElement.matches('[data-note-undo]')").await?, "{question}");
        tab.click(&format!("{question} [data-note-undo]")).await?;
        hold(tab, question, &[&format!("first {at}"), "b"]).await?;
        assert!(tab.get::<bool>("document.activeElement.matches('[data-note]')").await?, "{question}");
    }
    keeps(tab, 6).await?;
    tab.reload().await?;
    near(tab).await?;
    for (at, question) in QUESTIONS.iter().enumerate() {
        hold(tab, question, &[&format!("first {at}"), "b"]).await?;
    }
    Ok(())
}

async fn the_handout_is_whole_whatever_a_question_is_called(tab: &Tab) -> Outcome {
    let _site = open(tab).await?;
    tab.run("window.print = () => { window.printing = document.documentElement.dataset.printing; }").await?;
    tab.click("[data-handout='questions']").await?;
    tab.until_is("window.printing ?? ''", "handout".to_owned()).await?;
    let sheets: Vec<String> = tab.get("probe.all('#_handout .sheet').map(sheet => sheet.textContent)").await?;
    let parts = ["Qu’il faut continuer.", "Beaucoup.", "Les absents.", "https://example.org/bulletin/3"];
    for (sheet, part) in sheets.iter().zip(&parts[..3]) {
        assert!(sheet.contains(part), "{part} is not in {sheet}");
    }
    let cited: Vec<String> = tab.get("probe.all('#_handout .sheet-sources a').map(link => link.href)").await?;
    assert!(cited.iter().any(|href| href == parts[3]), "{cited:?}");
    Ok(())
}

async fn questions_are_presented_whatever_they_are_called(tab: &Tab) -> Outcome {
    let _site = open(tab).await?;
    let heading = "probe.one('[data-presenter-view] h2')?.textContent ?? null";
    let shown = "probe.all('.presenter-panel li').map(one => one.textContent.trim())";
    let marked = "probe.all('article[data-discussed]').map(article => article.dataset.question)";
    for (at, question) in QUESTIONS.iter().enumerate() {
        let text: String = tab.call("question => probe.one(`${question} h3`).textContent", json!([question])).await?;
        tab.click(&format!("{question} [data-presenter]")).await?;
        tab.until_is(heading, Some(text.clone())).await?;
        for (key, part) in [('s', ".stressed > li"), ('p', ".prompts > li:first-child")] {
            let parts: Vec<String> = tab
                .call(
                    "(question, part) => probe.all(`${question} ${part}`).map(one => one.textContent)",
                    json!([question, part]),
                )
                .await?;
            assert_eq!(parts.len(), 1);
            tab.press(key).await?;
            tab.until_is(shown, parts).await?;
        }
        tab.press('e').await?;
        tab.until(&format!("/mars.2017.*Rien de tout cela/s.test({shown}[0])")).await?;
        tab.press('d').await?;
        tab.until_is(&format!("{marked}.length"), at + 1).await?;
        // The address names it: read again it is presented again.
        let address: String = tab.get("location.search + location.hash").await?;
        assert!(address.contains("present=1"), "{address}");
        if at == 0 {
            tab.reload().await?;
            tab.until_is(heading, Some(text)).await?;
            tab.press(Key::Escape).await?;
            tab.until("!probe.one('[data-presenter-view]')").await?;
            tab.until("document.activeElement.closest('article')?.dataset.question === \"l'avenir\"").await?;
            continue;
        }
        for _ in 0..2 {
            tab.press(Key::Escape).await?;
            tab.settle().await?;
        }
        tab.until("!probe.one('[data-presenter-view]')").await?;
        tab.until(&format!("document.activeElement.matches({})", json!(format!("{question} [data-presenter]"))))
            .await?;
    }
    let all: Vec<String> = tab.get(marked).await?;
    assert_eq!(all, ["l'avenir", "1", "a\"b]c.d"]);
    Ok(())
}
