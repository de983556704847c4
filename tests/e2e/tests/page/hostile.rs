//! Texts that would like to be more than texts, everywhere the page puts a text: as another timeline, in the
//! presenter, the handout, the synthesis, files and on paper. `tests/render` has the page as it is written.

use e2e::{Extra, Outcome, Site, Tab, settings, tests};
use serde_json::{Value, json};

use super::pdf::{bare, pages, print};
use super::presenter::{QUESTIONS, panel};
use super::room::{self, FIELDS};

tests![
    another_timeline_shows_markup_as_text: but(WebKit, "its driver does not print"),
    another_timeline_whose_addresses_run_something_is_refused,
    hostile_questions_are_presented_as_text,
    hostile_questions_leave_as_text_in_files_and_on_paper: but(WebKit, "its driver does not print"),
];

/// As it is shown.
const TEXT: &str = "<img src=x onerror=\"taken=1\"><svg onload=taken=1><script>taken=1</script>&lt;{n}{title}";
/// As a page has it that shows it.
const ESCAPED: &str = "&lt;img src=x onerror=&quot;taken=1&quot;&gt;&lt;svg onload=taken=1&gt;&lt;script&gt;taken=1&lt;/script&gt;\
                       &amp;lt;{n}{title}";
/// What is an id, a date or another name in a bundle.
const NAMES: [&str; 18] = [
    "$schema",
    "article",
    "date",
    "dir",
    "entries",
    "entry",
    "hue",
    "id",
    "lane",
    "lang",
    "parent",
    "published_in",
    "regions",
    "shape",
    "source",
    "status",
    "tag",
    "url",
];

/// Nothing has run, not even what the policy would have stopped, and no element came of a text.
async fn is_calm(tab: &Tab, what: &str) -> Outcome {
    tab.settle().await?;
    let (taken, refused, made): (bool, Vec<String>, Vec<String>) = tab
        .get(
            "['taken' in window, probe.refused,
            probe.all('img, body script:not([type=\"text/plain\"]), svg[onload], [onerror], [href^=\"javascript\" i]')
                .map(probe.name)]",
        )
        .await?;
    assert!(!taken && refused.is_empty() && made.is_empty(), "{what}: {taken} {refused:#?} {made:#?}");
    Ok(())
}

/// Puts the text before every text of a bundle, with a number; counts them.
fn spoil(value: &mut Value, field: &str, count: &mut usize) {
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| spoil(value, name, count)),
        Value::Array(items) => {
            // Another language's text has its tag before it.
            let is_foreign = matches!(items.as_slice(), [Value::String(tag), Value::String(_)] if tag.len() == 2);
            items.iter_mut().skip(usize::from(is_foreign)).for_each(|item| spoil(item, field, count));
        }
        Value::String(text) if !NAMES.contains(&field) => {
            *text = format!("⟦{count}⟧{TEXT} {text}");
            *count += 1;
        }
        _ => {}
    }
}

/// The number that a text got.
fn number(text: &Value) -> Option<usize> {
    text.as_str()?.strip_prefix('⟦')?.split_once('⟧')?.0.parse().ok()
}

fn bundle() -> Outcome<Value> {
    Ok(serde_json::from_slice(&std::fs::read(settings::dist().join("bundle/fr.json"))?)?)
}

async fn another_timeline_shows_markup_as_text(tab: &Tab) -> Outcome {
    let (mut bundle, mut count) = (bundle()?, 0);
    let entries = bundle["entries"].as_array().map_or(0, Vec::len);
    spoil(&mut bundle, "", &mut count);
    assert!(count > 500, "{count} texts");
    let site = Site::with_files(vec![Extra::file("own/hostile.json", bundle.to_string())])?;
    tab.open(&site, "fr/?timeline=../own/hostile.json").await?;
    tab.until_is("Number(probe.one('[data-frieze]').dataset.total)", entries).await?;
    is_calm(tab, "as it is shown").await?;
    let missing: Vec<usize> = tab
        .call(
            "(text, count) => {
                const said = [document.title, document.body.textContent,
                    ...probe.all('*').flatMap(part => [...part.attributes].map(({ value }) => value))].join('\\n');
                return [...Array(count).keys()].filter(at => !said.includes(`⟦${at}⟧${text}`));
            }",
            json!([TEXT, count]),
        )
        .await?;
    // A chair's part is in the bundle alone; a short title on the frieze, where there is room.
    let numbers = |items: &Value, field: &str| -> Vec<usize> {
        items.as_array().into_iter().flatten().filter_map(|item| number(&item[field])).collect()
    };
    let (parts, short) = (numbers(&bundle["conversation"]["chairs"], "part"), numbers(&bundle["entries"], "short"));
    assert!(!parts.is_empty() && parts.iter().all(|part| missing.contains(part)), "no chair has a part: {missing:?}");
    let lost: Vec<_> = missing.iter().filter(|at| !parts.contains(at) && !short.contains(at)).collect();
    assert!(lost.is_empty(), "{lost:?} of {count}");
    assert!(short.iter().any(|at| !missing.contains(at)), "no short title is on the frieze");
    // What only a running page writes: a tip, a list of a cluster's entries, filters, what is found.
    tab.type_into("[data-search]", "onerror").await?;
    tab.until("location.search.includes('q=onerror')").await?;
    tab.focus("a[data-entry]").await?;
    is_calm(tab, "with focus on a mark").await?;
    if tab.get::<bool>("!!probe.one('[data-cluster]')").await? {
        tab.run("probe.one('[data-cluster]').click()").await?;
    }
    is_calm(tab, "with a cluster").await?;
    tab.click("[data-lane-filter]").await?;
    is_calm(tab, "filtered").await?;
    assert!(bare(&pages(print(tab).await?, &["-raw"])?.concat()).contains(&bare(TEXT)), "on paper");
    is_calm(tab, "on paper").await
}

