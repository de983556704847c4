//! Style sheets: a layer each, directions that follow the writing, colours by name.

use crate::breach::{Breach, hold, lines};
use crate::files::{File, file, files};
use crate::sheet::{Declaration, declarations, parts, plain};

const ORDER: &str = "style/00-layers.css";
/// Where the values of colours stand.
const COLOURED: &[&str] = &["style/10-tokens.css", "style/90-print.css"];
const COLOUR_FUNCTIONS: &[&str] =
    &["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "device-cmyk"];
const COLOUR_NAMES: &[&str] = &["black", "white", "gray", "grey", "silver", "red", "green", "blue", "yellow", "orange"];

fn layers(sheets: &[File]) -> Vec<Breach> {
    let mut found = Vec::new();
    let order = sheets.iter().find(|sheet| sheet.path == ORDER).map(|sheet| plain(&sheet.text)).unwrap_or_default();
    let line = order.trim().strip_prefix("@layer ").and_then(|line| line.strip_suffix(';'));
    let Some(line) = line.filter(|line| !line.contains(['{', ';'])) else {
        let remedy = "keep its one line `@layer a, b;`, the order of all layers";
        return vec![Breach::new(ORDER, 1, "this is not the order of layers alone", remedy)];
    };
    let names: Vec<&str> = line.split(',').map(str::trim).collect();
    let mut seen = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.path != ORDER) {
        match only_layer(&plain(&sheet.text)) {
            Some(name) if names.contains(&name.as_str()) => seen.push(name),
            Some(name) => {
                let what = format!("the layer `{name}` is not in {ORDER}");
                found.push(Breach::new(&sheet.path, 1, what, "name it there, where it belongs in the order"));
            }
            None => {
                let remedy = "put all of it into one `@layer name { … }`";
                found.push(Breach::new(&sheet.path, 1, "the sheet is not inside one layer", remedy));
            }
        }
    }
    for name in names.iter().filter(|name| !seen.iter().any(|seen| seen == *name)) {
        let what = format!("the layer `{name}` has no sheet");
        found.push(Breach::new(ORDER, 2, what, "write its sheet, or take the name out"));
    }
    if found.is_empty() && seen != names {
        let what = format!("the sheets' order is {seen:?}");
        found.push(Breach::new(ORDER, 2, what, "number the sheets in the order of their layers"));
    }
    found
}

/// The name of the layer that a whole sheet is in.
fn only_layer(sheet: &str) -> Option<String> {
    let (name, inside) = sheet.trim().strip_prefix("@layer ")?.split_once('{')?;
    let mut depth = 1;
    for (at, sign) in inside.match_indices(['{', '}']) {
        depth += if sign == "{" { 1 } else { -1 };
        if depth == 0 {
            return inside[at + 1..].trim().is_empty().then(|| name.trim().to_owned());
        }
    }
    None
}

fn breaches(sheet: &File) -> Vec<Breach> {
    let mut found = Vec::new();
    for declaration in declarations(&plain(&sheet.text)) {
        let mut add = |what: String, remedy| found.push(Breach::new(&sheet.path, declaration.line, what, remedy));
        let written = format!("`{}: {}`", declaration.property, declaration.value);
        let source = sheet.text.lines().nth(declaration.line - 1).unwrap_or_default();
        if is_physical(&declaration) && !is_the_measured_place(&declaration, source) {
            add(format!("{written} is a physical direction"), "write the logical one (inline-start, start, …)");
        }
        if declaration.value.contains("!important") && !may_be_important(&sheet.path, &declaration) {
            add(format!("{written} is important"), "let the order of layers decide; only `[hidden]` and print may");
        }
        if !COLOURED.contains(&sheet.path.as_str()) && has_colour(&declaration.value) {
            add(format!("{written} holds a colour"), "name a token of style/10-tokens.css: var(--…)");
        }
    }
    found
}

fn is_physical(declaration: &Declaration) -> bool {
    let Declaration { property, value, .. } = declaration;
    let sides = ["left", "right"];
    if property.starts_with("--") {
        return false;
    }
    let in_name = property.split('-').any(|part| sides.contains(&part));
    let keyword = ["text-align", "text-align-last", "float", "clear"].contains(&property.as_str())
        || property.starts_with("justify-");
    let in_value = keyword && parts(value).iter().any(|part| sides.contains(&part.as_str()));
    let four = [
        "margin",
        "padding",
        "inset",
        "scroll-margin",
        "scroll-padding",
        "border-width",
        "border-color",
        "border-style",
    ];
    let values = parts(value);
    let uneven = four.contains(&property.as_str()) && values.len() == 4 && values[1] != values[3];
    in_name || in_value || uneven
}

/// The one exception: the list of a cluster stands where it was measured; a comment on the line says so.
fn is_the_measured_place(declaration: &Declaration, source: &str) -> bool {
    declaration.property == "left"
        && declaration.rules.last().is_some_and(|rule| rule == "#_cluster")
        && source.contains("/*")
}

fn may_be_important(path: &str, declaration: &Declaration) -> bool {
    let is_print = |rule: &String| rule == "@media print";
    path == "style/90-print.css"
        || declaration.rules.iter().any(is_print)
        || declaration.rules.last().is_some_and(|rule| rule == "[hidden]")
}

