//! The presenter on devices as people have them: keyboards of other scripts, input methods, other pages of the site,
//! and what goes on while nothing is presented.

use e2e::{Engine, Extra, Outcome, Site, Tab, tests};
use serde_json::json;
use thirtyfour::Key;

use super::frieze_keys::{at_the_frieze, window};
use super::presenter::{QUESTIONS, at_question, panel, present, shows};

tests![
    part;
    letters_of_other_scripts_are_found_by_their_place,
    the_zoom_is_found_on_keyboards_of_other_scripts,
    nothing_is_asked_for_while_an_input_method_composes,
    nothing_ticks_but_a_timer_that_is_presented_and_runs,
    discussed_marks_show_at_once_in_other_pages_of_the_site,
    discussed_marks_are_those_of_a_folder_and_former_ones_are_read_once,
];

/// A key as the browser tells of it, on what has focus. True if the page took it.
async fn key(tab: &Tab, event: serde_json::Value) -> Outcome<bool> {
    tab.call(
        "options => {
            const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...options });
            return !document.activeElement.dispatchEvent(event);
        }",
        json!([event]),
    )
    .await
}

async fn letters_of_other_scripts_are_found_by_their_place(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 0).await?;
    for (code, typed, opened) in [
        ("KeyE", "у", "evidence"),
        ("KeyS", "σ", "stressed"),
        ("KeyP", "ح", "prompts"),
        ("KeyQ", "ქ", "code"),
        ("KeyQ", ";", "code"),
        // Where letters are Latin they decide, as on AZERTY.
        ("KeyA", "q", "code"),
    ] {
        assert!(key(tab, json!({ "code": code, "key": typed })).await?, "{typed} on {code} is not taken");
        assert_eq!(panel(tab).await?.as_deref(), Some(opened), "{typed} on {code}");
        tab.press(Key::Escape).await?;
        assert_eq!(panel(tab).await?, None);
    }
    assert!(!key(tab, json!({ "code": "KeyQ", "key": "a" })).await?);
    assert!(!key(tab, json!({ "code": "KeyE", "key": "у", "ctrlKey": true })).await?);
    if tab.engine() != Engine::WebKit {
        // There no script can make such an event.
        assert!(!key(tab, json!({ "code": "KeyE", "key": "€", "modifierAltGraph": true })).await?);
    }
    assert_eq!(panel(tab).await?, None);
    // Two letters from one key.
    key(tab, json!({ "code": "KeyB", "key": "لا" })).await?;
    tab.until("probe.visible(probe.one('.presenter-dark'))").await?;
    key(tab, json!({ "code": "KeyB", "key": "لا" })).await?;
    tab.until("!probe.visible(probe.one('.presenter-dark'))").await?;
    key(tab, json!({ "code": "KeyD", "key": "დ" })).await?;
    tab.until("probe.one('[data-press=discussed]').ariaPressed === 'true'").await
}

async fn the_zoom_is_found_on_keyboards_of_other_scripts(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    at_the_frieze(tab, &site).await?;
    tab.press('0').await?;
    tab.settle().await?;
    let whole = window(tab).await?;
    for digit in ["۰", "٠", "०", "จ"] {
        assert!(key(tab, json!({ "code": "Equal", "key": "ช" })).await?);
        tab.settle().await?;
        assert_ne!(window(tab).await?, whole, "closer");
        assert!(key(tab, json!({ "code": "Digit0", "key": digit })).await?, "{digit} is not taken");
        tab.settle().await?;
        assert_eq!(window(tab).await?, whole, "{digit}");
    }
    assert!(!key(tab, json!({ "code": "Digit0", "key": ")", "shiftKey": true })).await?);
    assert!(key(tab, json!({ "code": "Slash", "key": "؟", "shiftKey": true })).await?);
    tab.until("probe.one(':popover-open')").await
}

async fn nothing_is_asked_for_while_an_input_method_composes(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 0).await?;
    for composing in [json!({ "isComposing": true }), json!({ "keyCode": 229 })] {
        for (code, typed) in
            [("KeyE", "e"), ("KeyE", "у"), ("KeyB", "b"), ("ArrowRight", "ArrowRight"), ("Escape", "Escape")]
        {
            let mut event = json!({ "code": code, "key": typed });
            event
                .as_object_mut()
                .into_iter()
                .for_each(|event| event.extend(composing.as_object().cloned().unwrap_or_default()));
            assert!(!key(tab, event.clone()).await?, "{event} is taken");
            tab.settle().await?;
            shows(tab, 0).await?;
            assert_eq!(panel(tab).await?, None, "{event}");
        }
        // In the dark neither.
        tab.press('b').await?;
        tab.until("probe.visible(probe.one('.presenter-dark'))").await?;
        let mut event = json!({ "code": "KeyX", "key": "x" });
        event
            .as_object_mut()
            .into_iter()
            .for_each(|event| event.extend(composing.as_object().cloned().unwrap_or_default()));
        key(tab, event).await?;
        tab.settle().await?;
        assert!(tab.get::<bool>("probe.visible(probe.one('.presenter-dark'))").await?);
        tab.press('x').await?;
        tab.until("!probe.visible(probe.one('.presenter-dark'))").await?;
    }
    // The same key does something once that is over.
    assert!(key(tab, json!({ "code": "KeyE", "key": "у" })).await?);
    assert_eq!(panel(tab).await?.as_deref(), Some("evidence"));
    Ok(())
}