async fn another_timeline_whose_addresses_run_something_is_refused(tab: &Tab) -> Outcome {
    let file = |address: &str, is_source: bool| -> Outcome<String> {
        let mut bundle = bundle()?;
        let place =
            if is_source { &mut bundle["sources"][0]["url"] } else { &mut bundle["site"]["languages"][0]["tag"] };
        *place = json!(address);
        Ok(bundle.to_string())
    };
    let site = Site::with_files(vec![
        Extra::file("own/0.json", file("javascript:taken=1", true)?),
        Extra::file("own/1.json", file("java\tscript:taken=1", true)?),
        Extra::file("own/2.json", file("javascript:taken=1//", false)?),
    ])?;
    for (number, place) in [(0, "url"), (1, "url"), (2, "tag")] {
        // At the top, where the way to a language's folder has nothing before it.
        tab.open(&site, &format!("?timeline=own/{number}.json")).await?;
        tab.until("probe.one('[data-problem]')").await?;
        let problem: String = tab.get("probe.one('[data-problem] p').innerText").await?;
        assert!(problem.contains(place), "{number}: {problem}");
        is_calm(tab, place).await?;
    }
    Ok(())
}

/// The page with the text after every question, prompt, paragraph and name, and after its title.
fn spoiled(page: String) -> String {
    let (head, body) = page.split_once("<body").unwrap_or((&page, ""));
    let mut body = body.to_owned();
    for end in ["</h1>", "</h3>", "</li>", "</p>", "</strong>"] {
        body = body.replace(end, &format!(" {ESCAPED}{end}"));
    }
    format!("{head}<body{body}")
}

async fn hostile_questions_are_presented_as_text(tab: &Tab) -> Outcome {
    let site = Site::rewritten(spoiled)?;
    room::open(tab, &site, "fr/").await?;
    is_calm(tab, "the page").await?;
    tab.click(&format!("#{} [data-presenter]", QUESTIONS[0])).await?;
    tab.until("probe.one('[data-presenter-view] h2')").await?;
    let shown: String = tab.get("probe.one('[data-presenter-view] h2').textContent").await?;
    assert!(shown.contains(TEXT), "{shown}");
    is_calm(tab, "presented").await?;
    for (key, name) in [('e', "evidence"), ('s', "stressed"), ('p', "prompts")] {
        tab.press(key).await?;
        assert_eq!(panel(tab).await?.as_deref(), Some(name));
        let shown: String = tab.get("probe.one('.presenter-panel').textContent").await?;
        assert!(shown.contains(TEXT), "{name}: {shown}");
        is_calm(tab, name).await?;
        tab.press(key).await?;
    }
    for key in ['t', 'q', '?', 'b', 'b'] {
        tab.press(key).await?;
        is_calm(tab, &format!("presented, {key}")).await?;
    }
    Ok(())
}

async fn hostile_questions_leave_as_text_in_files_and_on_paper(tab: &Tab) -> Outcome {
    let site = Site::rewritten(spoiled)?;
    room::open(tab, &site, "fr/").await?;
    tab.run("window.print = () => { window.printing = document.documentElement.dataset.printing ?? 'page'; }").await?;
    room::write(tab, &format!("[data-question='{}'] [data-label]", room::QUESTIONS[0]), "=1+1<b>Table</b>").await?;
    room::write(tab, FIELDS, "said <i>here</i>").await?;
    room::keeps_text(tab, "said <i>here</i>").await?;
    tab.until("probe.one('[data-synthesis] li')").await?;
    let shown: String = tab.get("probe.one('[data-synthesis]').textContent").await?;
    assert!(shown.contains(TEXT) && shown.contains("<b>Table</b>") && shown.contains("<i>here</i>"), "{shown}");
    is_calm(tab, "synthesis").await?;
    for format in ["json", "md", "csv"] {
        let (_, content) = tab.saved(tab.click(&format!("#_room .room-tools [data-export='{format}']"))).await?;
        let content = String::from_utf8_lossy(&content).into_owned();
        match format {
            "md" => {
                let bare = content.replace("\\<", "").replacen("<http", "", 1);
                assert!(content.contains("\\<img") && !bare.contains('<'), "{content}");
            }
            "csv" => {
                let title = TEXT.replace('"', "\"\"");
                assert!(content.contains(&title) && content.contains("\"'=1+1<b>Table</b>\""), "{content}");
            }
            _ => assert!(content.contains("said <i>here</i>"), "{content}"),
        }
    }
    for (button, what) in
        [("[data-handout='questions']", "handout"), ("[data-print-synthesis]", "synthesis"), ("[data-print]", "page")]
    {
        tab.run("delete window.printing").await?;
        tab.click(button).await?;
        tab.until("window.printing").await?;
        is_calm(tab, what).await?;
        let text = bare(&pages(print(tab).await?, &["-raw"])?.concat());
        assert!(text.contains(&bare(TEXT)), "{what} on paper: {text}");
        tab.run("dispatchEvent(new Event('afterprint'))").await?;
    }
    is_calm(tab, "after printing").await
}
