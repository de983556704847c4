//! Search, filters, and what they leave.

use e2e::{Outcome, Site, Tab, tests};
use thirtyfour::Key;

tests![
    part;
    accents_do_not_matter_and_all_views_agree,
    the_query_is_in_the_address_and_back_undoes_it,
    enter_and_a_button_lead_to_the_first_found,
    the_number_found_is_announced,
    nothing_found_says_what_to_loosen,
    an_excluded_entry_that_the_address_names_is_shown_with_an_offer_and_not_counted,
    a_filter_after_a_link_to_an_entry_leaves_what_its_address_does,
    years_without_an_entry_hide,
    a_lane_filter_counts_presses_and_writes_the_address,
    a_region_filter_does_too,
    only_where_sources_disagree,
    a_period_is_read_and_nonsense_refused,
    a_date_that_is_refused_stays_to_be_corrected,
    focus_stays_near_where_its_button_goes,
    clearing_takes_every_filter_away,
    filters_of_the_address_are_applied_and_unknown_ones_named,
];

const COUNT: &str = "Number(probe.one('[data-count]').dataset.count)";
const SHOWN: &str = "Number(probe.one('[data-frieze]').dataset.shown)";
const TOTAL: &str = "Number(probe.one('[data-frieze]').dataset.total)";
const ARTICLES: &str = "probe.all('article[data-lane]').filter(probe.visible).length";
/// Entries on the frieze, those inside clusters included.
const MARKS: &str = "probe.all('a[data-entry]').length
    + probe.all('[data-cluster]:not([data-ongoing])').reduce((sum, cluster) => sum + Number(cluster.dataset.cluster), 0)";

/// The number of entries shown, on which every view agrees.
pub async fn count(tab: &Tab) -> Outcome<u32> {
    tab.settle().await?;
    let (count, shown, articles, marks): (u32, u32, u32, u32) =
        tab.get(&format!("[{COUNT}, {SHOWN}, {ARTICLES}, {MARKS}]")).await?;
    assert_eq!((count, count, count), (shown, articles, marks), "(shown, articles, marks) against the count");
    Ok(count)
}

async fn total(tab: &Tab) -> Outcome<u32> {
    tab.get(TOTAL).await
}

async fn query(tab: &Tab) -> Outcome<String> {
    tab.get("decodeURIComponent(location.search)").await
}

async fn accents_do_not_matter_and_all_views_agree(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    let all = count(tab).await?;
    assert_eq!(all, total(tab).await?);
    let mut counts = Vec::new();
    for word in ["sénégal", "senegal", "SÉNÉGAL"] {
        tab.run("probe.one('[data-search]').select()").await?;
        tab.type_into("[data-search]", word).await?;
        tab.until_is("probe.one('[data-search]').value", word.to_owned()).await?;
        counts.push(count(tab).await?);
    }
    assert!(counts.iter().all(|&count| count > 0 && count < all && count == counts[0]), "{counts:?} of {all}");
    Ok(())
}

async fn the_query_is_in_the_address_and_back_undoes_it(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    let all = count(tab).await?;
    let steps: u32 = tab.get("history.length").await?;
    tab.type_into("[data-search]", "maroc").await?;
    tab.until_is("location.search", "?q=maroc".to_owned()).await?;
    let found = count(tab).await?;
    assert!(found > 0 && found < all, "{found} of {all}");
    assert_eq!(tab.get::<u32>("history.length").await?, steps, "typing makes no step");
    tab.press(Key::Enter).await?;
    tab.until_is("history.length", steps + 1).await?;
    assert_eq!(query(tab).await?, "?q=maroc");
    tab.back().await?;
    tab.until_is("location.search", String::new()).await?;
    assert_eq!(count(tab).await?, all);
    assert_eq!(tab.get::<String>("probe.one('[data-search]').value").await?, "");
    tab.run("history.forward()").await?;
    tab.until_is("location.search", "?q=maroc".to_owned()).await?;
    assert_eq!(count(tab).await?, found);
    assert_eq!(tab.get::<String>("probe.one('[data-search]').value").await?, "maroc");
    Ok(())
}

