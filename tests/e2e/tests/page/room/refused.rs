//! Files that are no notes of this page: refused with the reason, and nothing changes.

use e2e::{Outcome, Scratch, Site, Tab, tests};
use frise::notes::LARGEST_FILE;

use super::{FIELDS, QUESTIONS, file, keeps, kept, look_at, note, open, write};

tests![a_file_that_is_no_notes_is_refused_and_nothing_changes, a_good_file_comes_in_beside_a_broken_one];

/// A PNG of one pixel.
const IMAGE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

async fn a_file_that_is_no_notes_is_refused_and_nothing_changes(tab: &Tab) -> Outcome {
    let (site, scratch) = (Site::open()?, Scratch::new()?);
    open(tab, &site, "en/").await?;
    write(tab, FIELDS, "mine").await?;
    keeps(tab, 1).await?;
    let before = kept(tab).await?;
    let good = file(&[note(QUESTIONS[0], "a", "Table 1", "x")]);
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("image.json", IMAGE.to_vec(), "it is not text"),
        ("truncated.json", good.as_bytes()[..good.len() / 2].to_vec(), "ends in the middle"),
        ("empty.json", Vec::new(), "ends in the middle"),
        ("words.json", b"Dear all,".to_vec(), "not JSON from line 1, column 1 on"),
        ("other.json", b"{\"version\": 1, \"entries\": []}".to_vec(), "not a file of notes"),
        ("list.json", b"[]".to_vec(), "not a file of notes"),
        (
            "newer.json",
            good.replace("\"version\": 1", "\"version\": 2").into_bytes(),
            "newer version of the page (format 2)",
        ),
        ("changed.json", good.replace("\"x\"", "\"y\"").into_bytes(), "does not fit its hash"),
        ("elsewhere.json", file(&[note("q-of-another-page", "a", "", "x")]).into_bytes(), "other questions"),
        ("large.json", vec![b' '; LARGEST_FILE + 1], "more than 64 MB"),
    ];
    for (name, content, reason) in cases {
        look_at(tab, &[scratch.file(name, content)?]).await?;
        let said: String = tab.get("probe.one('.incoming [data-problem]')?.textContent ?? 'taken'").await?;
        assert!(said.starts_with(name) && said.contains("refused") && said.contains(reason), "{name}: {said}");
        assert!(!tab.get::<bool>("!!probe.one('[data-merge]')").await?, "{name} could be merged");
        assert_eq!(kept(tab).await?, before, "{name} has changed what is kept");
    }
    Ok(())
}

async fn a_good_file_comes_in_beside_a_broken_one(tab: &Tab) -> Outcome {
    let (site, scratch) = (Site::open()?, Scratch::new()?);
    open(tab, &site, "en/").await?;
    let good = scratch.file("good.json", file(&[note(QUESTIONS[0], "a", "Table 1", "x")]))?;
    look_at(tab, &[scratch.file("image.png", IMAGE)?, good]).await?;
    super::merge(tab).await?;
    keeps(tab, 1).await?;
    super::hold(tab, &["x"]).await
}
