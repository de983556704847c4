//! The handout: questions on A4 with room to write, alone or with the chronicle.

use e2e::{Outcome, Site, Tab, tests};
use serde_json::json;

use super::pdf::{bare, pages, print, without_addresses};

tests![
    the_handout_has_every_question_whole_on_a_page_of_its_own: but(Firefox, "the page fails here: room to write under the longest question goes on to another page, and pages have no numbers") but(WebKit, "its driver does not print"),
    the_handout_with_the_chronicle_has_every_title: but(Firefox, "the page fails here: room to write under the longest question goes on to another page, and pages have no numbers") but(WebKit, "its driver does not print"),
    the_handout_leaves_room_to_write: but(WebKit, "its driver emulates no medium"),
    after_the_handout_the_page_is_as_it_was: but(WebKit, "its driver does not print"),
];

/// What each question has.
const QUESTIONS: &str = "probe.all('article[data-question]').map(question => [question.querySelector('h3'),
    ...question.querySelectorAll('.provenance p, .stressed li, .entry-list a, .prompts li')]
        .map(part => part.textContent))";

/// The page at its questions, with the conversation's tools, and a dialog that only says that it was opened.
async fn open(tab: &Tab, site: &Site, path: &str) -> Outcome {
    tab.open(site, path).await?;
    tab.run("probe.one('#conversation').scrollIntoView()").await?;
    tab.until_is("document.documentElement.dataset.room", "ready".to_owned()).await?;
    tab.run("window.print = () => { window.printing = document.documentElement.dataset.printing; }").await
}

/// Asks for the handout by its button, wherever the page is, and waits for the dialog.
async fn ask(tab: &Tab, what: &str) -> Outcome {
    let click = "what => { probe.one(`[data-handout='${what}']`).click(); }";
    tab.call::<serde_json::Value>(click, json!([what])).await?;
    tab.until_is("window.printing", "handout".to_owned()).await
}

async fn the_handout_has_every_question_whole_on_a_page_of_its_own(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for lang in ["fr", "en"] {
        open(tab, &site, &format!("{lang}/")).await?;
        let questions: Vec<Vec<String>> = tab.get(QUESTIONS).await?;
        assert!(questions.len() == 3 && questions.iter().all(|parts| parts.len() > 8), "{questions:#?}");
        let ends: Vec<String> = tab
            .get("probe.all('.overture h1, .notice, .event dt, .event dd p, .event strong').map(part => part.textContent)")
            .await?;
        let article: String = tab.get("probe.one('.event .named a').href").await?;
        ask(tab, "questions").await?;
        let pages = pages(print(tab).await?, &["-raw"])?;
        assert_eq!(pages.len(), questions.len() + 1, "{lang}: a page for each question, and one for sources");
        for ((page, parts), n) in pages.iter().zip(&questions).zip(1..) {
            let text = bare(&without_addresses(page));
            let missing: Vec<_> = parts.iter().filter(|part| !text.contains(&bare(part))).collect();
            assert!(missing.is_empty(), "{lang} {n}: {missing:#?} in {page}");
        }
        for (page, n) in pages.iter().zip(1..) {
            assert!(page.contains(&format!("{n} / {}", pages.len())), "{lang}: no page number in {page}");
        }
        let last = bare(&pages[questions.len()]);
        let missing: Vec<_> = ends.iter().filter(|part| !last.contains(&bare(part))).collect();
        assert!(missing.is_empty(), "{lang}: {missing:#?} in {}", pages[questions.len()]);
        for address in [article, site.url(&format!("{lang}/"))] {
            assert!(last.contains(&bare(&address)), "{lang}: {address} in {}", pages[questions.len()]);
        }
        assert!(!tab.get::<bool>("document.documentElement.hasAttribute('data-printing')").await?);
    }
    Ok(())
}

async fn the_handout_with_the_chronicle_has_every_title(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "fr/").await?;
    let parts: Vec<Vec<String>> = tab.get(QUESTIONS).await?;
    let titles: Vec<String> = tab.get("probe.all('article[data-lane] h4[id]').map(title => title.textContent)").await?;
    assert!(titles.len() > 60);
    ask(tab, "chronicle").await?;
    let pages = pages(print(tab).await?, &["-raw"])?;
    assert!(pages.len() > parts.len() + 3, "{} pages", pages.len());
    for (page, parts) in pages.iter().zip(&parts) {
        let text = bare(&without_addresses(page));
        let missing: Vec<_> = parts.iter().filter(|part| !text.contains(&bare(part))).collect();
        assert!(missing.is_empty(), "{missing:#?} in {page}");
    }
    let behind = bare(&pages[parts.len() + 1..].concat());
    let missing: Vec<_> = titles.iter().filter(|title| !behind.contains(&bare(title))).collect();
    assert!(missing.is_empty(), "{missing:#?}");
    let all = bare(&pages.concat());
    let prompts: Vec<String> =
        tab.get("probe.all('article[data-question] .prompts li').map(li => li.textContent)").await?;
    for prompt in prompts {
        assert_eq!(all.matches(&bare(&prompt)).count(), 1, "the page's own questions are not printed: “{prompt}”");
    }
    let unnumbered: Vec<_> =
        pages.iter().zip(1..).filter(|(page, n)| !page.contains(&format!("{n} / {}", pages.len()))).collect();
    assert!(unnumbered.is_empty(), "{unnumbered:#?}");
    Ok(())
}

async fn the_handout_leaves_room_to_write(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    // As wide as A4 between its margins: 174 mm.
    tab.size((658, 1000)).await?;
    for lang in ["fr", "en"] {
        open(tab, &site, &format!("{lang}/")).await?;
        ask(tab, "questions").await?;
        tab.media("print", &[]).await?;
        tab.settle().await?;
        let measure =
            "probe.all('.sheet').map(sheet => [sheet, ...sheet.querySelectorAll('.sheet-lines, .sheet-table')]
            .map(part => part.getBoundingClientRect().height / 96 * 25.4))";
        let sheets: Vec<Vec<f64>> = tab.get(measure).await?;
        assert_eq!(sheets.iter().map(Vec::len).collect::<Vec<_>>(), [3, 3, 3, 1]);
        for sheet in &sheets {
            assert!(sheet[0] < 269.1, "{lang}: higher than a page: {sheets:?}");
            // Eight lines of 9 mm.
            assert!(sheet.get(2).is_none_or(|lines| *lines > 71.9), "{lang}: {sheets:?}");
        }
        tab.media("", &[]).await?;
    }
    Ok(())
}

async fn after_the_handout_the_page_is_as_it_was(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "fr/?lane=event").await?;
    let page = "document.documentElement.outerHTML";
    // Printing itself gives the frieze another width for a while.
    let ordinary = pages(print(tab).await?, &["-layout"])?;
    tab.settle().await?;
    let before: String = tab.get(page).await?;
    for what in ["questions", "chronicle"] {
        ask(tab, what).await?;
        assert!(!tab.get::<bool>("probe.visible(probe.one('#_handout'))").await?, "nothing of it on the screen");
        // Asked for twice: there is one.
        ask(tab, what).await?;
        assert_eq!(tab.get::<usize>("probe.all('#_handout').length").await?, 1);
        tab.run("window.dispatchEvent(new Event('afterprint'))").await?;
        assert!(tab.get::<String>(page).await? == before, "{what}: the page has changed");
        assert_eq!(pages(print(tab).await?, &["-layout"])?, ordinary, "{what}");
        tab.settle().await?;
        tab.run("window.printing = undefined").await?;
    }
    Ok(())
}
