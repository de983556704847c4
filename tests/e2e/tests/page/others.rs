//! `?timeline=PATH`: another file of the site in place of the page's own timeline.

use e2e::{Extra, NARROW, Outcome, Site, Tab, WIDE, tests};
use serde_json::json;

use super::finding::count;

tests![
    deep_time_has_ticks_of_equal_steps,
    a_minute_has_ticks_with_seconds,
    years_before_the_common_era_are_named,
    a_single_entry_stands_inside_its_window,
    every_month_has_its_tick_once_and_in_order,
    texts_of_another_language_say_so,
    the_address_keeps_the_file_while_filters_change,
    a_language_link_carries_the_file,
    a_language_link_of_the_root_page_carries_it_too,
    a_copied_link_leads_to_the_file,
    a_file_of_unsaid_length_is_read,
];

/// Files of our own, with the number of their entries and their titles.
const FILES: [(&str, &str, u32, &str); 6] = [
    ("deep-time", include_str!("../../fixtures/deep-time.json"), 8, "De la première lumière à aujourd’hui"),
    ("minute", include_str!("../../fixtures/minute.json"), 6, "Cinquante secondes"),
    ("years-bce", include_str!("../../fixtures/years-bce.json"), 6, "Autour de l’an un"),
    ("single", include_str!("../../fixtures/single.json"), 1, "Une seule entrée"),
    ("months", include_str!("../../fixtures/months.json"), 13, "Treize fins de mois"),
    ("other-language", include_str!("../../fixtures/other-language.json"), 4, "Una cronología en español"),
];

/// A tick in view: where it stands in the window, and what it says.
type Tick = (f64, String);

fn site() -> std::io::Result<Site> {
    Site::with_files(FILES.map(|(name, text, ..)| Extra::file(&format!("own/{name}.json"), text)).to_vec())
}

/// Opens a page with one of the files, and sees that all of it is there.
async fn open(tab: &Tab, site: &Site, page: &str, name: &str) -> Outcome {
    tab.open(site, &format!("{page}?timeline=../own/{name}.json")).await?;
    let (total, title) = FILES.iter().find(|file| file.0 == name).map_or((0, ""), |file| (file.2, file.3));
    let found: (String, String, u32) = tab
        .get("[document.title, probe.one('h1').textContent, Number(probe.one('[data-frieze]').dataset.total)]")
        .await?;
    assert_eq!(found, (title.to_owned(), title.to_owned(), total), "{name}");
    assert_eq!(count(tab).await?, total, "{name}: each is a link, or counted in a cluster");
    assert!(!tab.get::<bool>("!!probe.one('[data-problem], [data-progress]')").await?, "{name}: a message");
    calm(tab, name).await
}

/// Nothing is complained of, not even by the browser.
pub async fn calm(tab: &Tab, what: &str) -> Outcome {
    let errors: Vec<_> =
        tab.log().await?.into_iter().filter(|(level, _)| level != "INFO" && level != "DEBUG").collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}");
    Ok(())
}

/// The ticks in view, from left to right as they stand in the document.
async fn ticks(tab: &Tab) -> Outcome<Vec<Tick>> {
    tab.settle().await?;
    tab.get(
        "(box => probe.all('.tick').map(tick => [tick.getBoundingClientRect().left - box.left, tick.textContent])
            .filter(([left]) => left > -1 && left < box.width - 1))
            (probe.one('[data-frieze-scroller]').getBoundingClientRect())",
    )
    .await
}

fn labels(ticks: &[Tick]) -> Vec<&str> {
    ticks.iter().map(|tick| tick.1.as_str()).collect()
}

/// They rise by equal steps, to the pixel.
fn are_even(ticks: &[Tick]) {
    let steps: Vec<f64> = ticks.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
    assert!(!steps.is_empty() && steps.iter().all(|step| *step > 20.0 && (step - steps[0]).abs() < 1.5), "{ticks:?}");
}

/// The year of a tick of a time before ours, counted as it is written.
fn years_ago(label: &str) -> Option<i64> {
    let digits: String = label.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|_| label.contains("av."))
}

async fn deep_time_has_ticks_of_equal_steps(tab: &Tab) -> Outcome {
    let site = site()?;
    for (size, zooms) in [(WIDE, 2), (NARROW, 1)] {
        tab.size(size).await?;
        open(tab, &site, "fr/", "deep-time").await?;
        tab.unfold(size).await?;
        for step in 0..zooms {
            if step > 0 {
                tab.click("[data-zoom='in']").await?;
            }
            let ticks = ticks(tab).await?;
            are_even(&ticks);
            let years: Vec<i64> = ticks.iter().filter_map(|tick| years_ago(&tick.1)).collect();
            assert!(years.len() > 1 && years.len() + 1 >= ticks.len(), "{size:?}: {ticks:?}");
            let steps: Vec<i64> = years.windows(2).map(|pair| pair[0] - pair[1]).collect();
            // The last one may be the year before our era began.
            let even = steps.iter().all(|step| (step - steps[0]).abs() <= 1);
            assert!(even && steps[0] >= 100_000_000, "{size:?}: {steps:?} between {ticks:?}");
        }
    }
    Ok(())
}

