//! What axe-core finds, and the sizes of targets, which it leaves open.

use std::collections::HashSet;

use e2e::axe::{self, Extent};
use e2e::{Engine, NARROW, Outcome, Site, Tab, WIDE, tests};
use serde_json::json;

tests![
    no_rule_is_broken_on_the_plain_page,
    no_rule_is_broken_with_an_entry_open,
    no_rule_is_broken_with_filters_on,
    no_rule_is_broken_where_nothing_is_found,
    no_rule_is_broken_with_the_frieze_unfolded,
    no_rule_is_broken_with_the_keys_open,
    targets_are_large_or_apart_and_never_overlap,
    forced_colours_keep_every_state: but(Firefox, "not settled: with the forced colours of its driver a pressed button looks as before") but(WebKit, "its driver emulates no medium"),
];

const SMALL: (u32, u32) = (320, 640);

/// What is wrong, and the view it was found in.
type Found = (String, String);

/// Opens a page in a window and a colour scheme, and looks for what is wrong near what `act` clicks on.
async fn check(
    tab: &Tab,
    (size, page, scheme): ((u32, u32), &str, &str),
    query: &str,
    act: &[&str],
) -> Outcome<Vec<Found>> {
    let site = Site::open()?;
    tab.size(size).await?;
    calm(tab, scheme).await?;
    tab.open(&site, &format!("{page}{query}")).await?;
    dress(tab, scheme).await?;
    for selector in act {
        tab.click(selector).await?;
    }
    look(tab, Extent::Near, &format!("{page}{query} {act:?} at {} px, {scheme}", size.0)).await
}

