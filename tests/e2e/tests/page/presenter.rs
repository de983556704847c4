//! The presenter, key by key. Names begin with the id of a row of `docs/keyboard.md`, where there is one.

use e2e::{Outcome, Site, Tab, WIDE, tests};
use serde_json::json;
use thirtyfour::Key;

use super::room;

tests![
    part;
    presenter_next_previous_moves_between_the_questions,
    presenter_pages_move_and_at_high_zoom_scroll_first,
    presenter_ends_lead_to_the_first_and_last_question,
    presenter_evidence_shows_the_entries_it_rests_on,
    presenter_stressed_shows_what_participants_stressed,
    presenter_prompts_come_and_go_one_by_one,
    presenter_discussed_marks_last_and_show_in_the_page,
    presenter_blank_shows_nothing_until_any_key_or_click,
    presenter_keys_opens_the_list_of_keys,
    presenter_escape_closes_what_is_open_then_returns,
    from_right_to_left_the_arrows_change_places_in_the_presenter,
    keys_with_ctrl_and_keys_in_the_field_are_not_the_presenters,
];

/// The ids of the page's questions.
pub const QUESTIONS: [&str; 3] = ["q1-real-partnership", "q2-role-of-capacity-development", "q3-future"];

/// Opens a page at a question and waits for the conversation's tools.
pub async fn at_question(tab: &Tab, site: &Site, page: &str, question: usize) -> Outcome {
    tab.open(site, &format!("{page}#{}", QUESTIONS[question])).await?;
    tab.until("document.documentElement.dataset.room === 'ready'").await
}

/// Opens a page and presents a question by its button.
pub async fn present(tab: &Tab, site: &Site, page: &str, question: usize) -> Outcome {
    at_question(tab, site, page, question).await?;
    tab.click(&format!("#{} [data-presenter]", QUESTIONS[question])).await?;
    shows(tab, question).await
}

/// The presenter shows a question: its text, place, number in the bar, and address.
pub async fn shows(tab: &Tab, question: usize) -> Outcome {
    tab.until("probe.one('[data-presenter-view] h2')").await?;
    let expected: (String, String, String) = tab
        .call(
            "(id, at) => [probe.one(`#_title-${id}`).textContent, String(at + 1), `#${id}`]",
            json!([QUESTIONS[question], question]),
        )
        .await?;
    tab.until_is(
        "[probe.one('[data-presenter-view] h2').textContent, probe.one('[data-presenter-view] [data-go][aria-current]').dataset.go, location.hash]",
        expected,
    )
    .await?;
    let place: String = tab.get("probe.one('[data-presenter-view] [data-place]').textContent").await?;
    assert!(place.contains(&(question + 1).to_string()) && place.contains('3'), "{place}");
    assert!(tab.get::<bool>("new URLSearchParams(location.search).has('present')").await?, "in the address");
    Ok(())
}

/// The panel that is open, or nothing; its button says the same.
pub async fn panel(tab: &Tab) -> Outcome<Option<String>> {
    tab.settle().await?;
    let (panel, expanded): (Option<String>, Vec<String>) = tab
        .get(
            "[probe.one('.presenter-panel')?.dataset.panel ?? null,
              probe.all('[data-presenter-view] [aria-expanded=true]').map(button => button.dataset.press)]",
        )
        .await?;
    let of_word = panel.iter().filter(|name| ["evidence", "stressed", "prompts"].contains(&name.as_str()));
    assert_eq!(expanded, of_word.cloned().collect::<Vec<_>>());
    Ok(panel)
}

/// Focus is inside the presenter and under nothing.
async fn focus_is_inside(tab: &Tab) -> Outcome {
    tab.settle().await?;
    let (inside, name): (bool, String) = tab
        .get(
            "(focused => [!!focused.closest('[data-presenter-view]') && probe.uncovered(focused), probe.name(focused)])
                (document.activeElement)",
        )
        .await?;
    assert!(inside, "focus is on {name}, or that is covered");
    Ok(())
}

/// Opens a panel by its key and by its button, closes it by each, and gives what it says.
async fn opens_and_closes(tab: &Tab, key: char, name: &str) -> Outcome<Vec<String>> {
    let button = format!(".presenter-bar [data-press='{name}']");
    tab.press(key).await?;
    assert_eq!(panel(tab).await?.as_deref(), Some(name));
    // Reading goes on from its heading, which is in view.
    tab.until("document.activeElement.id === '_presenter-panel' && probe.uncovered(document.activeElement)").await?;
    let said = tab.get("probe.all('.presenter-panel :is(li, dt, p)').map(one => one.textContent.trim())").await?;
    tab.press(key.to_ascii_uppercase()).await?;
    assert_eq!(panel(tab).await?, None);
    focus_is_inside(tab).await?;
    tab.click(&button).await?;
    assert_eq!(panel(tab).await?.as_deref(), Some(name));
    // What has focus is never under the bar, however long the panel is.
    tab.focus(".presenter-panel [data-press='close']").await?;
    focus_is_inside(tab).await?;
    tab.click(".presenter-panel [data-press='close']").await?;
    assert_eq!(panel(tab).await?, None);
    focus_is_inside(tab).await?;
    Ok(said)
}