async fn a_minute_has_ticks_with_seconds(tab: &Tab) -> Outcome {
    let site = site()?;
    open(tab, &site, "fr/", "minute").await?;
    let ticks = ticks(tab).await?;
    are_even(&ticks);
    let labels = labels(&ticks);
    for second in ["10:30:15", "10:30:30", "10:30:45"] {
        assert!(labels.contains(&second), "{second} is not among {labels:?}");
    }
    let (from, to): (String, String) = super::frieze_keys::window(tab).await?;
    assert!(from.starts_with("2017-09-21T10:30:0") && to.starts_with("2017-09-21T10:30:5"), "{from} to {to}");
    Ok(())
}

async fn years_before_the_common_era_are_named(tab: &Tab) -> Outcome {
    let site = site()?;
    open(tab, &site, "fr/", "years-bce").await?;
    let ticks = ticks(tab).await?;
    are_even(&ticks);
    let eras = |era: &str| ticks.iter().filter(|tick| tick.1.contains(era)).count();
    let (before, after) = (eras("\u{a0}av."), eras("\u{a0}apr."));
    assert!(before > 1 && after > 0 && before + after == ticks.len(), "{ticks:?}");
    let first: String = tab.get("probe.one('#ides time').textContent").await?;
    assert_eq!(first.replace('\u{a0}', " "), "45 av. J.-C.", "there was no year 0");
    Ok(())
}

async fn a_single_entry_stands_inside_its_window(tab: &Tab) -> Outcome {
    let site = site()?;
    for size in [WIDE, NARROW] {
        tab.size(size).await?;
        open(tab, &site, "fr/", "single").await?;
        tab.unfold(size).await?;
        assert!(!ticks(tab).await?.is_empty(), "{size:?}: no ticks");
        let marks: Vec<(f64, f64, f64)> = tab
            .get(
                "(({ left, right }) => probe.all('a[data-entry] .mark').map(mark => mark.getBoundingClientRect())
                    .map(mark => [left, mark.left, right - mark.right]))
                    (probe.one('[data-frieze-scroller]').getBoundingClientRect())",
            )
            .await?;
        assert!(matches!(marks[..], [(from, left, room)] if left >= from && room >= 0.0), "{size:?}: {marks:?}");
        let (from, to) = super::frieze_keys::window(tab).await?;
        assert!(from.starts_with("2017-09-21") && to.starts_with("2017-09-21"), "{size:?}: {from} to {to}");
    }
    Ok(())
}

