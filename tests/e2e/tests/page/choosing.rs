//! Choosing an entry, and addresses that name one.

use e2e::{Failure, NARROW, Outcome, Site, Tab, WIDE, tests};
use serde_json::{Value, json};
use thirtyfour::Key;

tests![
    part;
    a_click_on_the_frieze_opens_the_article_and_back_returns,
    an_address_that_names_an_entry_shows_it,
    every_part_and_question_of_the_address_is_shown,
    an_unknown_fragment_is_named,
    reading_on_moves_the_current_mark_and_nothing_else,
    what_is_read_stays_in_view_with_its_label,
    a_choice_stays_current_until_the_reader_moves_by_any_means,
    one_thing_is_current_at_a_time_in_a_cluster_too,
    the_year_stays_in_sight_beside_its_articles,
    what_a_question_rests_on_is_in_order_of_time,
    the_way_back_to_the_frieze_leads_to_the_mark: but(WebKit, "not settled: its driver calls the button below the article not interactable"),
];

/// The heading has focus, in view and under nothing, below what sticks at the top.
pub async fn is_read(tab: &Tab, id: &str) -> Outcome {
    tab.until_is("document.activeElement.id", format!("_title-{id}")).await?;
    tab.settle().await?;
    let (uncovered, over, top, sticky): (bool, String, f64, f64) = tab
        .get(
            "(heading => [probe.uncovered(heading), probe.name(probe.hit(heading)), heading.getBoundingClientRect().top,
                probe.one('.frieze').getBoundingClientRect().bottom])(document.activeElement)",
        )
        .await?;
    assert!(uncovered, "the heading of {id} is under {over}");
    assert!(top >= sticky, "the heading of {id} begins at {top}, what sticks ends at {sticky}");
    Ok(())
}

async fn a_click_on_the_frieze_opens_the_article_and_back_returns(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    let ids: Vec<String> =
        tab.get("probe.all('a[data-entry]').filter((_, at) => at % 6 === 4).map(link => link.dataset.entry)").await?;
    assert!(ids.len() > 3, "{ids:?}");
    for id in ids {
        tab.run("scrollTo(0, 0)").await?;
        // Off the mark that has come under it: in Firefox and WebKit its tip shows, over those below. A driver that thinks
        // the mouse is there already moves nothing.
        for place in [(2.0, 2.0), (1.0, 1.0)] {
            tab.mouse("mouseMoved", place, json!({})).await?;
        }
        tab.settle().await?;
        tab.click(&format!("a[data-entry='{id}']")).await?;
        is_read(tab, &id).await?;
        assert_eq!(tab.get::<String>("location.hash").await?, format!("#{id}"));
        let current: Vec<String> =
            tab.get("probe.all('[data-frieze] [aria-current]').map(link => link.dataset.entry)").await?;
        assert_eq!(current, std::slice::from_ref(&id));
        tab.back().await?;
        tab.until_is("location.hash", String::new()).await?;
        // Back at its mark, and nothing is current but what is read: here nothing.
        tab.until_is("document.activeElement.dataset.entry ?? ''", id).await?;
        tab.until_is("probe.all('[data-frieze] [aria-current]').length", 0).await?;
    }
    Ok(())
}

async fn an_address_that_names_an_entry_shows_it(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [WIDE, (1280, 1000), NARROW] {
        tab.size(size).await?;
        for id in ["mieux-created", "event-2017-three-questions"] {
            tab.open(&site, &format!("fr/#{id}")).await?;
            is_read(tab, id).await?;
            assert_eq!(tab.get::<String>("location.hash").await?, format!("#{id}"), "{size:?}");
        }
    }
    Ok(())
}

async fn every_part_and_question_of_the_address_is_shown(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [WIDE, NARROW] {
        tab.size(size).await?;
        for (at, id) in ["conversation", "decade", "sources", "q2-role-of-capacity-development"].iter().enumerate() {
            if at == 0 {
                tab.open(&site, &format!("en/#{id}")).await?;
            } else {
                tab.run(&format!("location.hash = '{id}'")).await?;
            }
            tab.settle().await?;
            let heading = "probe.all('h2, h3', document.querySelector(location.hash)).find(probe.visible)";
            let (uncovered, over): (bool, String) = tab
                .get(&format!("(heading => [probe.uncovered(heading), probe.name(probe.hit(heading))])({heading})"))
                .await?;
            assert!(uncovered, "{size:?}: the heading of {id} is under {over}");
        }
    }
    Ok(())
}

async fn an_unknown_fragment_is_named(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    assert!(!tab.get::<bool>("!!probe.one('[data-problem]')").await?, "a problem where there is none");
    for page in ["fr/", "en/"] {
        tab.open(&site, &format!("{page}#never-was")).await?;
        let problem: String = tab.get("probe.one('[data-problem]').innerText").await?;
        assert!(problem.contains("never-was"), "{page}: {problem}");
    }
    tab.run("location.hash = 'mieux-created'").await?;
    tab.until("!probe.one('[data-problem]')").await?;
    is_read(tab, "mieux-created").await
}