async fn enter_and_a_button_lead_to_the_first_found(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "en/").await?;
    let around = "probe.all('.figures dl, .phases, [data-read-found]').filter(probe.visible).length";
    assert_eq!(tab.get::<u32>(around).await?, 2, "figures and phases, and nothing that leads on");
    let first = "probe.all('article[data-lane]').find(probe.visible).id";
    tab.type_into("[data-search]", "cabo").await?;
    tab.until("location.search === '?q=cabo'").await?;
    assert_eq!(tab.get::<u32>(around).await?, 1, "what is found is next to the frieze");
    tab.press(Key::Enter).await?;
    let id: String = tab.get(first).await?;
    super::choosing::is_read(tab, &id).await?;
    assert_eq!(tab.get::<String>("location.search + location.hash").await?, "?q=cabo");
    tab.run("probe.one('[data-search]').focus()").await?;
    tab.click("[data-read-found]").await?;
    super::choosing::is_read(tab, &id).await?;
    tab.click("[data-clear]").await?;
    // Nothing found: nowhere to lead to.
    tab.open(&site, "en/?q=xyzzy").await?;
    assert!(!tab.get::<bool>("probe.visible(probe.one('[data-read-found]'))").await?);
    Ok(())
}

async fn the_number_found_is_announced(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    assert_eq!(tab.get::<String>("probe.one('[data-live]').textContent.trim()").await?, "");
    tab.type_into("[data-search]", "maroc").await?;
    let found = count(tab).await?;
    tab.until(&format!("probe.one('[data-live]').textContent.includes('{found}')")).await?;
    let live: u32 = tab.get("probe.all('[aria-live]').length").await?;
    assert_eq!(live, 1, "live regions");
    Ok(())
}

async fn nothing_found_says_what_to_loosen(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    let all = count(tab).await?;
    let before: String = tab.get("probe.one('#decade').innerText").await?;
    tab.type_into("[data-search]", "xyzzy").await?;
    tab.until_is(COUNT, 0).await?;
    assert_eq!(count(tab).await?, 0);
    let lines: Vec<String> =
        tab.get("probe.all('.messages .message p').filter(probe.visible).map(line => line.innerText)").await?;
    assert!(lines.len() >= 2 && lines.iter().all(|line| !before.contains(line.as_str())), "{lines:#?}");
    let search_only = lines.len();
    tab.click("[data-lane-filter='policy']").await?;
    tab.until(&format!("probe.all('.messages .message p').length === {search_only} + 1")).await?;
    tab.click("[data-clear]").await?;
    tab.until_is(COUNT, all).await?;
    assert_eq!(count(tab).await?, all);
    assert_eq!(query(tab).await?, "");
    assert!(!tab.get::<bool>("!!probe.one('.messages .message')").await?, "the message stays");
    Ok(())
}

async fn an_excluded_entry_that_the_address_names_is_shown_with_an_offer_and_not_counted(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/?lane=event").await?;
    let of_lane = count(tab).await?;
    assert!(!tab.get::<bool>("probe.visible(probe.one('#mieux-created'))").await?, "it is no event");
    tab.open(&site, "fr/?lane=event#mieux-created").await?;
    super::choosing::is_read(tab, "mieux-created").await?;
    let counts: (u32, u32, u32, u32) = tab.get(&format!("[{COUNT}, {SHOWN}, {ARTICLES}, {MARKS}]")).await?;
    assert_eq!(counts, (of_lane, of_lane, of_lane + 1, of_lane + 1), "it is shown, and does not match");
    let problem = "probe.one('[data-problem]').innerText.includes(probe.one('#_title-mieux-created').innerText)";
    assert!(tab.get::<bool>(problem).await?, "the message names it");
    assert_eq!(tab.get::<String>("location.search + location.hash").await?, "?lane=event#mieux-created");
    tab.click("[data-problem] button:not([hidden])").await?;
    tab.until_is("location.search", String::new()).await?;
    assert_eq!(count(tab).await?, total(tab).await?);
    assert!(!tab.get::<bool>("!!probe.one('[data-problem]')").await?, "the message stays");
    Ok(())
}