async fn presenter_next_previous_moves_between_the_questions(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 0).await?;
    let steps: usize = tab.get("history.length").await?;
    tab.press(Key::Left).await?;
    shows(tab, 0).await?;
    for question in [1, 2, 2] {
        tab.press(Key::Right).await?;
        shows(tab, question).await?;
    }
    let told: String = tab.get("probe.one('[data-presenter-view] [data-told]').textContent").await?;
    assert!(told.contains("3") && told.contains("futur"), "a screen reader is told: {told}");
    for question in [1, 0] {
        tab.press(Key::Left).await?;
        shows(tab, question).await?;
    }
    tab.click("[data-press='next']").await?;
    shows(tab, 1).await?;
    tab.until("document.activeElement.dataset.press === 'next'").await?;
    tab.click("[data-press='previous']").await?;
    shows(tab, 0).await?;
    tab.click("[data-go='3']").await?;
    shows(tab, 2).await?;
    assert_eq!(tab.get::<usize>("history.length").await?, steps, "moving is no step");
    Ok(())
}

async fn presenter_pages_move_and_at_high_zoom_scroll_first(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 0).await?;
    assert!(
        tab.get::<bool>("(over => over.scrollHeight <= over.clientHeight)(probe.one('[data-presenter-view]'))").await?
    );
    tab.press(Key::PageDown).await?;
    shows(tab, 1).await?;
    tab.press(Key::PageUp).await?;
    shows(tab, 0).await?;
    // At 400 %: down to the end of one question, then the next, from its beginning.
    tab.zoomed_size((320, 200), 4.0).await?;
    let at = "Math.round(probe.one('[data-presenter-view]').scrollTop)";
    let most = "(over => Math.round(over.scrollHeight - over.clientHeight))(probe.one('[data-presenter-view]'))";
    assert!(tab.get::<i32>(most).await? > 100);
    for question in [0, 1] {
        shows(tab, question).await?;
        let mut before = tab.get::<i32>(at).await?;
        assert_eq!(before, 0, "from its beginning");
        let mut pages = 0;
        while before + 1 < tab.get::<i32>(most).await? {
            tab.press(Key::PageDown).await?;
            tab.settle().await?;
            shows(tab, question).await?;
            let now = tab.get::<i32>(at).await?;
            assert!(now > before, "{before}, then {now}");
            (before, pages) = (now, pages + 1);
        }
        assert!(pages > 1, "{pages} pages");
        tab.press(Key::PageDown).await?;
        shows(tab, question + 1).await?;
    }
    tab.press(Key::PageDown).await?;
    tab.settle().await?;
    assert!(tab.get::<i32>(at).await? > 0);
    tab.press(Key::PageUp).await?;
    tab.settle().await?;
    shows(tab, 2).await?;
    assert_eq!(tab.get::<i32>(at).await?, 0);
    tab.press(Key::PageUp).await?;
    shows(tab, 1).await
}

async fn presenter_ends_lead_to_the_first_and_last_question(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 1).await?;
    tab.press(Key::End).await?;
    shows(tab, 2).await?;
    tab.press(Key::Home).await?;
    shows(tab, 0).await
}

async fn presenter_evidence_shows_the_entries_it_rests_on(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 0).await?;
    opens_and_closes(tab, 'e', "evidence").await?;
    tab.press('e').await?;
    let entries =
        "probe.all('.presenter-entries > li').map(entry => [...entry.children].map(one => one.textContent.trim()))";
    let shown: Vec<[String; 3]> = tab.get(entries).await?;
    let expected: Vec<[String; 3]> = tab
        .call(
            "id => probe.all(`#${id} .entry-list a`).map(link => link.hash).map(hash =>
                ['time', 'h4', '.summary'].map(part => probe.one(`${hash} ${part}`).textContent.trim()))",
            json!([QUESTIONS[0]]),
        )
        .await?;
    assert!(expected.len() > 2 && expected.iter().flatten().all(|text| !text.is_empty()), "{expected:?}");
    assert_eq!(shown, expected);
    Ok(())
}

async fn presenter_stressed_shows_what_participants_stressed(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "en/", 1).await?;
    opens_and_closes(tab, 's', "stressed").await?;
    tab.press('s').await?;
    let shown: Vec<String> = tab.get("probe.all('.presenter-panel li').map(one => one.textContent)").await?;
    let expected: Vec<String> =
        tab.call("id => probe.all(`#${id} .stressed > li`).map(one => one.textContent)", json!([QUESTIONS[1]])).await?;
    assert!(expected.len() > 1);
    assert_eq!(shown, expected);
    Ok(())
}

