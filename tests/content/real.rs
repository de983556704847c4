//! `content/`, as it is published: what must hold of it whatever its editors write. What it says, and how much of it
//! there is, is theirs.

use std::path::Path;

use frise::content::check::{Level, read};
use serde_json::Value;

/// Where it is.
fn real() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"))
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn it_has_no_errors() {
    let problems = read(real()).problems.into_iter().filter(|problem| problem.level == Level::Error);
    let errors: Vec<_> = problems.map(|problem| format!("content/{problem}")).collect();
    assert!(errors.is_empty(), "nothing can be published:\n{}", errors.join("\n"));
}

/// The three questions of 21 September 2017 in the words of the article: no edition puts them otherwise.
const ASKED: [(&str, &str); 3] = [
    ("q1-real-partnership", "Que peut-on considérer comme un partenariat réel\u{a0}?"),
    (
        "q2-role-of-capacity-development",
        "Quel rôle le développement des capacités joue-t-il au sein d’un partenariat\u{a0}?",
    ),
    ("q3-future", "Que réserve le futur pour le développement des capacités et pour les partenariats\u{a0}?"),
];

#[test]
fn what_was_asked_stays_word_for_word() {
    let file = real().join("text/fr/questions.json");
    // Another programme's page has other questions, or none.
    let questions = if file.is_file() { json(&file) } else { Value::Null };
    for (id, asked) in ASKED {
        if let Some(text) = questions["questions"][id]["text"].as_str() {
            assert_eq!(text, asked, "content/text/fr/questions.json, {id}: these are the article's own words");
        }
    }
}

#[test]
fn a_schema_that_a_file_names_is_there() {
    fn visit(folder: &Path, seen: &mut usize) {
        for path in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
            if path.is_dir() && !path.ends_with("schema") {
                visit(&path, seen);
            } else if path.extension().is_some_and(|kind| kind == "json")
                && let Some(schema) = json(&path)["$schema"].as_str()
            {
                assert!(folder.join(schema).is_file(), "{} names {schema}, which is not there", path.display());
                *seen += 1;
            }
        }
    }
    let mut seen = 0;
    visit(real(), &mut seen);
    assert!(seen > 0, "no file names one");
}
