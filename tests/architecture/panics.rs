//! Nothing that stops the program: what may fail is handled or explained.

use crate::breach::{Breach, hold, lines};
use crate::files::{File, files};
use crate::tokens::{Kind, tokens, without_tests};

const MACROS: &[&str] = &["todo", "unimplemented", "dbg", "panic"];

fn breaches(file: &File) -> Vec<Breach> {
    let code = without_tests(&tokens(&file.text));
    let is = |i: usize, signs: &[char]| code.get(i).is_some_and(|token| signs.iter().any(|sign| token.is(*sign)));
    let mut found = Vec::new();
    for (i, token) in code.iter().enumerate() {
        let Kind::Word(word) = &token.kind else { continue };
        let after_dot = i > 0 && is(i - 1, &['.', ':']);
        if (word == "unwrap" || word == "expect") && after_dot {
            let remedy = "return an error that names the remedy, use `let … else`, or a default";
            found.push(Breach::new(&file.path, token.line, format!("`{word}` outside tests"), remedy));
        }
        if MACROS.contains(&word.as_str()) && is(i + 1, &['!']) && is(i + 2, &['(', '[', '{']) {
            let remedy = "finish it, or return an error that names the remedy";
            found.push(Breach::new(&file.path, token.line, format!("`{word}!` outside tests"), remedy));
        }
    }
    found
}

#[test]
fn nothing_stops_the_program() {
    let sources = [files("src", ".rs"), files("xtask/src", ".rs")];
    hold(&sources.iter().flatten().flat_map(breaches).collect::<Vec<_>>());
}

#[test]
fn what_stops_the_program_is_seen() {
    let text = "/// a.unwrap()\nfn f() {\n  a.unwrap();\n  b\n  .expect(\"c\");\n  todo!()\n; unimplemented!{}\n; dbg![d];\n\
                panic!(\"e\");\n g.map(Result::unwrap) }";
    let file = File { path: "src/x.rs".to_owned(), text: text.to_owned() };
    assert_eq!(lines(&breaches(&file)), [3, 5, 6, 7, 8, 9, 10]);
}

#[test]
fn what_only_looks_like_it_is_not() {
    let text = "// a.unwrap()\n/// panic!(\"x\")\n#[expect(dead_code)] fn f() { a.unwrap_or(\".unwrap() todo!()\"); panic != b }\n\
                #[cfg(test)]\nmod tests { fn g() { a.unwrap(); panic!() } }";
    hold(&breaches(&File { path: "src/x.rs".to_owned(), text: text.to_owned() }));
}