/// A plain wheel in the middle of the chronicle, far down.
pub async fn scroll_on(tab: &Tab, by: i32) -> Outcome {
    let place: (f64, f64) = tab.get("[innerWidth / 2, innerHeight - 60]").await?;
    tab.mouse("mouseWheel", place, json!({ "deltaX": 0, "deltaY": by })).await
}

async fn reading_on_moves_the_current_mark_and_nothing_else(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [WIDE, NARROW] {
        tab.size(size).await?;
        tab.open(&site, "fr/").await?;
        let before: (usize, String) = tab.get("[history.length, probe.one('[data-live]').textContent]").await?;
        let mut seen = Vec::new();
        for _ in 0..6 {
            let top: f64 = tab.get("scrollY").await?;
            scroll_on(tab, 1200).await?;
            tab.until(&format!("scrollY >= {top} + 1100")).await?;
            tab.settle().await?;
            // Between two articles, or at a year's heading, the one before stays current.
            let read: Option<String> = tab
                .get(
                    "(bottom => probe.all('article[data-lane]').find(article => {
                        const { top, bottom: end } = article.getBoundingClientRect();
                        return top <= bottom + 40 && end >= bottom + 56;
                    })?.id)(Math.max(0, probe.one('.frieze').getBoundingClientRect().bottom))",
                )
                .await?;
            if let Some(read) = read {
                let current = "probe.one('[data-frieze] [aria-current]')?.dataset.entry";
                let is_clustered: bool =
                    tab.call("id => !document.querySelector(`a[data-entry='${id}']`)", json!([read])).await?;
                if !is_clustered {
                    tab.until_is(current, Some(read.clone())).await?;
                }
                seen.push(read);
            }
        }
        seen.dedup();
        assert!(seen.len() > 2, "{size:?}: {seen:?}");
        let after: (usize, String) = tab.get("[history.length, probe.one('[data-live]').textContent]").await?;
        assert_eq!(before, after, "{size:?}");
        assert_eq!(tab.get::<String>("location.search + location.hash").await?, "", "{size:?}");
    }
    Ok(())
}

async fn what_is_read_stays_in_view_with_its_label(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    // So high that all of the frieze stays at the top.
    tab.size((1280, 1000)).await?;
    tab.open(&site, "en/").await?;
    tab.run("probe.one('[data-frieze]').scrollIntoView({ block: 'center' })").await?;
    for _ in 0..4 {
        tab.click("[data-zoom='in']").await?;
        tab.settle().await?;
    }
    let mut seen = 0;
    for at in (20..60).step_by(4) {
        tab.run(&format!("probe.all('article[data-lane]')[{at}].scrollIntoView()")).await?;
        tab.mouse("mouseWheel", (640.0, 900.0), json!({ "deltaX": 0, "deltaY": 8 })).await?;
        tab.settle().await?;
        // The scroller stands still, and what follows from that has followed.
        tab.run("await new Promise(done => setTimeout(done, 300))").await?;
        let current: Option<(String, f64, f64)> = tab
            .get(
                "(mark => mark && [mark.dataset.entry, mark.querySelector('[data-label]').getBoundingClientRect().right,
                    probe.one('[data-frieze-scroller]').getBoundingClientRect().right])
                    (probe.one('[data-frieze] a[aria-current]:not([data-bare])'))",
            )
            .await?;
        if let Some((id, label, end)) = current {
            seen += 1;
            assert!(label <= end + 1.0, "the label of {id} ends at {label}, the window at {end}");
            let is_cut: bool = tab
                .get(
                    "(label => label.scrollWidth > label.clientWidth + 1)(probe.one('[data-frieze] a[aria-current] [data-label]'))",
                )
                .await?;
            // What stands next in its row may cut it, the window may not.
            assert!(!is_cut || label < end - 24.0, "the label of {id} is cut at the window's end");
        }
    }
    assert!(seen > 4, "{seen} marks were current");
    Ok(())
}

async fn the_year_stays_in_sight_beside_its_articles(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.size(WIDE).await?;
    tab.open(&site, "en/").await?;
    for id in ["event-2017-three-questions", "mieux-phase-two"] {
        tab.run(&format!("probe.one('article#{id}').scrollIntoView()")).await?;
        tab.settle().await?;
        let (year, top, is_uncovered): (String, f64, bool) = tab
            .get(&format!(
                "(year => [year.textContent, year.getBoundingClientRect().top, probe.uncovered(year)])
                    (probe.one('article#{id}').closest('.year').querySelector('h3'))"
            ))
            .await?;
        assert!((0.0..400.0).contains(&top) && is_uncovered, "{year} is at {top} while {id} is read");
    }
    Ok(())
}