async fn a_filter_after_a_link_to_an_entry_leaves_what_its_address_does(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for filter in ["[data-lane-filter='policy']", "[data-region-filter='asia']"] {
        tab.open(&site, "fr/#mieux-created").await?;
        super::choosing::is_read(tab, "mieux-created").await?;
        tab.run("probe.one('[data-region-filter]').closest('details').open = true").await?;
        tab.click(filter).await?;
        tab.until("location.search && !location.hash").await?;
        let found = count(tab).await?;
        assert!(!tab.get::<bool>("!!probe.one('[data-problem]')").await?, "{filter}: nothing is shown against it");
        assert!(!tab.get::<bool>("probe.visible(probe.one('#mieux-created'))").await?, "{filter}: it is shown");
        tab.reload().await?;
        assert_eq!(count(tab).await?, found, "{filter}: loaded anew");
    }
    Ok(())
}

async fn years_without_an_entry_hide(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    // Of every year: whether its heading is seen, and an article under it.
    let years = "probe.all('[id^=_year-]').map(heading => [probe.visible(heading),
        probe.all('article[data-lane]', heading.parentElement).some(probe.visible)])";
    for (page, all) in [("fr/", true), ("fr/?q=maroc", false), ("fr/?q=maroc#mieux-created", false)] {
        tab.open(&site, page).await?;
        tab.settle().await?;
        let years: Vec<(bool, bool)> = tab.get(years).await?;
        assert!(years.iter().all(|(heading, articles)| heading == articles), "{page}: {years:?}");
        assert!(years.len() > 10 && years.iter().any(|year| year.0), "{page}: {years:?}");
        assert_eq!(years.iter().all(|year| year.0), all, "{page}: {years:?}");
    }
    Ok(())
}

/// Presses a filter's button and looks at what that changes, and that Back undoes it.
async fn press_filter(tab: &Tab, filter: &str, written: &str) -> Outcome {
    let all = total(tab).await?;
    let pressed = format!("probe.one(\"{filter}\").getAttribute('aria-pressed')");
    assert_eq!(tab.get::<String>(&pressed).await?, "false");
    let steps: u32 = tab.get("history.length").await?;
    tab.click(filter).await?;
    tab.until_is(&pressed, "true".to_owned()).await?;
    let found = count(tab).await?;
    assert!(found > 0 && found < all, "{filter}: {found} of {all}");
    assert_eq!(query(tab).await?, written);
    assert_eq!(tab.get::<u32>("history.length").await?, steps + 1);
    tab.back().await?;
    tab.until_is(&pressed, "false".to_owned()).await?;
    assert_eq!(count(tab).await?, all);
    assert_eq!(query(tab).await?, "");
    // And once more, as it is found.
    tab.click(filter).await?;
    tab.until_is(&pressed, "true".to_owned()).await?;
    tab.click(filter).await?;
    tab.until_is(&pressed, "false".to_owned()).await?;
    assert_eq!(query(tab).await?, "");
    Ok(())
}

async fn a_lane_filter_counts_presses_and_writes_the_address(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    press_filter(tab, "[data-lane-filter='policy']", "?lane=policy").await?;
    tab.click("[data-lane-filter='policy']").await?;
    let policy = count(tab).await?;
    tab.click("[data-lane-filter='event']").await?;
    tab.until_is("decodeURIComponent(location.search)", "?lane=policy,event".to_owned()).await?;
    assert!(count(tab).await? > policy);
    let lanes: Vec<String> = tab
        .get("[...new Set(probe.all('article[data-lane]:not([hidden])').map(entry => entry.dataset.lane))].sort()")
        .await?;
    assert_eq!(lanes, ["event", "policy"]);
    Ok(())
}

async fn a_region_filter_does_too(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    tab.click(".more > summary").await?;
    press_filter(tab, "[data-region-filter='lac']", "?region=lac").await
}

