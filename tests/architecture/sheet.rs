//! A style sheet as declarations, each with the rules it stands in.

#[derive(Debug)]
pub struct Declaration {
    pub line: usize,
    /// Selectors and at-rules around it, the outermost first.
    pub rules: Vec<String>,
    pub property: String,
    pub value: String,
}

/// The sheet with comments and what is quoted blanked; lines stay where they are.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let blank = |part: &str| part.chars().map(|c| if c == '\n' { c } else { ' ' }).collect::<String>();
    while let Some(at) = rest.find(['/', '"', '\'']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let quote = &from[..1];
        let length = match quote {
            "/" if from.starts_with("/*") => from[2..].find("*/").map_or(from.len(), |end| end + 4),
            "/" => {
                out.push('/');
                rest = &from[1..];
                continue;
            }
            quote => from[1..].find(quote).map_or(from.len(), |end| end + 2),
        };
        out.push_str(&blank(&from[..length]));
        rest = &from[length..];
    }
    out + rest
}

/// The declarations of a [`plain`] sheet.
pub fn declarations(plain: &str) -> Vec<Declaration> {
    let mut found = Vec::new();
    let mut rules = Vec::new();
    let mut start = 0;
    for (at, sign) in plain.match_indices(['{', '}', ';']) {
        let part = &plain[start..at];
        let text = part.split_whitespace().collect::<Vec<_>>().join(" ");
        let first = start + (part.len() - part.trim_start().len());
        start = at + 1;
        if sign == "{" {
            rules.push(text);
            continue;
        }
        if let Some((property, value)) = text.split_once(':') {
            found.push(Declaration {
                line: plain[..first].matches('\n').count() + 1,
                rules: rules.clone(),
                property: property.trim().to_lowercase(),
                value: value.trim().to_lowercase(),
            });
        }
        if sign == "}" {
            rules.pop();
        }
    }
    found
}

/// The parts of a value that spaces separate, functions whole.
pub fn parts(value: &str) -> Vec<String> {
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for c in value.chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        match parts.last_mut() {
            Some(last) if !(c == ' ' && depth == 0) => last.push(c),
            _ => parts.push(String::new()),
        }
    }
    parts
}

#[test]
fn a_sheet_is_read_with_its_nesting() {
    let text = "/* a: b; */\n@layer x {\n  p:hover {\n    color: red;\n    &::before { content: \"a: b; }\"; }\n    margin:\n 0 }\n}";
    let found = declarations(&plain(text));
    let seen: Vec<_> = found.iter().map(|one| (one.line, one.property.as_str(), one.value.as_str())).collect();
    assert_eq!(seen, [(4, "color", "red"), (5, "content", ""), (6, "margin", "0")]);
    assert_eq!(found[1].rules, ["@layer x", "p:hover", "&::before"]);
    assert_eq!(parts("0 max(1px, 2px) 3px"), ["0", "max(1px, 2px)", "3px"]);
}
