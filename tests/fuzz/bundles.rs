//! Bundles: read at once and in pieces, against another reader, and made a timeline whose indices all hold.

use frise::content::{Assembly, Bundle, Reading, SearchIndex};
use serde_json::Value;

/// Reads a bundle; an error is why it was refused.
pub fn read(text: &str) -> Result<Bundle, String> {
    let whole = Bundle::from_json(text).map_err(|error| error.to_string());
    let mut pieces = Reading::new(text.to_owned());
    let mut before = 0.0;
    while pieces.step(1 + text.len() % 7) {
        assert!(pieces.progress() >= before && pieces.progress() <= 1.0, "{before}");
        before = pieces.progress();
    }
    match (whole, pieces.finish()) {
        (Ok(bundle), Ok(pieces)) => {
            let written = serde_json::to_string(&bundle).unwrap();
            assert_eq!(serde_json::to_string(&pieces).unwrap(), written, "in pieces it is another");
            let again = Bundle::from_json(&written).unwrap();
            assert_eq!(serde_json::to_string(&again).unwrap(), written, "it is not read as it was written");
            // Another reader keeps the last field of a name; so does ours.
            if let Ok(value) = serde_json::from_str::<Value>(text) {
                let other = Bundle::from_json(&value.to_string()).unwrap();
                assert_eq!(serde_json::to_string(&other).unwrap(), written, "another field of one name counts");
            }
            Ok(bundle)
        }
        (Err(error), Err(pieces)) => {
            assert_eq!(error, pieces.to_string());
            Err(error)
        }
        (whole, _) => panic!("in pieces it is read differently, at once: {:?}", whole.err()),
    }
}

/// Makes a timeline of it, in pieces; an error is why that cannot be.
pub fn assemble(mut bundle: Bundle) -> Result<(), String> {
    if bundle.entries.len() % 2 == 1 {
        bundle.mark_language();
    }
    let count = bundle.entries.len();
    let mut assembly = Assembly::new(bundle).map_err(|error| error.to_string())?;
    while assembly.step(3) {}
    let timeline = assembly.finish().map_err(|error| error.to_string())?;
    let (entries, sources, questions) = (timeline.entries.len(), timeline.sources.len(), timeline.questions.len());
    assert_eq!(entries, count, "no entry is lost");
    let all = |found: &[usize], n: usize| found.iter().all(|&at| at < n);
    for (at, entry) in timeline.entries.iter().enumerate() {
        assert_eq!(timeline.find(&entry.id), Some(at));
        assert!(entry.lane < timeline.site.lanes.len() && all(&entry.regions, timeline.site.regions.len()));
        assert!(entry.citations.iter().all(|citation| citation.source < sources) && all(&entry.questions, questions));
        if let Some(parent) = entry.parent {
            assert!(parent < at && timeline.entries[parent].parent.is_none(), "a detail stands behind its entry");
        }
    }
    assert!(timeline.sources.iter().all(|source| all(&source.entries, entries)));
    assert!(timeline.eras.iter().all(|era| all(&era.entries, entries)));
    assert!(timeline.figures.iter().all(|figure| all(&figure.entries, entries)));
    for question in &timeline.questions {
        assert!(all(&question.entries, entries) && question.published_in.is_none_or(|source| source < sources));
    }
    SearchIndex::new(&timeline);
    Ok(())
}