async fn only_where_sources_disagree(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "en/").await?;
    tab.click(".more > summary").await?;
    press_filter(tab, "[data-disputed-filter]", "?disputed=1").await?;
    tab.click("[data-disputed-filter]").await?;
    tab.until_is("location.search", "?disputed=1".to_owned()).await?;
    let ids = |entries: &str| format!("{entries}.map(entry => entry.id).sort()");
    let shown: Vec<String> = tab.get(&ids("probe.all('article[data-lane]:not([hidden])')")).await?;
    let disputed: Vec<String> =
        tab.get(&ids("probe.all('[data-disagreement]').map(text => text.closest('article'))")).await?;
    assert_eq!(shown, disputed);
    assert_eq!(tab.get::<String>("probe.one('.filter-summary').innerText").await?, "Only where sources disagree");
    // What is left to loosen is named, and a link that was cut is not silent.
    tab.open(&site, "en/?disputed=1&q=zzzz").await?;
    let advice: String = tab.get("probe.one('[data-none]').innerText").await?;
    assert!(advice.contains("on which sources agree"), "{advice}");
    assert_eq!(tab.get::<String>("probe.one('.badge').innerText").await?, "1");
    tab.open(&site, "en/?disputed=").await?;
    assert_eq!(count(tab).await?, total(tab).await?);
    tab.open(&site, "en/?disputed=often").await?;
    let problem: String = tab.get("probe.one('[data-problem]').innerText").await?;
    assert!(problem.contains("often"), "{problem}");
    Ok(())
}

async fn a_period_is_read_and_nonsense_refused(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    let all = count(tab).await?;
    tab.click(".more > summary").await?;
    tab.type_into("[data-period='from']", "2015").await?;
    tab.press(Key::Enter).await?;
    tab.until_is("location.search", "?from=2015".to_owned()).await?;
    let since = count(tab).await?;
    assert!(since > 0 && since < all, "{since} of {all}");
    tab.type_into("[data-period='to']", "2016-06").await?;
    tab.press(Key::Tab).await?;
    tab.until_is("location.search", "?from=2015&to=2016-06".to_owned()).await?;
    let within = count(tab).await?;
    assert!(within > 0 && within < since, "{within} of {since}");
    let ends: (String, String) = tab
        .get(
            "(dates => [dates.map(date => date.split('/').pop()).sort()[0], dates.map(date => date.split('/')[0]).sort().pop()])
                (probe.all('article[data-lane]:not([hidden]) .meta time').map(time => time.dateTime).filter(date => /^[0-9]/.test(date) && !date.endsWith('..')))",
        )
        .await?;
    assert!(ends.0.as_str() >= "2015" && ends.1.as_str() <= "2016-07", "{ends:?}");

    let problem = "probe.one('[data-problem]')";
    assert!(!tab.get::<bool>(&format!("!!{problem}")).await?, "nothing is wrong so far");
    tab.run("probe.one(\"[data-period='from']\").select()").await?;
    tab.type_into("[data-period='from']", "demain").await?;
    tab.press(Key::Enter).await?;
    tab.until(&format!("{problem}?.innerText.includes('demain')")).await?;
    assert_eq!(count(tab).await?, within, "nonsense filters nothing");
    assert_eq!(query(tab).await?, "?from=2015&to=2016-06");
    Ok(())
}

