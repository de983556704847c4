//! A presentation from beginning to end, and how one comes to it and away from it.

use e2e::{Engine, NARROW, Outcome, Site, Tab, WIDE, tests};
use serde_json::json;
use thirtyfour::Key;

use super::presenter::{QUESTIONS, at_question, panel, present, shows};

tests![
    a_facilitator_presents_all_three_questions,
    a_link_carries_the_presenter_and_escape_leads_to_the_question: but(WebKit, "not settled: after Escape the heading does not always come into view"),
    back_closes_the_presenter_and_forward_opens_it,
    leaving_the_presenter_does_not_follow_the_address_before_it,
    leaving_what_a_button_opened_takes_its_step_back,
    the_page_behind_the_presenter_cannot_be_reached,
    a_question_in_another_language_says_so,
    nothing_is_cut_off_in_small_windows,
    the_presenter_is_not_printed: but(WebKit, "its driver emulates no medium"),
];

/// With a clicker and a few keys, in full screen, from the first question to the last and back to the page.
async fn a_facilitator_presents_all_three_questions(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.size((1920, 1080)).await?;
    present(tab, &site, "fr/", 0).await?;
    tab.press('f').await?;
    tab.until("document.fullscreenElement").await?;
    for (question, id) in QUESTIONS.iter().enumerate() {
        shows(tab, question).await?;
        // From ten metres: letters of a twentieth of the picture's height, on the wall whole.
        let (size, height, whole): (f64, f64, bool) = tab
            .get(
                "(heading => [parseFloat(getComputedStyle(heading).fontSize), innerHeight,
                    heading.scrollWidth <= heading.clientWidth && probe.uncovered(heading)
                    && probe.one('[data-presenter-view]').scrollHeight <= innerHeight])(probe.one('[data-presenter-view] h2'))",
            )
            .await?;
        assert!(size >= height / 20.0 && whole, "{size} px of {height} px, whole: {whole}");
        if question == 0 {
            tab.press('t').await?;
            tab.until("document.title.includes('Question 1')").await?;
        }
        for prompt in 1..=4 {
            tab.press('p').await?;
            tab.until_is("probe.all('.presenter-prompts > li').length", prompt).await?;
            tab.until("probe.uncovered(probe.one('.presenter-prompts > li:last-child'))").await?;
        }
        tab.press('s').await?;
        assert_eq!(panel(tab).await?.as_deref(), Some("stressed"));
        tab.press('e').await?;
        assert_eq!(panel(tab).await?.as_deref(), Some("evidence"));
        tab.press('.').await?;
        tab.until("probe.visible(probe.one('.presenter-dark'))").await?;
        tab.press(Key::PageDown).await?;
        shows(tab, question).await?;
        tab.press('d').await?;
        tab.until(&format!("probe.one('#{id}').hasAttribute('data-discussed')")).await?;
        if question == 0 && tab.engine() != Engine::Chromium {
            // In full screen that key is Firefox's and WebKit's own: the page hears of the next one.
            tab.press(Key::Escape).await?;
            tab.until("!document.fullscreenElement").await?;
        }
        tab.press(Key::Escape).await?;
        assert_eq!(panel(tab).await?, None);
        tab.press(Key::PageDown).await?;
    }
    shows(tab, 2).await?;
    tab.press(Key::Escape).await?;
    tab.until("!probe.one('[data-presenter-view]') && !document.fullscreenElement").await?;
    let marks: usize = tab.get("probe.all('.question .discussed').filter(probe.visible).length").await?;
    assert_eq!(marks, 3);
    tab.until(&format!("document.activeElement.matches('#{} [data-presenter]')", QUESTIONS[0])).await?;
    let wrong: Vec<_> = tab.log().await?.into_iter().filter(|(level, _)| level == "SEVERE").collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    Ok(())
}

async fn a_link_carries_the_presenter_and_escape_leads_to_the_question(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, &format!("en/?present=1&lane=event#{}", QUESTIONS[1])).await?;
    shows(tab, 1).await?;
    let steps: usize = tab.get("history.length").await?;
    tab.press(Key::Right).await?;
    shows(tab, 2).await?;
    assert_eq!(tab.get::<usize>("history.length").await?, steps);
    tab.press(Key::Escape).await?;
    tab.until("!probe.one('[data-presenter-view]')").await?;
    assert_eq!(tab.get::<String>("location.search + location.hash").await?, format!("?lane=event#{}", QUESTIONS[2]));
    tab.until_is("document.activeElement.id", format!("_title-{}", QUESTIONS[2])).await?;
    tab.until("probe.uncovered(document.activeElement)").await?;
    // Without a question it begins with the first; with another fragment too.
    for page in ["fr/?present=1", "fr/?present=1#mieux-created"] {
        tab.open(&site, page).await?;
        shows(tab, 0).await?;
    }
    // What comes of an address is what stays in it.
    tab.reload().await?;
    shows(tab, 0).await
}

