//! The page before Trunk: a strict content security policy holds, and nothing comes from elsewhere.

use crate::breach::{Breach, hold, lines};
use crate::files::{File, file};

/// The text with what stands between two marks blanked; lines stay where they are.
fn without(text: &str, open: &str, close: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(open) {
        let end = rest[at..].find(close).map_or(rest.len(), |end| at + end + close.len());
        out.push_str(&rest[..at]);
        out.extend(rest[at..end].chars().filter(|c| *c == '\n'));
        rest = &rest[end..];
    }
    out + rest
}

fn find(path: &str, text: &str, marks: &[&str], what: &str, remedy: &'static str) -> Vec<Breach> {
    let lines = text.lines().enumerate();
    let found =
        lines.flat_map(|(at, line)| marks.iter().filter(move |mark| line.contains(**mark)).map(move |mark| (at, mark)));
    found.map(|(at, mark)| Breach::new(path, at + 1, format!("`{mark}` {what}"), remedy)).collect()
}

/// Addresses that leave the page's own host.
const ELSEWHERE: &[&str] = &["://", "\"//", "'//", "=//", "`//"];
const OWN: &str = "keep a copy in the repository, or do without: the page asks nobody else";
const IN_FILE: &str = "move it to src/loader.js or into the program: the policy allows no inline script";

fn html(page: &File) -> Vec<Breach> {
    let text = without(&page.text, "<!--", "-->").to_lowercase();
    let mut found = find(&page.path, &text, ELSEWHERE, "leads elsewhere", OWN);
    found.extend(find(&page.path, &text, &["javascript:", "<style"], "is inline", IN_FILE));
    found.extend(find(&page.path, &text, &["preload"], "may fetch the WebAssembly twice", "leave it out"));
    for (at, _) in text.match_indices("<script") {
        let from = &text[at..];
        let (tag, behind) = from.split_once('>').unwrap_or((from, ""));
        if !tag.contains(" src=") || !behind.starts_with("</script>") {
            let line = text[..at].matches('\n').count() + 1;
            found.push(Breach::new(&page.path, line, "a script without a file", IN_FILE));
        }
    }
    for (at, line) in text.lines().enumerate() {
        // Attributes such as onclick.
        let handler = |word: &str| word.starts_with("on") && word.contains('=');
        if line.split_whitespace().any(handler) {
            found.push(Breach::new(&page.path, at + 1, "a handler in an attribute", IN_FILE));
        }
    }
    found
}

fn script(loader: &File) -> Vec<Breach> {
    let is_comment = |line: &&str| line.trim_start().starts_with("//");
    let text = loader.text.lines().map(|line| if is_comment(&line) { "" } else { line }).collect::<Vec<_>>().join("\n");
    let mut found = find(&loader.path, &text, ELSEWHERE, "leads elsewhere", OWN);
    let inline = ["eval(", "Function(", "innerHTML", "document.write", "javascript:", "createElement(\"script"];
    found.extend(find(&loader.path, &text, &inline, "makes script of text", IN_FILE));
    found
}

fn trunk(settings: &File) -> Vec<Breach> {
    let setting = |name: &str| {
        let line = settings.text.lines().position(|line| line.split('=').next().map(str::trim) == Some(name))?;
        Some((line + 1, settings.text.lines().nth(line)?.split_once('=')?.1.trim()))
    };
    let mut found = Vec::new();
    if setting("pattern_preload").map(|(_, value)| value) != Some("\"\"") {
        let line = setting("pattern_preload").map_or(1, |(line, _)| line);
        let what = "Trunk would preload: some browsers then fetch the WebAssembly twice";
        found.push(Breach::new(&settings.path, line, what, "set `pattern_preload = \"\"` under [build]"));
    }
    match setting("pattern_script") {
        Some((_, value)) if !value.contains("<script") && value.len() > 2 => {}
        other => {
            let line = other.map_or(1, |(line, _)| line);
            let what = "Trunk would write an inline script";
            found.push(Breach::new(
                &settings.path,
                line,
                what,
                "set `pattern_script` to the <meta> that src/loader.js reads",
            ));
        }
    }
    found
}

#[test]
fn the_page_has_no_inline_script_and_asks_nobody_else() {
    let mut found = html(&file("index.html"));
    found.extend(script(&file("src/loader.js")));
    found.extend(script(&file("src/offline.js")));
    found.extend(trunk(&file("Trunk.toml")));
    hold(&found);
}

fn text(text: &str) -> File {
    File { path: "x".to_owned(), text: text.to_owned() }
}

#[test]
fn what_the_policy_would_refuse_is_seen() {
    for wrong in [
        "<script>go()</script>",
        "<script src=\"a.js\">go()</script>",
        "<script type=module>import a</script>",
        "<SCRIPT>go()</SCRIPT>",
        "<p onclick=\"go()\">",
        "<a href=\"javascript:go()\">",
        "<style>p{}</style>",
        "<link href=\"https://example.org/a.css\">",
        "<img src=\"//example.org/a\">",
        "<link rel=\"preload\" href=\"a\">",
        "<link rel=modulepreload href=a>",
    ] {
        let found = html(&text(&format!("<!-- a\n https://example.org -->\n{wrong}")));
        assert_eq!(found.first().map(|breach| breach.line), Some(3), "{wrong}");
    }
    hold(&html(&text("<!-- <script>go()</script> --><script data-trunk src=\"src/loader.js\"></script>")));

    for wrong in ["fetch(\"https://example.org\")", "import('//example.org/a.js')", "eval(a)", "p.innerHTML = a"] {
        assert_eq!(lines(&script(&text(&format!("// https://example.org\n{wrong}")))), [2], "{wrong}");
    }
    hold(&script(&text("  // see https://example.org\nfetch(new URL(a, here)); // b")));
}

#[test]
fn what_trunk_would_add_is_seen() {
    let script = "pattern_script = '<meta name=\"frise\">'\n";
    hold(&trunk(&text(&format!("[build]\n{script}pattern_preload = \"\"\n"))));
    assert_eq!(lines(&trunk(&text(script))), [1]);
    assert_eq!(lines(&trunk(&text(&format!("{script}pattern_preload = \"<link>\"")))), [2]);
    assert_eq!(lines(&trunk(&text(&format!("{script}# pattern_preload = \"\"")))), [1]);
    assert_eq!(lines(&trunk(&text("pattern_preload = \"\""))), [1]);
    assert_eq!(lines(&trunk(&text("pattern_preload = \"\"\npattern_script = '<script>a</script>'"))), [2]);
}
