//! The presenter's timer, screen and code. Names begin with the id of a row of `docs/keyboard.md`, where there is
//! one.

use e2e::{Failure, Outcome, Site, Tab, tests};
use serde_json::json;
use thirtyfour::Key;

use super::accessible::{calm, dress};
use super::presenter::{QUESTIONS, panel, present, shows};

tests![
    presenter_timer_starts_pauses_and_stands_in_the_title,
    a_timer_goes_by_the_clock_and_says_when_time_is_up,
    presenter_full_screen_is_entered_and_leaving_it_is_noticed: but(
        WebKit,
        "the page fails here: it says that full screen was left where that was asked for"
    ),
    presenter_code_leads_to_the_question: but(WebKit, "not settled: at an address that names a question its heading has no focus"),
    the_screen_is_kept_on_and_let_go,
];

const TIME: &str = "probe.one('[data-presenter-view] [data-timer]').textContent";

/// Puts the page's clock forward: its own, since Firefox gives a driver's scripts one of theirs.
async fn pass(tab: &Tab, seconds: i32) -> Outcome {
    tab.run(&format!(
        "(now => {{ const later = (probe.later ?? 0) + {seconds} * 1000; probe.later = later;
            probe.now ??= now; window.Date.now = () => probe.now.call(Date) + later; }})(window.Date.now)"
    ))
    .await
}

/// Stops the page's clock: from here on it only goes where it is put.
async fn stop(tab: &Tab) -> Outcome {
    tab.run("probe.now = (now => () => now)(window.Date.now())").await?;
    pass(tab, 0).await
}

async fn presenter_timer_starts_pauses_and_stands_in_the_title(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 1).await?;
    let title: String = tab.get("document.title").await?;
    let word = "probe.one('[data-press=timer]').textContent";
    let start: String = tab.get(word).await?;
    let (role, live): (String, String) =
        tab.get("(timer => [timer.role, timer.ariaLive])(probe.one('[data-presenter-view] [data-timer]'))").await?;
    assert_eq!((role.as_str(), live.as_str()), ("timer", "off"));
    tab.until_is(TIME, "10:00".to_owned()).await?;
    stop(tab).await?;
    tab.press('t').await?;
    tab.until(&format!("{word} !== '{start}'")).await?;
    tab.until_is("document.title", "10:00 · Question 2".to_owned()).await?;
    pass(tab, 148).await?;
    tab.until_is(TIME, "07:32".to_owned()).await?;
    tab.until_is("document.title", "07:32 · Question 2".to_owned()).await?;
    tab.press(Key::Right).await?;
    tab.until_is("document.title", "07:32 · Question 3".to_owned()).await?;
    tab.press('t').await?;
    tab.until_is("document.title", title.clone()).await?;
    assert_eq!(tab.get::<String>(word).await?, start);
    pass(tab, 100).await?;
    tab.settle().await?;
    assert_eq!(tab.get::<String>(TIME).await?, "07:32", "it is halted");
    tab.click("[data-press='timer']").await?;
    pass(tab, 2).await?;
    tab.until_is(TIME, "07:30".to_owned()).await?;
    // Set while it runs; then back to its beginning.
    tab.run("probe.one('[data-minutes]').value = ''").await?;
    tab.type_into("[data-minutes]", "20").await?;
    tab.until_is(TIME, "17:30".to_owned()).await?;
    // Leaving gives the page its name back; the clock goes on.
    tab.focus("[data-press='timer']").await?;
    tab.press(Key::Escape).await?;
    tab.until_is("document.title", title.clone()).await?;
    pass(tab, 30).await?;
    tab.click(&format!("#{} [data-presenter]", QUESTIONS[0])).await?;
    tab.until_is(TIME, "17:00".to_owned()).await?;
    tab.click("[data-press='reset']").await?;
    tab.until_is(TIME, "20:00".to_owned()).await?;
    tab.until_is("document.title", title).await
}

async fn a_timer_goes_by_the_clock_and_says_when_time_is_up(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "en/", 0).await?;
    stop(tab).await?;
    tab.run("probe.one('[data-minutes]').value = ''").await?;
    tab.type_into("[data-minutes]", "1").await?;
    tab.press(Key::Escape).await?;
    tab.until_is(TIME, "01:00".to_owned()).await?;
    tab.press('t').await?;
    tab.run(
        "probe.said = []; new MutationObserver(() => probe.said.push(probe.one('[data-presenter-view] [data-said]').textContent))
            .observe(probe.one('[data-presenter-view] [data-said]'), { childList: true, characterData: true, subtree: true })",
    )
    .await?;
    for (seconds, shown) in [(59, "00:01"), (1, "00:00"), (1, "+00:01"), (11, "+00:12")] {
        pass(tab, seconds).await?;
        tab.until_is(TIME, shown.to_owned()).await?;
    }
    let (said, role, visible): (Vec<String>, String, bool) =
        tab.get("[probe.said, probe.one('[data-said]').role, probe.visible(probe.one('[data-said]'))]").await?;
    assert_eq!(said, ["Time is up."]);
    assert_eq!((role.as_str(), visible), ("status", true));
    assert_eq!(tab.get::<String>("probe.one('[data-presenter-view] [data-timer]').dataset.time").await?, "up");
    // Said once: another command takes it away, and the next second does not bring it back.
    tab.press('d').await?;
    pass(tab, 1).await?;
    tab.until_is(TIME, "+00:13".to_owned()).await?;
    assert_eq!(tab.get::<Vec<String>>("probe.said").await?, ["Time is up.", ""]);
    Ok(())
}

