//! The tools as they are seen, heard and printed.

use e2e::axe::{self, Extent};
use e2e::{NARROW, Outcome, Scratch, Site, Tab, WIDE, tests};

use crate::accessible::{calm, dress};

use super::{FIELDS, QUESTIONS, file, keeps, look_at, merge, note, open, write};

tests![
    no_rule_is_broken_by_the_tools,
    nothing_is_wider_than_the_window,
    the_synthesis_is_ordered_as_wished,
    on_paper_notes_are_whole: but(WebKit, "its driver emulates no medium"),
    on_paper_the_synthesis_stands_alone: but(WebKit, "its driver emulates no medium"),
    a_first_visit_does_not_fetch_the_tools,
];

const SMALL: (u32, u32) = (320, 640);

/// Notes of two tables, one of them written apart, and a file waiting to be merged.
async fn in_use(tab: &Tab, site: &Site, page: &str) -> Outcome {
    let scratch = Scratch::new()?;
    open(tab, site, page).await?;
    let notes = [
        note(QUESTIONS[0], "a", "Table 1", "Qui fixe l’objectif ?"),
        note(QUESTIONS[0], "b", "Table 2", "Une note\nsur deux lignes"),
        note(QUESTIONS[2], "c", "", "Sans nom"),
    ];
    look_at(tab, &[scratch.file("tables.json", file(&notes))?]).await?;
    merge(tab).await?;
    keeps(tab, 3).await?;
    tab.until("probe.one('[data-synthesis] li')").await?;
    let more = scratch.file("more.json", file(&[note(QUESTIONS[1], "d", "Table 1", "x")]))?;
    look_at(tab, &[more, scratch.file("broken.json", "{")?]).await
}

async fn no_rule_is_broken_by_the_tools(tab: &Tab) -> Outcome {
    let mut all = Vec::new();
    for (size, page, scheme) in [(WIDE, "en/", "dark"), (NARROW, "fr/", "light"), (SMALL, "fr/", "dark")] {
        let site = Site::open()?;
        tab.size(size).await?;
        calm(tab, scheme).await?;
        in_use(tab, &site, page).await?;
        dress(tab, scheme).await?;
        for act in [None, Some("[data-delete-all]")] {
            tab.run("probe.one('#_room-title').scrollIntoView()").await?;
            if let Some(act) = act {
                tab.click(act).await?;
            }
            tab.settle().await?;
            let found = axe::violations(tab, Extent::Near).await?;
            all.extend(found.into_iter().map(|found| format!("{found}\n    {act:?}, {} px, {scheme}", size.0)));
        }
        tab.click("[data-delete-no]").await?;
        let small: Vec<String> = tab.get("probe.small('#conversation')").await?;
        all.extend(small);
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    Ok(())
}

async fn nothing_is_wider_than_the_window(tab: &Tab) -> Outcome {
    for width in [1280, 768, 390, 320] {
        let site = Site::open()?;
        tab.size((width, 800)).await?;
        in_use(tab, &site, "fr/").await?;
        let wide: Vec<String> = tab
            .get("probe.all('#conversation *').filter(part => probe.visible(part) && !part.closest('.synthesis-counts, .visually-hidden')
                && part.getBoundingClientRect().right > innerWidth + 1).map(probe.name)")
            .await?;
        assert!(wide.is_empty(), "at {width} px: {wide:#?}");
        assert!(tab.get::<bool>("document.documentElement.scrollWidth <= innerWidth").await?, "{width} px");
    }
    Ok(())
}

async fn the_synthesis_is_ordered_as_wished(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    in_use(tab, &site, "fr/").await?;
    let headings = "probe.all('[data-synthesis] :is(h5, h6)').map(heading => heading.textContent.slice(0, 8))";
    assert_eq!(tab.get::<Vec<String>>(headings).await?, ["1. Que p", "Table 1", "Table 2", "3. Que r", "Sans nom"]);
    for (order, expected) in [
        ("time", vec!["1. Que p", "3. Que r"]),
        ("room", vec!["Table 1", "1. Que p", "Table 2", "1. Que p", "Sans nom", "3. Que r"]),
    ] {
        tab.run(&format!(
            "const order = probe.one('[data-synthesis-order]'); order.value = '{order}';
             order.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ))
        .await?;
        assert_eq!(tab.get::<Vec<String>>(headings).await?, expected, "{order}");
        assert_eq!(tab.get::<String>("document.activeElement.value").await?, order, "focus stays");
    }
    Ok(())
}

async fn on_paper_notes_are_whole(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "fr/").await?;
    let long = "Une ligne de la note. ".repeat(120);
    write(tab, FIELDS, long.trim()).await?;
    tab.run("dispatchEvent(new Event('beforeprint'))").await?;
    tab.media("print", &[]).await?;
    tab.settle().await?;
    let (printed, shown): (String, usize) = tab
        .get("[probe.all('.note-printed').filter(probe.visible).map(note => note.textContent).join('|'), probe.all('textarea').filter(probe.visible).length]")
        .await?;
    assert_eq!(printed, long.trim());
    assert_eq!(shown, 0, "fields are on paper");
    Ok(())
}

async fn on_paper_the_synthesis_stands_alone(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    in_use(tab, &site, "fr/").await?;
    tab.run("window.print = () => { window.printed = document.documentElement.dataset.printing; }").await?;
    tab.click("[data-print-synthesis]").await?;
    tab.until_is("window.printed ?? ''", "synthesis".to_owned()).await?;
    tab.media("print", &[]).await?;
    tab.settle().await?;
    let shown: String = tab.get("document.body.innerText").await?;
    for (text, is_there) in [
        ("Synthèse", true),
        ("Qui fixe l’objectif ?", true),
        ("Que réserve le futur", true),
        ("Création de MIEUX", false),
        ("Sources et méthode", false),
        ("Ce que les participants ont souligné", false),
    ] {
        assert_eq!(shown.contains(text), is_there, "{text}");
    }
    tab.run("dispatchEvent(new Event('afterprint'))").await?;
    tab.until("!document.documentElement.dataset.printing").await
}

async fn a_first_visit_does_not_fetch_the_tools(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    tab.settle().await?;
    let asked = |site: &Site| site.requests().iter().filter(|request| request.path.contains("room")).count();
    assert_eq!(asked(&site), 0);
    tab.run("probe.one('#conversation').scrollIntoView()").await?;
    super::ready(tab).await?;
    assert_eq!(asked(&site), 3, "glue, WebAssembly, style sheet: once each");
    Ok(())
}