/// Of the period's start: what it holds, whether it is marked as wrong, and what it is described by.
const FROM: &str = "(field => [field.value, field.getAttribute('aria-invalid') === 'true',
    field.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id)?.innerText ?? `no ${id}`).join(' ')])
    (probe.one(\"[data-period='from']\"))";

async fn a_date_that_is_refused_stays_to_be_corrected(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/?from=2014").await?;
    tab.click(".more > summary").await?;
    tab.run("probe.one(\"[data-period='from']\").select()").await?;
    tab.type_into("[data-period='from']", "20a5").await?;
    tab.press(Key::Enter).await?;
    tab.until("probe.one('[data-problem]')").await?;
    tab.settle().await?;
    let is_refused = |(value, is_wrong, described): (String, bool, String)| {
        assert_eq!((value.as_str(), is_wrong), ("20a5", true));
        assert!(described.contains("20a5"), "{described}");
        assert!(described.contains("2009-04"), "the hint is lost: {described}");
    };
    is_refused(tab.get(FROM).await?);
    assert_eq!(query(tab).await?, "?from=2014", "it filters as before");
    // Other filters leave it alone.
    tab.click("[data-lane-filter='event']").await?;
    tab.until_is("decodeURIComponent(location.search)", "?lane=event&from=2014".to_owned()).await?;
    tab.settle().await?;
    is_refused(tab.get(FROM).await?);
    tab.run("probe.one(\"[data-period='from']\").select()").await?;
    tab.type_into("[data-period='from']", "2015").await?;
    tab.press(Key::Enter).await?;
    tab.until_is("decodeURIComponent(location.search)", "?lane=event&from=2015".to_owned()).await?;
    tab.settle().await?;
    let (value, is_wrong, described): (String, bool, String) = tab.get(FROM).await?;
    assert_eq!((value.as_str(), is_wrong), ("2015", false));
    assert!(!described.contains("no _"), "{described}");
    assert!(!tab.get::<bool>("!!probe.one('[data-problem]')").await?, "the message stays");
    Ok(())
}

async fn focus_stays_near_where_its_button_goes(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for (page, button) in [
        ("fr/?q=zzzz", "[data-none] [data-clear]"),
        ("fr/?lane=event", "#decade [data-clear]:not([hidden])"),
        ("fr/?lane=event#mieux-created", "[data-problem] [data-clear]"),
        ("fr/#never-was", "[data-dismiss]"),
    ] {
        tab.open(&site, page).await?;
        tab.settle().await?;
        tab.focus(button).await?;
        tab.press(Key::Enter).await?;
        tab.until("!probe.one('[data-problem], [data-none]') && !location.search").await?;
        tab.until("document.activeElement !== document.body && probe.visible(document.activeElement)").await?;
        let (focus, is_near): (String, bool) = tab
            .get(
                "(part => [probe.name(part), probe.uncovered(part) && !!part.closest('#decade')
                    && !part.closest('.frieze, .chronicle')])(document.activeElement)",
            )
            .await?;
        assert!(is_near, "{page}: focus is on {focus}");
    }
    Ok(())
}

async fn clearing_takes_every_filter_away(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "en/?q=partner&lane=policy,event&region=africa&disputed=1&from=2009&to=2019").await?;
    let all = total(tab).await?;
    let found = count(tab).await?;
    assert!(found < all, "{found} of {all}");
    tab.click("[data-clear]").await?;
    tab.until_is("location.search", String::new()).await?;
    assert_eq!(count(tab).await?, all);
    let left: Vec<String> =
        tab.get("probe.all('[data-search], [data-period]').map(field => field.value).filter(value => value)").await?;
    assert!(left.is_empty(), "{left:?}");
    let pressed: u32 = tab.get("probe.all('#decade [aria-pressed=true]').length").await?;
    assert_eq!(pressed, 0);
    assert!(!tab.get::<bool>("probe.visible(probe.one('[data-clear]'))").await?, "nothing is left to clear");
    tab.back().await?;
    tab.until_is(COUNT, found).await
}

async fn filters_of_the_address_are_applied_and_unknown_ones_named(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "en/?q=s%C3%A9n%C3%A9gal&lane=nowhere").await?;
    assert_eq!(tab.get::<String>("probe.one('[data-search]').value").await?, "sénégal");
    assert!(count(tab).await? < total(tab).await?);
    let problem: String = tab.get("probe.one('[data-problem]').innerText").await?;
    assert!(problem.contains("nowhere"), "{problem}");
    assert_eq!(query(tab).await?, "?q=sénégal&lane=nowhere", "restoring writes nothing");
    Ok(())
}