async fn presenter_prompts_come_and_go_one_by_one(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 0).await?;
    let all: Vec<String> =
        tab.call("id => probe.all(`#${id} .prompts > li`).map(one => one.textContent)", json!([QUESTIONS[0]])).await?;
    let shown = "probe.all('.presenter-prompts > li').map(one => one.textContent)";
    assert_eq!(all.len(), 4);
    for count in [1, 2, 3, 4, 4] {
        tab.press('p').await?;
        tab.until_is(shown, all[..count].to_vec()).await?;
    }
    assert_eq!(panel(tab).await?.as_deref(), Some("prompts"));
    assert_eq!(tab.get::<String>("probe.one('[data-presenter-view] [data-told]').textContent").await?, all[3]);
    for count in [3, 2] {
        tab.press_with(Key::Shift, 'P', 1).await?;
        tab.until_is(shown, all[..count].to_vec()).await?;
    }
    // By its buttons, which keep focus.
    tab.focus(".presenter-panel [data-press='prompts']").await?;
    tab.press(Key::Enter).await?;
    tab.until_is(shown, all[..3].to_vec()).await?;
    tab.until("document.activeElement.dataset.press === 'prompts'").await?;
    tab.click("[data-press='fewer']").await?;
    tab.until_is(shown, all[..2].to_vec()).await?;
    // Another question, and back: as it was left.
    tab.press(Key::Right).await?;
    shows(tab, 1).await?;
    assert_eq!(panel(tab).await?, None);
    tab.press(Key::Left).await?;
    tab.press('p').await?;
    tab.until_is(shown, all[..2].to_vec()).await?;
    tab.press_with(Key::Shift, 'P', 2).await?;
    assert_eq!(panel(tab).await?, None);
    Ok(())
}

async fn presenter_discussed_marks_last_and_show_in_the_page(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let done = "probe.all('[data-presenter-view] [data-done]').map(button => button.dataset.go)";
    let marked = "probe.all('article[data-discussed]').map(article => article.id)";
    let visible = "probe.all('.question .discussed').filter(probe.visible).map(mark => mark.closest('article').id)";
    present(tab, &site, "fr/", 0).await?;
    tab.press('d').await?;
    tab.until_is(done, vec!["1".to_owned()]).await?;
    assert_eq!(tab.get::<String>("probe.one('[data-press=discussed]').getAttribute('aria-pressed')").await?, "true");
    tab.press(Key::Right).await?;
    tab.until("probe.one('[data-press=discussed]').getAttribute('aria-pressed') === 'false'").await?;
    tab.click("[data-press='discussed']").await?;
    tab.press(Key::Right).await?;
    tab.press_often('d', 2).await?;
    tab.until_is(done, vec!["1".to_owned(), "2".to_owned()]).await?;
    tab.press(Key::Escape).await?;
    let two = QUESTIONS[..2].iter().map(ToString::to_string).collect::<Vec<_>>();
    tab.until_is(marked, two.clone()).await?;
    assert_eq!(tab.get::<Vec<String>>(visible).await?, two);
    // The marks come before the notes, whose fields grow then: what is pressed meanwhile moves away from under the mouse.
    room::reload(tab).await?;
    tab.until_is(visible, two.clone()).await?;
    tab.click(&format!("#{} [data-presenter]", QUESTIONS[1])).await?;
    tab.until_is(done, vec!["1".to_owned(), "2".to_owned()]).await?;
    tab.press('d').await?;
    tab.press(Key::Escape).await?;
    tab.until_is(marked, vec![QUESTIONS[0].to_owned()]).await?;
    assert_eq!(tab.get::<Vec<String>>(visible).await?, [QUESTIONS[0]]);
    Ok(())
}

