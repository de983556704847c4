//! What axe-core finds in the presenter, and the sizes of its targets.

use e2e::axe::{self, Extent};
use e2e::{NARROW, Outcome, Site, Tab, WIDE, tests};
use thirtyfour::Key;

use super::accessible::{calm, dress};
use super::presenter::present;

tests![
    no_rule_is_broken_in_the_presenter,
    targets_of_the_presenter_are_large_and_apart,
    forced_colours_keep_its_state: but(Firefox, "not settled: with the forced colours of its driver a pressed button looks as before") but(WebKit, "its driver emulates no medium"),
];

const SMALL: (u32, u32) = (320, 640);

async fn no_rule_is_broken_in_the_presenter(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let mut wrong = Vec::new();
    for (size, page) in [(WIDE, "fr/"), (NARROW, "en/"), (SMALL, "fr/")] {
        tab.size(size).await?;
        present(tab, &site, page, 1).await?;
        tab.press('d').await?;
        tab.press('t').await?;
        for scheme in ["light", "dark"] {
            calm(tab, scheme).await?;
            dress(tab, scheme).await?;
            for key in [' ', 'e', 's', 'p', 'q', '?', 'b'] {
                tab.press(key).await?;
                tab.settle().await?;
                let found = axe::violations(tab, Extent::Over).await?;
                wrong
                    .extend(found.into_iter().map(|one| format!("{one}\n    at {} px, {scheme}, after {key}", size.0)));
            }
            // Out of the dark, and out of the panel.
            tab.press(Key::Escape).await?;
            tab.press(Key::Escape).await?;
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    Ok(())
}

async fn targets_of_the_presenter_are_large_and_apart(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let mut wrong = Vec::new();
    for size in [SMALL, NARROW, (768, 1024), WIDE] {
        tab.size(size).await?;
        present(tab, &site, "fr/", 0).await?;
        for key in [' ', 'p', 'q'] {
            tab.press(key).await?;
            tab.settle().await?;
            let (count, small, overlaps): (usize, Vec<String>, Vec<String>) = tab
                .get("[probe.targets('[data-presenter-view]').length, probe.small('[data-presenter-view]'), probe.overlaps('[data-presenter-view]')]")
                .await?;
            assert!(count >= 16, "{count} targets");
            wrong.extend(small.into_iter().chain(overlaps).map(|one| format!("{one} at {size:?} after {key}")));
            let least: f64 = tab
                .get("Math.min(...probe.targets('[data-presenter-view]').flatMap(({ whole }) => [whole.width, whole.height]))")
                .await?;
            if least < 23.99 {
                wrong.push(format!("a target of {least} px at {size:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

async fn forced_colours_keep_its_state(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.media("", &[("forced-colors", "active")]).await?;
    present(tab, &site, "fr/", 0).await?;
    let look = "(one => (({ borderBlockStartWidth, outlineStyle }) => [borderBlockStartWidth, outlineStyle])(getComputedStyle(one)))";
    let word = format!("{look}(probe.one('[data-press=discussed]'))");
    let before: (String, String) = tab.get(&word).await?;
    tab.press('d').await?;
    tab.until("probe.one('[data-press=discussed]').ariaPressed === 'true'").await?;
    assert_ne!(tab.get::<(String, String)>(&word).await?, before, "a pressed button looks pressed");
    let (current, other): ((String, String), (String, String)) =
        tab.get(&format!("[{look}(probe.one('[data-go=\"1\"]')), {look}(probe.one('[data-go=\"2\"]'))]")).await?;
    assert_ne!(current, other, "the question shown looks it");
    Ok(())
}