async fn back_closes_the_presenter_and_forward_opens_it(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    at_question(tab, &site, "fr/", 0).await?;
    let before: (i32, String) = tab.get("[Math.round(scrollY), location.href]").await?;
    tab.run(&format!("probe.one('#{} [data-presenter]').focus({{ preventScroll: true }})", QUESTIONS[0])).await?;
    tab.press(Key::Enter).await?;
    shows(tab, 0).await?;
    tab.press(Key::End).await?;
    shows(tab, 2).await?;
    tab.back().await?;
    tab.until("!probe.one('[data-presenter-view]')").await?;
    tab.settle().await?;
    assert_eq!(tab.get::<(i32, String)>("[Math.round(scrollY), location.href]").await?, before);
    assert_eq!(tab.get::<usize>("probe.all('[inert]').length").await?, 0);
    tab.run("history.forward()").await?;
    shows(tab, 2).await?;
    tab.back().await?;
    tab.until("!probe.one('[data-presenter-view]')").await
}

async fn leaving_the_presenter_does_not_follow_the_address_before_it(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/#mieux-created").await?;
    tab.run(&format!("probe.one('#{}').scrollIntoView()", QUESTIONS[1])).await?;
    tab.until("document.documentElement.dataset.room === 'ready'").await?;
    let button = format!("#{} [data-presenter]", QUESTIONS[1]);
    let focus = format!("probe.one('{button}').focus({{ preventScroll: true }})");
    // WebKit goes to the fragment once more when all has come.
    tab.until("document.readyState === 'complete'").await?;
    tab.settle().await?;
    tab.run(&format!("probe.one('#{}').scrollIntoView()", QUESTIONS[1])).await?;
    tab.run(&focus).await?;
    tab.settle().await?;
    let place = "[Math.round(scrollY), location.hash]";
    let before: (i32, String) = tab.get(place).await?;
    for leave in ["history.back()", "probe.one('[data-press=leave]').click()"] {
        tab.run(&focus).await?;
        tab.press(Key::Enter).await?;
        shows(tab, 1).await?;
        tab.settle().await?;
        let behind: i32 = tab.get("Math.round(scrollY)").await?;
        tab.run(leave).await?;
        tab.until("!probe.one('[data-presenter-view]')").await?;
        // The page would go there in the frame after next.
        tab.settle().await?;
        tab.settle().await?;
        assert_eq!(tab.get::<(i32, String)>(place).await?, before, "{leave}");
        tab.until(&format!("document.activeElement.matches('{button}')")).await?;
        // The way back to the presenter does not move the page behind it either.
        tab.run("history.forward()").await?;
        shows(tab, 1).await?;
        tab.settle().await?;
        assert_eq!(tab.get::<i32>("Math.round(scrollY)").await?, behind, "{leave}");
        tab.run("history.back()").await?;
        tab.until("!probe.one('[data-presenter-view]')").await?;
    }
    Ok(())
}

async fn leaving_what_a_button_opened_takes_its_step_back(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    at_question(tab, &site, "fr/", 1).await?;
    tab.click("[data-lane-filter='event']").await?;
    tab.until_is("location.search", "?lane=event".to_owned()).await?;
    let button = format!("#{} [data-presenter]", QUESTIONS[1]);
    // Pressed once more while it leaves: that is one step all the same.
    for times in [1, 2] {
        tab.click(&button).await?;
        shows(tab, 1).await?;
        tab.press(Key::Right).await?;
        shows(tab, 2).await?;
        tab.press_often(Key::Escape, times).await?;
        tab.until("!probe.one('[data-presenter-view]')").await?;
        tab.until_is("location.search", "?lane=event".to_owned()).await?;
        tab.until(&format!("document.activeElement.matches('{button}')")).await?;
    }
    tab.back().await?;
    tab.until_is("location.search", String::new()).await
}