/// For pages to come: a colour scheme, and no motion in which colours are still on their way.
pub async fn calm(tab: &Tab, scheme: &str) -> Outcome {
    // WebKit's driver emulates neither: there the page is dressed by its own switch.
    if tab.engine() == Engine::WebKit {
        return Ok(());
    }
    tab.media("", &[("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]).await
}

/// What [`calm`] cannot do in WebKit, in the page that is open.
pub async fn dress(tab: &Tab, scheme: &str) -> Outcome {
    if tab.engine() != Engine::WebKit {
        return Ok(());
    }
    tab.run(&format!("probe.one('[data-theme-set={scheme}]').click()")).await?;
    // Until colours have changed.
    tab.run("await new Promise(done => setTimeout(done, 200))").await
}

async fn look(tab: &Tab, extent: Extent, view: &str) -> Outcome<Vec<Found>> {
    tab.settle().await?;
    let found = axe::violations(tab, extent).await?;
    Ok(found.into_iter().map(|found| (found, view.to_owned())).collect())
}

/// Nothing may be found; a rule broken in several views is said once, as in the first of them.
fn nothing(mut found: Vec<Found>) -> Outcome {
    let rule = |found: &Found| found.0.lines().next().unwrap_or_default().to_owned();
    found.sort();
    let said: Vec<_> = found
        .chunk_by(|a, b| rule(a) == rule(b))
        .map(|same| {
            let views: Vec<_> = same.iter().map(|(_, view)| view.as_str()).collect();
            format!("{}\n    on {}", same[0].0, views.join("; "))
        })
        .collect();
    assert!(said.is_empty(), "\n{}", said.join("\n"));
    Ok(())
}

async fn no_rule_is_broken_on_the_plain_page(tab: &Tab) -> Outcome {
    let mut found = Vec::new();
    for size in [WIDE, NARROW, SMALL] {
        for page in ["fr/", "en/"] {
            let site = Site::open()?;
            tab.size(size).await?;
            tab.open(&site, page).await?;
            for (scheme, extent) in [("light", Extent::Whole), ("dark", Extent::Colours)] {
                calm(tab, scheme).await?;
                dress(tab, scheme).await?;
                found.extend(look(tab, extent, &format!("{page} at {} px, {scheme}", size.0)).await?);
            }
        }
    }
    nothing(found)
}

async fn no_rule_is_broken_with_an_entry_open(tab: &Tab) -> Outcome {
    let mut found = Vec::new();
    found.extend(check(tab, (WIDE, "fr/", "light"), "#mieux-created", &[]).await?);
    found.extend(check(tab, (NARROW, "en/", "dark"), "?lane=event#mieux-created", &[]).await?);
    found.extend(check(tab, (SMALL, "fr/", "dark"), "#never-was", &[]).await?);
    nothing(found)
}

async fn no_rule_is_broken_with_filters_on(tab: &Tab) -> Outcome {
    let mut found = Vec::new();
    let act =
        [".more > summary", "[data-lane-filter='policy']", "[data-region-filter='africa']", "[data-disputed-filter]"];
    found.extend(check(tab, (WIDE, "en/", "dark"), "", &act).await?);
    found.extend(check(tab, (NARROW, "fr/", "light"), "?from=2010", &act).await?);
    found.extend(check(tab, (SMALL, "en/", "light"), "", &act).await?);
    nothing(found)
}

async fn no_rule_is_broken_where_nothing_is_found(tab: &Tab) -> Outcome {
    let mut found = Vec::new();
    found.extend(check(tab, (WIDE, "fr/", "dark"), "?q=xyzzy", &[]).await?);
    found.extend(check(tab, (NARROW, "en/", "light"), "?q=xyzzy&lane=event&region=eu&from=2010", &[]).await?);
    nothing(found)
}

async fn no_rule_is_broken_with_the_frieze_unfolded(tab: &Tab) -> Outcome {
    let mut found = Vec::new();
    found.extend(check(tab, (NARROW, "fr/", "light"), "", &["[data-fold]"]).await?);
    found.extend(check(tab, (NARROW, "en/", "dark"), "?lane=event", &["[data-fold]", "[data-zoom='in']"]).await?);
    found.extend(check(tab, (SMALL, "fr/", "dark"), "", &["[data-fold]"]).await?);
    nothing(found)
}

async fn no_rule_is_broken_with_the_keys_open(tab: &Tab) -> Outcome {
    let mut found = Vec::new();
    found.extend(check(tab, (WIDE, "fr/", "dark"), "", &["#decade [popovertarget='_keys']"]).await?);
    found.extend(check(tab, (SMALL, "en/", "light"), "", &["[data-fold]", "#decade [popovertarget='_keys']"]).await?);
    nothing(found)
}

/// At every width, at the whole range and closer, with more filters and a small frieze unfolded.
async fn targets_are_large_or_apart_and_never_overlap(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let (mut wrong, mut said) = (Vec::new(), HashSet::new());
    for (size, page) in [((320, 640), "fr/"), (NARROW, "en/"), ((768, 1024), "fr/"), (WIDE, "en/")] {
        tab.size(size).await?;
        tab.open(&site, page).await?;
        tab.click(".more > summary").await?;
        if tab.get("probe.visible(probe.one('[data-fold]'))").await? {
            tab.click("[data-fold]").await?;
        }
        for steps in [0, 1, 2, 3, 6] {
            for _ in 0..steps {
                tab.click("[data-zoom='in']").await?;
            }
            tab.run("scrollTo(0, 0)").await?;
            tab.settle().await?;
            let (count, small, overlaps): (usize, Vec<String>, Vec<String>) = tab
                .call(
                    "within => [probe.targets(within).length, probe.small(within), probe.overlaps(within)]",
                    // Zoom changes nothing else.
                    json!([if steps == 0 { "body" } else { ".frieze" }]),
                )
                .await?;
            let least = if steps == 0 { 500 } else { 6 };
            assert!(count >= least, "{count} targets");
            for (what, mut found) in [("too small and too near", small), ("overlapping", overlaps)] {
                // What is wrong at one zoom mostly is at the next.
                found.retain(|found| said.insert(found.clone()));
                if !found.is_empty() {
                    let some = found.iter().take(4).cloned().collect::<Vec<_>>().join("\n    ");
                    wrong.push(format!(
                        "{} {what} on {page} at {size:?}, {steps} steps closer:\n    {some}",
                        found.len()
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn forced_colours_keep_every_state(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.media("", &[("forced-colors", "active")]).await?;
    tab.open(&site, "en/?lane=event").await?;
    let look = "(part, of) => (({ backgroundColor, color }) => [backgroundColor, color])(getComputedStyle(part, of))";
    let chip = |lane: &str| format!("({look})(probe.one(\"[data-lane-filter='{lane}']\"))");
    type Look = (String, String);
    let [pressed, plain]: [Look; 2] = tab.get(&format!("[{}, {}]", chip("event"), chip("programme"))).await?;
    assert!(pressed != plain && pressed.0 != pressed.1, "pressed: {pressed:?}, not pressed: {plain:?}");
    let (mark, ((thumb, _), canvas)): (Look, (Look, String)) = tab
        .get(&format!(
            "[({look})(probe.one(\"[data-lane-filter='event'] .mark\")), [({look})(probe.one('.thumb'), '::after'), getComputedStyle(document.body).backgroundColor]]"
        ))
        .await?;
    assert_ne!(mark.0, pressed.0, "the mark of a pressed button is seen");
    assert_ne!(thumb, canvas, "the handles of the overview are seen");
    tab.open(&site, "en/").await?;
    let solid: Vec<String> = tab
        .get(
            "probe.all('.slot:is([data-form~=vague], [data-form~=about])[data-form~=barred]')
                .filter(slot => !getComputedStyle(slot, '::before').backgroundImage.includes('gradient')).map(probe.name)",
        )
        .await?;
    assert!(solid.is_empty(), "no longer hatched or dotted: {solid:?}");
    Ok(())
}
