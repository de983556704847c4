//! Rust as syn reads it, and as its bare tokens.

use proc_macro2::{TokenStream, TokenTree};

use crate::files::File;

/// A file as a tree; fails where it is no Rust.
#[track_caller]
pub fn parsed(file: &File) -> syn::File {
    match syn::parse_file(&file.text) {
        Ok(tree) => tree,
        Err(error) => panic!("{}:{}: {error}", file.path, error.span().start().line),
    }
}

/// All tokens of a file, what is in brackets and in macros included; comments are none, but for what documents an item.
#[track_caller]
pub fn tokens(file: &File) -> Vec<TokenTree> {
    let mut found = Vec::new();
    match file.text.parse() {
        Ok(stream) => flatten(stream, &mut found),
        Err(error) => panic!("{}: {error}", file.path),
    }
    found
}

fn flatten(stream: TokenStream, found: &mut Vec<TokenTree>) {
    for token in stream {
        match token {
            TokenTree::Group(group) => flatten(group.stream(), found),
            token => found.push(token),
        }
    }
}

/// The line of a token, from 1.
pub fn line(token: &TokenTree) -> usize {
    token.span().start().line
}

#[test]
fn tokens_are_seen_in_brackets_and_macros_and_not_in_comments() {
    let text = "// a\nfn b() {\n  c![d(e)]; /* f */ \"g h\"\n}";
    let found = tokens(&File { path: "x".to_owned(), text: text.to_owned() });
    let words: Vec<_> = found.iter().map(|token| (token.to_string(), line(token))).collect();
    let is_word = |(word, _): &&(String, usize)| word.len() > 2 || word.chars().all(char::is_alphabetic);
    let words: Vec<_> = words.iter().filter(is_word).map(|(word, line)| (word.as_str(), *line)).collect();
    assert_eq!(words, [("fn", 2), ("b", 2), ("c", 3), ("d", 3), ("e", 3), ("\"g h\"", 3)]);
}

#[test]
#[should_panic(expected = "src/a.rs:2")]
fn what_is_no_rust_fails() {
    parsed(&File { path: "src/a.rs".to_owned(), text: "fn a() {}\nfn {".to_owned() });
}