async fn the_page_behind_the_presenter_cannot_be_reached(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.size(WIDE).await?;
    present(tab, &site, "fr/", 1).await?;
    let before: i32 = tab.get("Math.round(scrollY)").await?;
    let (modal, name): (String, String) = tab
        .get(
            "(over => [over.ariaModal, over.getAttribute('aria-labelledby').split(' ')
                .map(id => document.getElementById(id).textContent).join(' ')])(probe.one('[data-presenter-view]'))",
        )
        .await?;
    assert_eq!(modal, "true");
    assert!(name.starts_with("Question 2") && name.contains("développement"), "{name}");
    // All its buttons are reached by Tab, one after the other, and nothing else is.
    let buttons: Vec<String> =
        tab.get("probe.all('[data-presenter-view] :is(button, input)').filter(probe.visible).map(probe.name)").await?;
    for button in &buttons {
        tab.press(Key::Tab).await?;
        assert_eq!(&tab.get::<String>("probe.name(document.activeElement)").await?, button);
        assert!(tab.get::<bool>("probe.uncovered(document.activeElement)").await?, "{button} is covered");
    }
    assert!(buttons.len() >= 16, "{buttons:?}");
    // Nor by a script, nor by the tree that a screen reader reads.
    let (focused, inert): (bool, Vec<bool>) = tab
        .get(
            "(link => { link.focus(); return [document.activeElement === link, probe.all('body > :not([data-presenter-view], script)')
                .map(one => one.inert)]; })(probe.one('#app a'))",
        )
        .await?;
    assert!(!focused && !inert.is_empty() && inert.iter().all(|inert| *inert), "{inert:?}");
    tab.mouse("mouseWheel", (600.0, 300.0), json!({ "deltaX": 0, "deltaY": 600 })).await?;
    tab.settle().await?;
    assert_eq!(tab.get::<i32>("Math.round(scrollY)").await?, before, "the page stays where it is");
    Ok(())
}

async fn a_question_in_another_language_says_so(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "en/", 2).await?;
    let said: Vec<String> =
        tab.get("probe.all('[data-presenter-view] .presenter-status').map(one => one.textContent)").await?;
    assert!(said.iter().any(|one| one.contains("Unofficial translation")), "{said:?}");
    let (lang, original): (String, String) = tab
        .get("(one => [one.lang, one.textContent])(probe.one('[data-presenter-view] .presenter-status [lang]'))")
        .await?;
    let expected: String =
        tab.call("id => probe.one(`#${id} .beside [lang=fr]`).textContent", json!([QUESTIONS[2]])).await?;
    assert_eq!((lang.as_str(), original), ("fr", expected));
    // Published wording is said to be so.
    tab.press(Key::Home).await?;
    shows(tab, 0).await?;
    let said: String = tab.get("probe.one('[data-presenter-view] .presenter-status').textContent").await?;
    assert!(said.contains("published"), "{said}");
    Ok(())
}

async fn nothing_is_cut_off_in_small_windows(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let mut wrong = Vec::new();
    for (size, ratio) in
        [((320, 256), 4.0), ((320, 640), 1.0), (NARROW, 1.0), ((844, 390), 1.0), ((768, 1024), 1.0), (WIDE, 1.0)]
    {
        tab.zoomed_size(size, ratio).await?;
        present(tab, &site, "fr/", 1).await?;
        for key in ['e', 's', 'p', 'q', '?', char::from(Key::Escape)] {
            tab.press(key).await?;
            tab.settle().await?;
            let found: Vec<String> = tab
                .get(
                    "probe.all('[data-presenter-view] *').filter(one => probe.visible(one) && !one.matches('.visually-hidden, svg *'))
                        .filter(one => (box => box.left < -0.5 || box.right > innerWidth + 0.5)(one.getBoundingClientRect()))
                        .map(probe.name)",
                )
                .await?;
            wrong.extend(found.into_iter().map(|one| format!("{one} at {size:?} after {key}")));
            if tab
                .get::<bool>("(over => over.scrollWidth > over.clientWidth)(probe.one('[data-presenter-view]'))")
                .await?
            {
                wrong.push(format!("it scrolls sideways at {size:?} after {key}"));
            }
            // The end of it can be scrolled to, and is above the bar.
            let ends: bool = tab
                .get(
                    "(over => { over.scrollTop = 1e6; const [stage, bar] = ['.presenter-stage', '.presenter-bar']
                        .map(part => probe.one(part).getBoundingClientRect());
                        const fits = bar.bottom <= innerHeight + 1 && stage.bottom <= bar.top + 1; over.scrollTop = 0; return fits; })
                        (probe.one('[data-presenter-view]'))",
                )
                .await?;
            if !ends {
                wrong.push(format!("the end is out of reach at {size:?} after {key}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

async fn the_presenter_is_not_printed(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 0).await?;
    tab.media("print", &[]).await?;
    tab.settle().await?;
    let (over, question): (bool, bool) = tab
        .get("[probe.visible(probe.one('[data-presenter-view]')), probe.visible(probe.one('.question h3'))]")
        .await?;
    assert_eq!((over, question), (false, true));
    Ok(())
}