fn has_colour(value: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mut rest = value;
    while let Some(at) = rest.find(|c: char| is_name(c) || c == '#') {
        let from = &rest[at..];
        let length = from[1..].find(|c| !is_name(c)).map_or(from.len(), |end| end + 1);
        let (word, behind) = from.split_at(length);
        let is_function = behind.starts_with('(') && COLOUR_FUNCTIONS.contains(&word);
        let is_hex =
            word.len() > 3 && word.strip_prefix('#').is_some_and(|hex| hex.chars().all(|c| c.is_ascii_hexdigit()));
        if is_function || is_hex || COLOUR_NAMES.contains(&word) {
            return true;
        }
        rest = behind;
    }
    false
}

/// `index.html` links every sheet, in the order of their names.
fn links(page: &File, sheets: &[File]) -> Vec<Breach> {
    let linked: Vec<_> =
        page.text.split('"').filter(|part| part.starts_with("style/") && part.ends_with(".css")).collect();
    let expected: Vec<_> = sheets.iter().map(|sheet| sheet.path.as_str()).collect();
    if linked == expected {
        return Vec::new();
    }
    let what = format!("linked are {linked:?}, there are {expected:?}");
    vec![Breach::new(&page.path, 1, what, "link every sheet once, in the order of their numbers")]
}

#[test]
fn every_sheet_is_one_layer() {
    hold(&layers(&files("style", ".css")));
}

#[test]
fn every_sheet_is_linked() {
    hold(&links(&file("index.html"), &files("style", ".css")));
}

#[test]
fn sheets_keep_to_directions_layers_and_tokens() {
    hold(&files("style", ".css").iter().flat_map(breaches).collect::<Vec<_>>());
}

fn sheet(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}

#[test]
fn a_wrong_layer_is_seen() {
    let order = || sheet(ORDER, "/* x */\n@layer a, b;");
    let a = || sheet("style/10-a.css", "/* x */ @layer a { p { x: y } }");
    let with = |text| [order(), a(), sheet("style/20-b.css", text)];
    hold(&layers(&with("@layer b { p { x: y } @media print { a { b: c } } }\n")));
    for text in
        ["p { x: y }", "@layer b { p { x: y } } q { x: y }", "@layer b { } @layer b { }", "@layer c { }", "@layer a {}"]
    {
        assert!(!layers(&with(text)).is_empty(), "{text}");
    }
    assert_eq!(lines(&layers(&[order(), a()])), [2]);
    assert_eq!(lines(&layers(&[a()])), [1]);
    assert_eq!(lines(&layers(&[sheet(ORDER, "@layer a; p { x: y }"), a()])), [1]);
    let swapped = [order(), sheet("style/10-b.css", "@layer b {}"), sheet("style/20-a.css", "@layer a {}")];
    assert_eq!(lines(&layers(&swapped)), [2]);
    let page = sheet("index.html", "<link href=\"style/10-a.css\">");
    assert_eq!(lines(&links(&page, &[order(), a()])), [1]);
    hold(&links(&page, &[a()]));
}

#[test]
fn a_wrong_declaration_is_seen() {
    for wrong in [
        "margin-left: 1px",
        "margin-right: 1px",
        "padding-left: 0",
        "padding-right: 0",
        "border-left: 0",
        "border-right-width: 0",
        "border-top-left-radius: 0",
        "scroll-margin-left: 0",
        "left: 0",
        "right: 0",
        "left: 0; /* not the cluster */",
        "text-align: left",
        "text-align: right",
        "float: left",
        "float: right",
        "clear: right",
        "margin: 0 1px 0 2px",
        "color: red !important",
        "display: none !important",
        "color: #fff",
        "color: #1c1b2e",
        "border: 1px solid rgb(0 0 0)",
        "background: linear-gradient(var(--ink), hsl(0 0% 0%))",
        "color: oklch(0 0 0)",
        "color: white",
    ] {
        assert_eq!(
            breaches(&sheet("style/20-x.css", &format!("@layer x {{\n p {{\n  {wrong} }} }}")))
                .first()
                .map(|breach| breach.line),
            Some(3),
            "{wrong}"
        );
    }
    let measured = |place: &str, comment: &str| sheet("style/30-x.css", &format!("{place} {{ left: 0;{comment}\n }}"));
    assert_eq!(lines(&breaches(&measured("#_cluster", ""))), [1]);
    assert_eq!(lines(&breaches(&measured("#other", " /* x */"))), [1]);
    hold(&breaches(&measured("#_cluster", " /* x */")));
}

#[test]
fn a_right_declaration_is_not() {
    for right in [
        "[hidden] { display: none !important }",
        "@media print { p { display: none !important } }",
        "p { --left: 1px; margin: 0 1px 0 1px; margin: 0 auto; text-align: start; float: inline-start }",
        "p { color: var(--blue); background: color-mix(in oklab, var(--ink) 10%, transparent); white-space: nowrap }",
        "#cafe a:hover { content: \"#fff left: 0; !important\"; background: url(x#fade-in) }",
        "/* left: 0; color: #fff !important; */ a { inset-inline-start: 0 }",
    ] {
        hold(&breaches(&sheet("style/20-x.css", right)));
    }
    hold(&breaches(&sheet("style/10-tokens.css", ":root { --ink: #123 }")));
    hold(&breaches(&sheet("style/90-print.css", "p { color: #000; display: none !important }")));
}