async fn presenter_full_screen_is_entered_and_leaving_it_is_noticed(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 0).await?;
    let filled = "document.fullscreenElement?.id ?? null";
    let said = "probe.one('[data-presenter-view] [data-said]').textContent";
    let pressed = "probe.one('[data-press=full]').getAttribute('aria-pressed')";
    tab.press('f').await?;
    tab.until_is(filled, Some("_presenter".to_owned())).await?;
    tab.until_is(pressed, "true".to_owned()).await?;
    // What one has asked for is not news.
    tab.press('f').await?;
    tab.until_is(filled, None::<String>).await?;
    tab.until_is(pressed, "false".to_owned()).await?;
    assert_eq!(tab.get::<String>(said).await?, "");
    tab.click("[data-press='full']").await?;
    tab.until_is(filled, Some("_presenter".to_owned())).await?;
    tab.until_is(pressed, "true".to_owned()).await?;
    tab.run("await document.exitFullscreen()").await?;
    tab.until(&format!("{said}.includes('F ')")).await?;
    assert_eq!(tab.get::<String>(pressed).await?, "false");
    shows(tab, 0).await?;
    // Leaving the presenter leaves full screen.
    tab.press('f').await?;
    tab.until_is(filled, Some("_presenter".to_owned())).await?;
    tab.until_is(pressed, "true".to_owned()).await?;
    tab.click("[data-press='leave']").await?;
    tab.until_is(filled, None::<String>).await
}

/// What a camera would read: the drawing as pixels, four to a module.
async fn read(tab: &Tab) -> Outcome<String> {
    let (side, pixels): (usize, Vec<u8>) = tab
        .get(
            "(svg => {
                const side = svg.viewBox.baseVal.width * 4;
                const canvas = document.createElement('canvas');
                canvas.width = canvas.height = side;
                const context = canvas.getContext('2d');
                context.scale(4, 4);
                for (const part of svg.children) {
                    context.fillStyle = getComputedStyle(part).fill;
                    if (part.localName === 'rect') context.fillRect(0, 0, part.width.baseVal.value, part.height.baseVal.value);
                    else context.fill(new Path2D(part.getAttribute('d')));
                }
                const { data } = context.getImageData(0, 0, side, side);
                return [side, Array.from({ length: side * side }, (_, at) => data[at * 4])];
            })(probe.one('.presenter-code svg'))",
        )
        .await?;
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        pixels.get(y * side + x).copied().unwrap_or(255)
    });
    let grids = picture.detect_grids();
    let grid = grids.first().ok_or_else(|| Failure::new("no code is found"))?;
    let (_, text) = grid.decode().map_err(|error| Failure::new(format!("the code cannot be read: {error}")))?;
    Ok(text)
}

async fn presenter_code_leads_to_the_question(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for scheme in ["light", "dark"] {
        calm(tab, scheme).await?;
        present(tab, &site, "en/?lane=event", 1).await?;
        dress(tab, scheme).await?;
        tab.press('q').await?;
        assert_eq!(panel(tab).await?.as_deref(), Some("code"));
        let address = site.url(&format!("en/?lane=event#{}", QUESTIONS[1]));
        assert_eq!(tab.get::<String>("probe.one('.presenter-address').textContent").await?, address);
        assert_eq!(read(tab).await?, address, "in the {scheme} scheme");
        let (name, here): (String, bool) =
            tab.get("[probe.one('.presenter-code svg').ariaLabel, probe.visible(probe.one('[data-here]'))]").await?;
        assert!(!name.is_empty() && here, "the address is of this device only");
    }
    // By its button, and of another question.
    tab.press(Key::Right).await?;
    tab.click(".presenter-bar [data-press='code']").await?;
    tab.until("probe.one('.presenter-code svg')").await?;
    assert_eq!(read(tab).await?, site.url(&format!("en/?lane=event#{}", QUESTIONS[2])));
    // It leads there.
    let address: String = tab.get("probe.one('.presenter-address').textContent").await?;
    let path = address.strip_prefix(&site.url("")).unwrap_or_default().to_owned();
    tab.open(&site, &path).await?;
    tab.until_is("document.activeElement.id", format!("_title-{}", QUESTIONS[2])).await?;
    assert!(!tab.get::<bool>("!!probe.one('[data-presenter-view]')").await?);
    Ok(())
}

async fn the_screen_is_kept_on_and_let_go(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let awake = "probe.one('[data-awake]').textContent";
    super::presenter::at_question(tab, &site, "en/", 0).await?;
    // The page takes promises of its own kind only, which those of Firefox's driver are not.
    tab.run(
        "probe.locks = []; Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request: kind => {
            const lock = { kind, held: true, release: () => { lock.held = false; return window.Promise.resolve(); } };
            probe.locks.push(lock);
            return window.Promise.resolve(lock); } } })",
    )
    .await?;
    let locks = "probe.locks.map(({ kind, held }) => [kind, held])";
    tab.click(&format!("#{} [data-presenter]", QUESTIONS[0])).await?;
    shows(tab, 0).await?;
    tab.until_is(locks, json!([["screen", true]])).await?;
    tab.press('?').await?;
    tab.until_is(awake, "The screen stays on while presenting.".to_owned()).await?;
    tab.press(Key::Escape).await?;
    tab.press(Key::Escape).await?;
    tab.until_is(locks, json!([["screen", false]])).await?;
    // Where it is not granted, the list of keys says what to do.
    tab.run("navigator.wakeLock.request = () => window.Promise.reject(new Error('denied'))").await?;
    tab.press(Key::Enter).await?;
    shows(tab, 0).await?;
    tab.press('?').await?;
    tab.until(&format!("{awake}.includes('cannot')")).await?;
    // Asked for again once the page is seen again.
    tab.run(
        "navigator.wakeLock.request = () => window.Promise.resolve({ release: () => window.Promise.resolve() });
         document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))",
    )
    .await?;
    tab.until(&format!("{awake}.includes('stays on')")).await
}