async fn presenter_blank_shows_nothing_until_any_key_or_click(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 1).await?;
    let seen = "probe.all('[data-presenter-view] *').filter(one => probe.visible(one) && !one.matches('.presenter-dark')).length";
    let colours = "['html', '.presenter-dark'].map(one => getComputedStyle(probe.one(one)).backgroundColor)";
    let covers = "(box => box.left <= 0 && box.top <= 0 && box.right >= document.body.getBoundingClientRect().right && box.bottom >= innerHeight)
        (probe.one('.presenter-dark').getBoundingClientRect())";
    tab.press('s').await?;
    for (blank, back) in
        [('b', 'b'), ('B', '.'), ('.', ' '), ('b', 'x'), ('.', char::from(Key::Right)), ('b', char::from(Key::Tab))]
    {
        tab.press(blank).await?;
        tab.until_is(seen, 0).await?;
        assert!(tab.get::<bool>(covers).await?);
        assert_eq!(tab.get::<Vec<String>>(colours).await?, ["rgb(0, 0, 0)"; 2], "also where a scroll bar was");
        tab.press(Key::Shift).await?;
        assert_eq!(tab.get::<usize>(seen).await?, 0, "Shift alone is no key");
        tab.press(back).await?;
        tab.until(&format!("{seen} > 10")).await?;
        shows(tab, 1).await?;
        focus_is_inside(tab).await?;
        assert_eq!(panel(tab).await?.as_deref(), Some("stressed"), "what was open still is");
    }
    tab.click(".presenter-bar [data-press='blank']").await?;
    tab.until_is(seen, 0).await?;
    tab.mouse("mousePressed", (5.0, 5.0), json!({ "button": "left", "buttons": 1, "clickCount": 1 })).await?;
    tab.mouse("mouseReleased", (5.0, 5.0), json!({ "button": "left", "clickCount": 1 })).await?;
    tab.until(&format!("{seen} > 10")).await
}

async fn presenter_keys_opens_the_list_of_keys(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 0).await?;
    let said = opens_and_closes(tab, '?', "keys").await?;
    for key in ["→", "←", "E", "S", "P", "D", "T", "F", "Q", "B .", "?"] {
        assert!(said.iter().any(|one| one == key), "{key} is not in {said:?}");
    }
    Ok(())
}

async fn presenter_escape_closes_what_is_open_then_returns(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.size(WIDE).await?;
    at_question(tab, &site, "fr/?lane=event", 1).await?;
    tab.run("scrollBy(0, -37)").await?;
    tab.settle().await?;
    let place = "[Math.round(scrollY), location.search, location.hash, document.title]";
    let button = format!("#{} [data-presenter]", QUESTIONS[1]);
    tab.focus(&button).await?;
    tab.run("probe.one('.question [data-presenter]').focus({ preventScroll: true })").await?;
    tab.focus(&button).await?;
    let before: (i32, String, String, String) = tab.get(place).await?;
    tab.press(Key::Enter).await?;
    shows(tab, 1).await?;
    assert!(tab.get::<bool>("location.search.includes('lane=event')").await?, "the filters stay in the address");
    tab.press(Key::Right).await?;
    shows(tab, 2).await?;
    tab.press('q').await?;
    assert_eq!(panel(tab).await?.as_deref(), Some("code"));
    tab.press(Key::Escape).await?;
    assert_eq!(panel(tab).await?, None);
    shows(tab, 2).await?;
    tab.press(Key::Escape).await?;
    tab.until("!probe.one('[data-presenter-view]')").await?;
    tab.settle().await?;
    assert_eq!(tab.get::<(i32, String, String, String)>(place).await?, before);
    tab.until(&format!("document.activeElement.matches('{button}')")).await?;
    assert_eq!(tab.get::<usize>("probe.all('[inert]').length").await?, 0);
    // The same by its button.
    tab.press(Key::Enter).await?;
    shows(tab, 1).await?;
    tab.press('e').await?;
    tab.click("[data-press='leave']").await?;
    tab.until("!probe.one('[data-presenter-view]')").await?;
    assert_eq!(tab.get::<(i32, String, String, String)>(place).await?, before);
    Ok(())
}

async fn from_right_to_left_the_arrows_change_places_in_the_presenter(tab: &Tab) -> Outcome {
    let site = Site::rewritten(|page| page.replacen("dir=\"ltr\"", "dir=\"rtl\"", 1))?;
    present(tab, &site, "fr/", 0).await?;
    tab.press(Key::Left).await?;
    shows(tab, 1).await?;
    tab.press(Key::Right).await?;
    shows(tab, 0).await
}

async fn keys_with_ctrl_and_keys_in_the_field_are_not_the_presenters(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 1).await?;
    tab.run(
        "probe.taken = []; addEventListener('keydown', event => event.defaultPrevented && probe.taken.push(event.key))",
    )
    .await?;
    for key in ['e', 'q', '.', '?'] {
        tab.press_with(Key::Alt, key, 1).await?;
    }
    tab.press_with(Key::Control, 'e', 1).await?;
    assert_eq!(panel(tab).await?, None);
    tab.focus("[data-minutes]").await?;
    for key in ['e', '.', 'b', char::from(Key::End), char::from(Key::Right)] {
        tab.press(key).await?;
    }
    tab.settle().await?;
    assert_eq!(panel(tab).await?, None);
    shows(tab, 1).await?;
    let taken: Vec<String> = tab.get("probe.taken").await?;
    assert!(taken.is_empty(), "{taken:?}");
    // Esc leaves the field, not the presenter.
    tab.press(Key::Escape).await?;
    shows(tab, 1).await?;
    tab.press('e').await?;
    assert_eq!(panel(tab).await?.as_deref(), Some("evidence"));
    Ok(())
}
