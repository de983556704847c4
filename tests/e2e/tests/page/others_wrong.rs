//! Files that cannot be shown: the page says why and what to do, and shows its own timeline.

use e2e::{Extra, Outcome, Site, Tab, tests};
use serde_json::{Value, json};

use super::finding::count;

tests![
    a_file_that_is_missing_is_named,
    a_file_of_another_site_is_not_even_asked_for,
    broken_json_is_named_with_line_and_column,
    a_date_that_does_not_exist_is_named_with_its_entry,
    a_newer_version_is_refused,
    a_file_without_entries_says_so,
    a_file_that_is_too_large_is_not_read,
    a_page_in_place_of_a_file_is_no_timeline,
    while_a_file_is_on_its_way_the_text_is_there,
];

/// The bundled page's entries.
const OWN: u32 = 69;
const SMALL: &str = include_str!("../../fixtures/minute.json");

/// A small file with one thing in it changed.
fn changed(change: impl FnOnce(&mut Value)) -> Outcome<String> {
    let mut file = serde_json::from_str(SMALL)?;
    change(&mut file);
    Ok(file.to_string())
}

/// Opens the page with a file that cannot be shown. The message names the file, says `says`, and what to
/// do; the page works, and the message goes when it is dismissed.
pub async fn refuses(tab: &Tab, site: &Site, file: &str, says: &[&str]) -> Outcome {
    tab.open(site, &format!("fr/?timeline={file}")).await?;
    tab.until("probe.one('[data-problem]')").await?;
    let problem: String = tab.get("probe.one('[data-problem] p').innerText").await?;
    for part in says.iter().chain([&file, &"la page montre sa propre frise"]) {
        assert!(problem.to_lowercase().contains(&part.to_lowercase()), "{file}: “{part}” is not said: {problem}");
    }
    assert!(!tab.get::<bool>("!!probe.one('[data-progress]')").await?, "{file}: still being read");
    assert_eq!(count(tab).await?, OWN, "{file}");
    tab.click("[data-dismiss]").await?;
    tab.until("!probe.one('[data-problem]')").await?;
    tab.type_into("[data-search]", "senegal").await?;
    tab.until(&format!("Number(probe.one('[data-count]').dataset.count) < {OWN}")).await?;
    let left = count(tab).await?;
    assert!(left > 0 && left < OWN, "{file}: {left} found");
    let query: String = tab.get("decodeURIComponent(location.search)").await?;
    assert_eq!(query, format!("?timeline={file}&q=senegal"));
    Ok(())
}

async fn a_file_that_is_missing_is_named(tab: &Tab) -> Outcome {
    let site = Site::with_files(vec![Extra::file("own/gone.json", SMALL).with_status(410)])?;
    refuses(tab, &site, "../own/never-was.json", &["404"]).await?;
    refuses(tab, &site, "../own/gone.json", &["410"]).await
}

async fn a_file_of_another_site_is_not_even_asked_for(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let elsewhere = Site::with_files(vec![Extra::file("x.json", SMALL)])?;
    tab.log().await?;
    refuses(tab, &site, "https://example.org/x.json", &["autre site"]).await?;
    refuses(tab, &site, &elsewhere.url("x.json"), &["autre site"]).await?;
    refuses(tab, &site, "data:application/json,{}", &["autre site"]).await?;
    assert_eq!(elsewhere.requests(), [], "another port is another site");
    // The policy would have stopped it, and said so.
    let log = tab.log().await?;
    assert!(!log.iter().any(|(_, message)| message.contains("x.json")), "{log:#?}");
    Ok(())
}

async fn broken_json_is_named_with_line_and_column(tab: &Tab) -> Outcome {
    let broken = SMALL.replacen("\"lang\": \"fr\",", "\"lang\": 'fr',", 1);
    assert_ne!(broken, SMALL);
    let cut = SMALL.len() - 40;
    let site = Site::with_files(vec![
        Extra::file("own/broken.json", broken),
        Extra::file("own/cut.json", &SMALL.as_bytes()[..cut]),
    ])?;
    refuses(tab, &site, "../own/broken.json", &["3", "11"]).await?;
    let problem = |file| changed_place(tab, &site, file);
    let (line, column) = problem("../own/broken.json").await?;
    assert_eq!((line, column), (3, 11));
    refuses(tab, &site, "../own/cut.json", &[]).await?;
    let lines = SMALL[..cut].lines().count();
    assert_eq!(problem("../own/cut.json").await?.0, lines);
    Ok(())
}

/// The first two numbers of a message, outside the file's name: line and column.
async fn changed_place(tab: &Tab, site: &Site, file: &str) -> Outcome<(usize, usize)> {
    tab.open(site, &format!("fr/?timeline={file}")).await?;
    tab.until("probe.one('[data-problem]')").await?;
    tab.call(
        "file => probe.one('[data-problem] p').innerText.replace(file, '').match(/\\d+/g).slice(0, 2).map(Number)",
        json!([file]),
    )
    .await
}

async fn a_date_that_does_not_exist_is_named_with_its_entry(tab: &Tab) -> Outcome {
    let file = changed(|file| file["entries"][3]["date"] = json!("2021-02-30"))?;
    let site = Site::with_files(vec![Extra::file("own/date.json", file)])?;
    refuses(tab, &site, "../own/date.json", &["rain", "date", "2021-02-30"]).await
}

async fn a_newer_version_is_refused(tab: &Tab) -> Outcome {
    let site = Site::with_files(vec![Extra::file("own/new.json", changed(|file| file["version"] = json!(99))?)])?;
    refuses(tab, &site, "../own/new.json", &["99", "plus récente"]).await
}

async fn a_file_without_entries_says_so(tab: &Tab) -> Outcome {
    let site = Site::with_files(vec![Extra::file("own/empty.json", changed(|file| file["entries"] = json!([]))?)])?;
    refuses(tab, &site, "../own/empty.json", &["aucune entrée"]).await
}

async fn a_file_that_is_too_large_is_not_read(tab: &Tab) -> Outcome {
    let site = Site::with_files(vec![
        Extra::file("own/huge.json", SMALL).claiming(100_000_001),
        Extra::file("own/large.json", SMALL).claiming(99_999_999),
    ])?;
    refuses(tab, &site, "../own/huge.json", &["100"]).await?;
    // A length that would do, of a file that ends before: the host broke off.
    refuses(tab, &site, "../own/large.json", &[]).await
}

async fn a_page_in_place_of_a_file_is_no_timeline(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    refuses(tab, &site, "../en/index.html", &["n’est pas une frise lisible"]).await
}

async fn while_a_file_is_on_its_way_the_text_is_there(tab: &Tab) -> Outcome {
    let site = Site::with_files(vec![Extra::file("own/slow.json", SMALL).held()])?;
    tab.open_bare(&site, "fr/?timeline=../own/slow.json").await?;
    tab.until("probe.one('[data-progress]')").await?;
    let (text, progress, articles): (String, Option<f64>, u32) = tab
        .get(
            "[probe.one('[data-progress]').innerText, probe.one('[data-progress] progress').value,
                probe.all('article[data-lane]').filter(probe.visible).length]",
        )
        .await?;
    assert!(text.contains("../own/slow.json") && text.contains("Lecture"), "{text}");
    assert_eq!((progress, articles), (Some(0.0), OWN));
    assert!(!tab.get::<bool>("document.documentElement.hasAttribute('data-ready')").await?);
    site.release();
    tab.ready().await?;
    assert_eq!(count(tab).await?, 6);
    assert!(!tab.get::<bool>("!!probe.one('[data-progress], [data-problem]')").await?);
    Ok(())
}
