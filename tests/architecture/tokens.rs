//! Rust as words, signs and texts, without comments: enough to see what code names.

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An identifier, a keyword or the digits of a number.
    Word(String),
    /// A string, without its quotes.
    Text(String),
    Sign(char),
}

#[derive(Clone, Debug)]
pub struct Token {
    pub kind: Kind,
    /// From 1.
    pub line: usize,
}

impl Token {
    pub fn is_word(&self, word: &str) -> bool {
        matches!(&self.kind, Kind::Word(own) if own == word)
    }

    pub fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    pub fn word(&self) -> Option<&str> {
        if let Kind::Word(word) = &self.kind { Some(word) } else { None }
    }
}

/// The tokens of a file.
pub fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let at = |at: usize| chars.get(at).copied().unwrap_or('\0');
    let is_word = |c: char| c == '_' || c.is_alphanumeric();
    let (mut found, mut i, mut line) = (Vec::new(), 0, 1);
    while i < chars.len() {
        let start = i;
        let kind = match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
                None
            }
            '/' if at(i + 1) == '*' => {
                i = block_comment(&chars, i);
                None
            }
            '"' => Some(Kind::Text(string(&chars, &mut i, None))),
            // A character, not a lifetime.
            '\'' if at(i + 1) == '\\' || at(i + 2) == '\'' => {
                i += if at(i + 1) == '\\' { 3 } else { 2 };
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
                None
            }
            c if is_word(c) => {
                while is_word(at(i)) {
                    i += 1;
                }
                let word: String = chars[start..i].iter().collect();
                let hashes = chars[i..].iter().take_while(|c| **c == '#').count();
                let raw = word.ends_with('r') && at(i + hashes) == '"';
                match word.as_str() {
                    "r" | "br" | "cr" if raw => {
                        i += hashes;
                        Some(Kind::Text(string(&chars, &mut i, Some(hashes))))
                    }
                    "b" | "c" if at(i) == '"' => Some(Kind::Text(string(&chars, &mut i, None))),
                    _ => Some(Kind::Word(word)),
                }
            }
            c => {
                i += 1;
                (!c.is_whitespace()).then_some(Kind::Sign(c))
            }
        };
        found.extend(kind.map(|kind| Token { kind, line }));
        line += chars[start..i.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    found
}

/// Behind a block comment, which may hold others.
fn block_comment(chars: &[char], start: usize) -> usize {
    let (mut i, mut depth) = (start + 2, 1);
    while i < chars.len() && depth > 0 {
        match (chars[i], chars.get(i + 1)) {
            ('/', Some('*')) => (i, depth) = (i + 2, depth + 1),
            ('*', Some('/')) => (i, depth) = (i + 2, depth - 1),
            _ => i += 1,
        }
    }
    i
}

/// A string from its quote on; raw ones end with as many `#` as they began with.
fn string(chars: &[char], i: &mut usize, raw: Option<usize>) -> String {
    let mut text = String::new();
    *i += 1;
    while let Some(&c) = chars.get(*i) {
        match raw {
            Some(hashes) if c == '"' && chars[*i + 1..].iter().take_while(|c| **c == '#').count() >= hashes => {
                *i += 1 + hashes;
                break;
            }
            None if c == '"' => {
                *i += 1;
                break;
            }
            None if c == '\\' => {
                text.push(c);
                *i += 1;
            }
            _ => {}
        }
        text.extend(chars.get(*i));
        *i += 1;
    }
    text
}

/// The tokens without items that are `#[cfg(test)]`.
pub fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let (mut kept, mut i) = (Vec::new(), 0);
    while i < tokens.len() {
        let is_attribute = tokens[i].is('#') && tokens.get(i + 1).is_some_and(|token| token.is('['));
        let end = if is_attribute { group_end(tokens, i + 1) } else { i };
        let attribute = &tokens[i..end.max(i)];
        let has = |word| attribute.iter().any(|token| token.is_word(word));
        if has("cfg") && has("test") && !has("not") {
            i = item_end(tokens, end);
        } else {
            kept.push(tokens[i].clone());
            i += 1;
        }
    }
    kept
}

/// Behind the item that begins at `i`: its `;` or its braces.
fn item_end(tokens: &[Token], mut i: usize) -> usize {
    while let Some(token) = tokens.get(i) {
        match token.kind {
            Kind::Sign(';') => return i + 1,
            Kind::Sign('{') => return group_end(tokens, i),
            Kind::Sign('(' | '[') => i = group_end(tokens, i),
            _ => i += 1,
        }
    }
    i
}

/// Behind the bracket that closes the one at `i`.
pub fn group_end(tokens: &[Token], mut i: usize) -> usize {
    let mut depth = 0;
    while let Some(token) = tokens.get(i) {
        match token.kind {
            Kind::Sign('(' | '[' | '{') => depth += 1,
            Kind::Sign(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
        i += 1;
        if depth == 0 {
            break;
        }
    }
    i
}

#[test]
fn comments_characters_and_texts_are_told_from_code() {
    let code =
        "a /* b /* c */ d */ e // f\n\"g // h\\\" \\\n i\" r#\"j \"k\" \"# 'l' '\\'' &'m str b\"n\" b'o' r#type '\"' p";
    let found: Vec<_> =
        tokens(code).into_iter().filter_map(|token| Some((token.word()?.to_owned(), token.line))).collect();
    let words = [("a", 1), ("e", 1), ("m", 3), ("str", 3), ("b", 3), ("r", 3), ("type", 3), ("p", 3)];
    assert_eq!(found, words.map(|(word, line)| (word.to_owned(), line)));
    let texts: Vec<_> = tokens(code).into_iter().filter(|token| matches!(token.kind, Kind::Text(_))).collect();
    assert_eq!(texts.len(), 3, "{texts:?}");
}

#[test]
fn tests_are_left_out_and_nothing_else() {
    let code = "fn a(){b} #[cfg(test)] #[allow(x)] mod tests { fn c([u8; 3]) {} } fn d(){} #[cfg(test)] use e; \
                #[cfg(not(test))] fn f() {} #[cfg(all(test, y))] fn g(h: [u8; 2]) -> i {} j";
    let kept: Vec<_> =
        without_tests(&tokens(code)).iter().filter_map(|token| token.word().map(str::to_owned)).collect();
    assert_eq!(kept.join(" "), "fn a b fn d cfg not test fn f j");
}
