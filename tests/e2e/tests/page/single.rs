//! Each page as one file (`cargo xtask single-file`), opened from the disk: all of it works, and nothing is asked for.

use std::fs;

use e2e::{Engine, Outcome, Scratch, Site, Tab, settings, tests};
use serde_json::json;

use super::choosing::is_read;
use super::finding::count;
use super::pdf::{bare, pages, print};
use super::presenter::{QUESTIONS, present};
use super::room::{self, FIELDS};

tests![
    from_a_disk_the_page_works_in_every_language,
    from_a_disk_notes_are_kept_and_leave_as_files,
    from_a_disk_the_questions_are_presented_and_printed,
    from_a_disk_another_timeline_is_not_looked_for,
    from_a_disk_a_page_that_was_changed_shows_the_text_and_the_line,
];

/// The files in a folder of their own, as somebody's who has saved them from a mail.
fn saved() -> Outcome<(Scratch, Site)> {
    let scratch = Scratch::new()?;
    let folder = scratch.path().join("from a mail");
    fs::create_dir_all(&folder)?;
    for file in fs::read_dir(settings::single())?.flatten() {
        fs::copy(file.path(), folder.join(file.file_name()))?;
    }
    Ok((scratch, Site::on_disk(folder)))
}

/// Nothing was asked for, nothing refused, nothing complained about.
async fn is_alone(tab: &Tab) -> Outcome {
    let asked: Vec<String> = tab
        .get(
            "performance.getEntriesByType('resource').map(entry => entry.name.slice(0, 100))
                .filter(name => !name.startsWith('data:'))",
        )
        .await?;
    assert!(asked.is_empty(), "{asked:#?}");
    assert_eq!(tab.get::<Vec<String>>("probe.refused").await?, Vec::<String>::new());
    let log = tab.log().await?;
    assert!(log.iter().all(|(level, _)| level != "SEVERE" && level != "WARNING"), "{log:#?}");
    Ok(())
}

async fn from_a_disk_the_page_works_in_every_language(tab: &Tab) -> Outcome {
    let (_scratch, site) = saved()?;
    for (lang, other) in [("fr", "en"), ("en", "fr")] {
        let page = format!("{lang}/");
        tab.open(&site, &page).await?;
        let policy: String = tab.get("probe.one('meta[http-equiv]').content").await?;
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("'self'"), "{policy}");
        let all = count(tab).await?;
        tab.type_into("[data-search]", "maroc").await?;
        tab.until("location.search === '?q=maroc'").await?;
        assert!(count(tab).await? < all);
        tab.reload().await?;
        assert_eq!(tab.get::<String>("probe.one('[data-search]').value").await?, "maroc");
        tab.click("[data-clear]").await?;
        tab.until("location.search === ''").await?;
        let marks: usize = tab.get("probe.all('a[data-entry]').length").await?;
        tab.click("[data-zoom='in']").await?;
        tab.settle().await?;
        assert!(tab.get::<usize>("probe.all('a[data-entry]').length").await? > marks, "nothing came apart");
        tab.click("[data-zoom='all']").await?;
        tab.click("a[data-entry='mieux-phase-two']").await?;
        is_read(tab, "mieux-phase-two").await?;
        tab.back().await?;
        tab.until("location.hash === ''").await?;
        tab.click("[data-theme-set='dark']").await?;
        tab.reload().await?;
        assert_eq!(
            tab.get::<Option<String>>("document.documentElement.dataset.theme ?? null").await?.as_deref(),
            Some("dark")
        );
        tab.click("[data-theme-set='auto']").await?;
        let (bundle, name): (String, String) =
            tab.get("(link => [atob(link.href.split(',')[1]), link.download])(probe.one('[data-download]'))").await?;
        let published = fs::read(settings::dist().join(format!("bundle/{lang}.json")))?;
        // `atob` gives a byte as a letter.
        assert!(bundle.chars().map(|letter| letter as u8).eq(published.iter().copied()), "the content as data");
        assert_eq!(name, format!("{lang}.json"));
        is_alone(tab).await?;

        // The list of sources is on the page.
        let source: String = tab.get("probe.all('#sources li[id]')[70].id").await?;
        tab.open(&site, &format!("{page}#{source}")).await?;
        tab.until_is("document.activeElement.id", source).await?;
        let elsewhere: Vec<String> = tab
            .get("probe.all('a').map(link => link.getAttribute('href')).filter(href => href.includes('/sources/#'))")
            .await?;
        assert!(elsewhere.is_empty(), "{elsewhere:#?}");
        tab.open(&site, &format!("{page}#source-never-was")).await?;
        let problem: String = tab.get("probe.one('[data-problem]').innerText").await?;
        assert!(problem.contains("source-never-was"), "{problem}");
        is_alone(tab).await?;

        tab.open(&site, &format!("{page}#{}", QUESTIONS[1])).await?;
        tab.click(&format!("[data-lang-link='{other}']")).await?;
        tab.until_is("document.documentElement.lang", other.to_owned()).await?;
        tab.ready().await?;
        let path: String = tab.get("location.pathname + location.hash").await?;
        assert!(path.ends_with(&format!("/{other}.html#{}", QUESTIONS[1])), "{path}");
        is_alone(tab).await?;
    }
    Ok(())
}