async fn what_a_question_rests_on_is_in_order_of_time(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "en/").await?;
    let lists: Vec<Vec<String>> = tab
        .get(
            "probe.all('.question').map(question => probe.all('.entry-list a', question)
                .map(link => document.getElementById(link.hash.slice(1)).querySelector('time').dateTime.slice(0, 4)))",
        )
        .await?;
    assert_eq!(lists.len(), 3);
    for list in lists {
        assert!(list.len() > 2 && list.is_sorted(), "{list:?}");
    }
    Ok(())
}

async fn a_choice_stays_current_until_the_reader_moves_by_any_means(tab: &Tab) -> Outcome {
    const CHOSEN: &str = "mieux-phase-two";
    let site = Site::open()?;
    let current = "probe.one('[data-frieze] [aria-current]')?.dataset.entry";
    let moved = format!("{current} !== '{CHOSEN}'");
    for means in ["wheel", "scroll bar", "find in page", "Tab", "from the frieze"] {
        tab.open(&site, "fr/").await?;
        tab.click(&format!("a[data-entry='{CHOSEN}']")).await?;
        is_read(tab, CHOSEN).await?;
        if means == "from the frieze" {
            // The page has scrolled again, to where another article may be the first in view.
            tab.press(Key::Escape).await?;
            tab.until_is("document.activeElement.dataset.entry", Some(CHOSEN.to_owned())).await?;
        }
        // The page's own scroll has ended, and it was no reader's.
        tab.run("await probe.frames(20)").await?;
        assert_eq!(tab.get::<String>(current).await?, CHOSEN, "{means}");
        match means {
            "wheel" => scroll_on(tab, 1500).await?,
            // A script's scroll is as that of a scroll bar: the page hears no more of either.
            "scroll bar" => tab.run("scrollBy(0, 1500)").await?,
            "find in page" => tab.run("find(probe.one('#mieux-phase-three h4 ~ p').textContent.slice(0, 40))").await?,
            "Tab" => {
                for _ in 0..60 {
                    if tab.get(&moved).await? {
                        break;
                    }
                    tab.press(Key::Tab).await?;
                    tab.settle().await?;
                }
            }
            _ => tab.run("probe.one('#mieux-phase-three').scrollIntoView()").await?,
        }
        tab.until(&moved).await.map_err(|error| Failure::new(format!("{means}: {error:?}")))?;
    }
    Ok(())
}

/// Where an entry is reached on the frieze: its own link, or a cluster of its lane.
const REACHED: &str = "id => {
    const [only, ...more] = probe.all('[data-frieze] [aria-current]');
    const lane = probe.all('[data-lane-filter]').findIndex(filter => filter.dataset.laneFilter === document.getElementById(id).dataset.lane);
    const own = probe.all('[data-frieze] [role=group]')[lane].contains(only);
    const link = probe.all('a[data-entry]').find(link => link.dataset.entry === id);
    const isThere = link ? only === link : own && only.matches('[data-cluster]');
    return [!!only && !more.length && isThere, !link, probe.all('[data-frieze] [aria-current]').map(probe.name)];
}";

async fn one_thing_is_current_at_a_time_in_a_cluster_too(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.size((1920, 1080)).await?;
    tab.open(&site, "fr/").await?;
    let ids: Vec<String> = tab.get("probe.all('article[data-lane]').map(article => article.id)").await?;
    let (mut wrong, mut clustered) = (Vec::new(), 0);
    for id in ids.iter().step_by(2) {
        tab.call::<Value>("id => document.getElementById(id).scrollIntoView()", json!([id])).await?;
        tab.run("await probe.frames(3)").await?;
        let (holds, is_clustered, current): (bool, bool, Vec<String>) = tab.call(REACHED, json!([id])).await?;
        clustered += usize::from(is_clustered);
        if !holds {
            wrong.push(format!("reading {id}: {current:?}"));
        }
    }
    assert!(clustered > 3, "{clustered} of them are in clusters");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn the_way_back_to_the_frieze_leads_to_the_mark(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [WIDE, NARROW] {
        tab.size(size).await?;
        tab.open(&site, "fr/#mieux-phase-two").await?;
        is_read(tab, "mieux-phase-two").await?;
        tab.click("#mieux-phase-two [data-locate]").await?;
        tab.until_is("document.activeElement.dataset.entry", Some("mieux-phase-two".to_owned())).await?;
        tab.settle().await?;
        let (uncovered, over): (bool, String) =
            tab.get("[probe.uncovered(document.activeElement), probe.name(probe.hit(document.activeElement))]").await?;
        assert!(uncovered, "{size:?}: the mark is under {over}");
    }
    Ok(())
}