/// Counts what repeats, before any script of the page.
const TICKS: &str = "window.ticking = new Set();
    window.setInterval = (set => (...all) => { const id = set(...all); ticking.add(id); return id; })(window.setInterval);
    window.clearInterval = (clear => id => { ticking.delete(id); clear(id); })(window.clearInterval);";

async fn nothing_ticks_but_a_timer_that_is_presented_and_runs(tab: &Tab) -> Outcome {
    let counted = |page: String| page.replacen("<script", "<script src=\"../ticks.js\"></script><script", 1);
    let site = Site::amended(counted, vec![Extra::file("ticks.js", TICKS)])?;
    let ticks = "ticking.size";
    at_question(tab, &site, "fr/", 0).await?;
    assert_eq!(tab.get::<usize>(ticks).await?, 0, "nothing is presented");
    tab.click(&format!("#{} [data-presenter]", QUESTIONS[0])).await?;
    shows(tab, 0).await?;
    tab.settle().await?;
    assert_eq!(tab.get::<usize>(ticks).await?, 0, "the timer does not run");
    for (key, count) in [('t', 1), ('t', 0), ('t', 1)] {
        tab.press(key).await?;
        tab.until_is(ticks, count).await?;
    }
    tab.press(Key::Escape).await?;
    tab.until("!probe.one('[data-presenter-view]')").await?;
    tab.until_is(ticks, 0).await?;
    // It has gone on meanwhile, and is looked at again.
    tab.click(&format!("#{} [data-presenter]", QUESTIONS[1])).await?;
    shows(tab, 1).await?;
    tab.until_is(ticks, 1).await?;
    tab.click("[data-press='reset']").await?;
    tab.until_is(ticks, 0).await
}

/// The questions that the page shows as discussed.
const MARKED: &str = "probe.all('.question .discussed').filter(probe.visible).map(mark => mark.closest('article').id)";

/// Goes to the tab with the page of that language; WebKit does not number its windows in the order they were opened.
async fn turn(tab: &Tab, language: &str) -> Outcome {
    tab.turn(0).await?;
    if tab.get::<String>("document.documentElement.lang").await? == language { Ok(()) } else { tab.turn(1).await }
}

async fn discussed_marks_show_at_once_in_other_pages_of_the_site(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let done = "probe.all('[data-presenter-view] [data-done]').map(button => button.dataset.go)";
    // By its button: WebKit's driver types and clicks in the window in front only.
    let mark = "probe.one('[data-press=discussed]').click()";
    let first = vec![QUESTIONS[0].to_owned()];
    at_question(tab, &site, "en/", 0).await?;
    tab.beside().await?;
    present(tab, &site, "fr/", 0).await?;
    tab.run(mark).await?;
    tab.until_is(MARKED.replace(".filter(probe.visible)", "").as_str(), first.clone()).await?;
    // In another language, which is open already; there a second one is marked.
    turn(tab, "en").await?;
    tab.until_is(MARKED, first.clone()).await?;
    tab.until_is("probe.all('article[data-discussed]').map(article => article.id)", first).await?;
    tab.run(&format!("probe.one('#{} [data-presenter]').click()", QUESTIONS[2])).await?;
    tab.until_is(done, vec!["1".to_owned()]).await?;
    tab.run(mark).await?;
    tab.until_is(done, vec!["1".to_owned(), "3".to_owned()]).await?;
    // The presentation under way in the first page hears of it; neither has taken the other's mark away.
    turn(tab, "fr").await?;
    tab.until_is(done, vec!["1".to_owned(), "3".to_owned()]).await?;
    tab.run(mark).await?;
    tab.until_is(done, vec!["3".to_owned()]).await?;
    turn(tab, "en").await?;
    tab.until_is(done, vec!["3".to_owned()]).await?;
    tab.close().await
}

async fn discussed_marks_are_those_of_a_folder_and_former_ones_are_read_once(tab: &Tab) -> Outcome {
    let site = Site::with("/one/", e2e::Wasm::Served)?;
    let only = |at: usize| vec![QUESTIONS[at].to_owned()];
    tab.open(&site, "fr/").await?;
    tab.call::<serde_json::Value>(
        "(former, other) => { localStorage['frise.discussed'] = `${former} elsewhere`;
            localStorage['frise.discussed /another/'] = `${other}\\n`; return null; }",
        json!([QUESTIONS[1], QUESTIONS[2]]),
    )
    .await?;
    at_question(tab, &site, "fr/", 1).await?;
    tab.until_is(MARKED, only(1)).await?;
    // All of them are taken away: that lasts, and is this folder's alone.
    tab.click(&format!("#{} [data-presenter]", QUESTIONS[1])).await?;
    shows(tab, 1).await?;
    tab.press('d').await?;
    tab.until("!probe.one('article[data-discussed]')").await?;
    at_question(tab, &site, "en/", 1).await?;
    tab.settle().await?;
    assert_eq!(tab.get::<Vec<String>>(MARKED).await?, Vec::<String>::new());
    let kept: (String, String) =
        tab.get("[localStorage['frise.discussed'], localStorage['frise.discussed /another/']]").await?;
    assert_eq!(kept, (format!("{} elsewhere", QUESTIONS[1]), format!("{}\n", QUESTIONS[2])));
    present(tab, &site, "en/", 0).await?;
    tab.press('d').await?;
    tab.until("probe.one('article[data-discussed]')").await?;
    let own: Option<String> = tab.get("localStorage['frise.discussed /one/'] ?? null").await?;
    assert!(own.as_deref().is_some_and(|own| own.contains(QUESTIONS[0])), "{own:?}");
    Ok(())
}