async fn from_a_disk_notes_are_kept_and_leave_as_files(tab: &Tab) -> Outcome {
    let (scratch, site) = saved()?;
    room::open(tab, &site, "fr/").await?;
    room::write(tab, FIELDS, "noted on a disk").await?;
    room::keeps_text(tab, "noted on a disk").await?;
    room::reload(tab).await?;
    room::hold(tab, &["noted on a disk"]).await?;
    // The other language is another file, and has the same notes.
    room::open(tab, &site, "en/").await?;
    room::hold(tab, &["noted on a disk"]).await?;
    for format in ["md", "csv"] {
        let (name, content) = tab.saved(tab.click(&format!("#_room .room-tools [data-export='{format}']"))).await?;
        assert!(String::from_utf8_lossy(&content).contains("noted on a disk"), "{name}");
    }
    let notes = room::saved(tab).await?;
    assert_eq!(notes.iter().count(), 1);
    let other = room::note(QUESTIONS[0], "another", "Table 2", "of another table");
    room::look_at(tab, &[scratch.file("table.json", room::file(&[other]))?]).await?;
    room::merge(tab).await?;
    room::keeps(tab, 2).await?;
    is_alone(tab).await
}

async fn from_a_disk_the_questions_are_presented_and_printed(tab: &Tab) -> Outcome {
    let (_scratch, site) = saved()?;
    present(tab, &site, "en/", 1).await?;
    tab.press('q').await?;
    tab.until("probe.one('.presenter-code svg')").await?;
    assert!(tab.get::<bool>("probe.visible(probe.one('[data-here]'))").await?, "the code leads nowhere from elsewhere");
    // By its link, too.
    tab.open(&site, &format!("en/?present=1#{}", QUESTIONS[2])).await?;
    super::presenter::shows(tab, 2).await?;
    tab.press(thirtyfour::Key::Escape).await?;
    tab.until("!probe.one('[data-presenter-view]')").await?;
    tab.run("window.print = () => { window.printing = document.documentElement.dataset.printing; }").await?;
    tab.click("[data-handout='questions']").await?;
    tab.until_is("window.printing", "handout".to_owned()).await?;
    let questions: Vec<String> =
        tab.get("probe.all('article[data-question] h3').map(part => part.textContent)").await?;
    // WebKit's driver does not print.
    if tab.engine() != Engine::WebKit {
        let text = bare(&pages(print(tab).await?, &["-raw"])?.concat());
        assert!(questions.len() == 3 && questions.iter().all(|question| text.contains(&bare(question))), "{text}");
    }
    is_alone(tab).await
}

async fn from_a_disk_another_timeline_is_not_looked_for(tab: &Tab) -> Outcome {
    let (_scratch, site) = saved()?;
    tab.open(&site, "fr/?timeline=other.json").await?;
    let (articles, shown): (usize, String) = tab
        .call("() => [probe.all('article[data-lane]').length, probe.one('[data-frieze]').dataset.timeline]", json!([]))
        .await?;
    assert!(articles > 60 && shown.ends_with("bundle/fr.json"), "its own: {shown}");
    is_alone(tab).await
}

async fn from_a_disk_a_page_that_was_changed_shows_the_text_and_the_line(tab: &Tab) -> Outcome {
    let (scratch, site) = saved()?;
    let file = scratch.path().join("from a mail/fr.html");
    let page = fs::read_to_string(&file)?;
    // The loader, and the program's start: neither is what the policy names any more.
    for (what, with) in [("console.error(", "console.log("), ("self.programs", "self.program")] {
        let changed = page.replacen(what, with, 1);
        assert_ne!(changed, page);
        fs::write(&file, changed)?;
        tab.open_bare(&site, "fr/").await?;
        tab.until("probe.visible(probe.one('[data-failed]'))").await?;
        super::without::is_text_alone(tab, what).await?;
    }
    tab.log().await.map(|_| ())
}