async fn every_month_has_its_tick_once_and_in_order(tab: &Tab) -> Outcome {
    const MONTHS: [&str; 13] =
        ["2020", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.", "2021"];
    let site = site()?;
    open(tab, &site, "fr/", "months").await?;
    assert_eq!(labels(&ticks(tab).await?), MONTHS, "the whole range");
    // Closer: what is drawn is a part of them without a gap, and panning sees them all.
    tab.click("[data-zoom='in']").await?;
    // The next frame scrolls to what the zoom shows, and would undo a script's scroll before it.
    tab.settle().await?;
    let mut seen: Vec<String> = Vec::new();
    for at in [0, 250, 500, 750, 1000] {
        tab.run(&format!("probe.one('[data-frieze-scroller]').scrollLeft = {at}")).await?;
        let ticks = ticks(tab).await?;
        let labels = labels(&ticks);
        let first = MONTHS.iter().position(|month| Some(month) == labels.first()).unwrap_or(MONTHS.len());
        assert_eq!(Some(labels.as_slice()), MONTHS.get(first..first + labels.len()), "scrolled to {at}");
        seen.extend(labels.into_iter().map(str::to_owned));
    }
    assert!(MONTHS.iter().all(|month| seen.iter().any(|seen| seen == month)), "{seen:?}");
    Ok(())
}

async fn texts_of_another_language_say_so(tab: &Tab) -> Outcome {
    let site = site()?;
    open(tab, &site, "fr/", "other-language").await?;
    let lang = "part => part.closest('[lang]').lang";
    for (parts, wanted) in [
        ("h1, .kicker, .lede, .notice", "es"),
        ("article:not(#middle) :is(h4, .summary), a[data-entry]:not([data-entry='middle']) .label", "es"),
        ("[data-lane-filter] > :not(.mark), .lane-of", "es"),
        ("#middle :is(h4, .summary), a[data-entry='middle'] .label", "en"),
        ("[data-search], [data-count], [data-zoom], #sources h2", "fr"),
    ] {
        let found: Vec<(String, String)> = tab
            .call(&format!("parts => probe.all(parts).map(part => [({lang})(part), probe.name(part)])"), json!([parts]))
            .await?;
        assert!(!found.is_empty(), "nothing is {parts}");
        let wrong: Vec<_> = found.iter().filter(|found| found.0 != wanted).collect();
        assert!(wrong.is_empty(), "these are {wanted}: {wrong:#?}");
    }
    Ok(())
}

async fn the_address_keeps_the_file_while_filters_change(tab: &Tab) -> Outcome {
    const FILE: &str = "?timeline=../own/months.json";
    let site = site()?;
    open(tab, &site, "fr/", "months").await?;
    let query = "decodeURIComponent(location.search)";
    tab.click("[data-lane-filter='people']").await?;
    tab.until_is(query, format!("{FILE}&lane=people")).await?;
    assert_eq!(count(tab).await?, 7);
    tab.type_into("[data-search]", "numéro 7").await?;
    tab.until_is(query, format!("{FILE}&q=numéro 7&lane=people")).await?;
    assert_eq!(count(tab).await?, 1);
    tab.press(thirtyfour::Key::Enter).await?;
    tab.reload().await?;
    assert_eq!(count(tab).await?, 1, "loaded anew");
    tab.back().await?;
    tab.until_is(query, format!("{FILE}&lane=people")).await?;
    assert_eq!(count(tab).await?, 7, "one step back");
    tab.run("probe.one('[data-clear]').click()").await?;
    tab.until_is(query, FILE.to_owned()).await?;
    assert_eq!(count(tab).await?, 13, "cleared");
    tab.back().await?;
    tab.until_is(query, format!("{FILE}&lane=people")).await?;
    assert_eq!(count(tab).await?, 7, "back from there");
    calm(tab, "filters").await
}

async fn a_language_link_carries_the_file(tab: &Tab) -> Outcome {
    let site = site()?;
    open(tab, &site, "fr/", "months").await?;
    tab.click("[data-lane-filter='nature']").await?;
    tab.until("location.search.includes('lane=nature')").await?;
    tab.click("[data-lang-link='en']").await?;
    tab.until_is("document.documentElement.lang", "en".to_owned()).await?;
    tab.ready().await?;
    assert_eq!(tab.get::<String>("location.search").await?, "?timeline=../own/months.json&lane=nature");
    assert_eq!(tab.get::<String>("document.title").await?, "Treize fins de mois");
    assert_eq!(count(tab).await?, 6);
    Ok(())
}

async fn a_language_link_of_the_root_page_carries_it_too(tab: &Tab) -> Outcome {
    let site = site()?;
    for file in ["own/months.json", "/own/months.json"] {
        tab.open(&site, &format!("?timeline={file}")).await?;
        assert_eq!(tab.get::<String>("document.title").await?, "Treize fins de mois", "{file}");
        tab.click("[data-lane-filter='nature']").await?;
        tab.until("location.search.includes('lane=nature')").await?;
        tab.click("[data-lang-link='en']").await?;
        tab.until_is("document.documentElement.lang", "en".to_owned()).await?;
        tab.ready().await?;
        assert_eq!(tab.get::<String>("document.title").await?, "Treize fins de mois", "{file}");
        assert!(!tab.get::<bool>("!!probe.one('[data-problem]')").await?, "{file}: a problem");
        assert_eq!(count(tab).await?, 6, "{file}");
    }
    // A file that is not there is asked for in the same place.
    tab.open(&site, "?timeline=own/never-was.json").await?;
    tab.until("probe.one('[data-problem]')").await?;
    let asked: String = tab.get("new URL(probe.one('[data-lang-link=en]').href).searchParams.get('timeline')").await?;
    assert_eq!(asked, "/own/never-was.json");
    Ok(())
}

async fn a_copied_link_leads_to_the_file(tab: &Tab) -> Outcome {
    let site = site()?;
    for (page, file) in [("fr/", "../own/months.json"), ("", "own/months.json")] {
        tab.open(&site, &format!("{page}?timeline={file}&lane=nature")).await?;
        tab.run(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { probe.copied = text } } })",
        )
        .await?;
        let id: String = tab.get("probe.all('article[data-lane]').find(probe.visible).id").await?;
        tab.click(&format!("#{id} [data-copy]")).await?;
        tab.until("probe.copied").await?;
        let link: String = tab.get("probe.copied").await?;
        assert_eq!(link, site.url(&format!("{page}?timeline={file}#{id}")), "the file, and not the filters");
        tab.visit("about:blank").await?;
        tab.visit(&link).await?;
        tab.ready().await?;
        assert_eq!(tab.get::<String>("document.title").await?, "Treize fins de mois", "{link}");
        super::choosing::is_read(tab, &id).await?;
    }
    Ok(())
}

async fn a_file_of_unsaid_length_is_read(tab: &Tab) -> Outcome {
    let site = Site::with_files(vec![Extra::file("own/single.json", FILES[3].1).of_unsaid_length()])?;
    open(tab, &site, "en/", "single").await
}
