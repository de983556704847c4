//! A reader of JSON (RFC 8259) into a tree.
//!
//! serde_json would do, but it brings the tables that read any float: with them the program was
//! 20 kB heavier (brotli) for numbers that are all small and whole. Tests hold this reader against it.

/// A value. Objects keep their fields' order; of fields with one name the last counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

/// Where a text stops being JSON: line and column in characters, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// Deeper nesting is refused: it would exhaust the stack.
const MAX_DEPTH: usize = 64;

impl Json {
    /// Reads a whole text.
    ///
    /// # Errors
    /// The place of the first character that does not fit.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0).filter(|_| {
            reader.skip_space();
            reader.at == text.len()
        });
        value.ok_or_else(|| reader.stopped())
    }
}

/// Reads a text from a place in it on.
pub(super) struct Reader<'a> {
    /// The text.
    pub text: &'a str,
    /// How far it was read; always on a character's boundary.
    pub at: usize,
}

impl Reader<'_> {
    /// Where reading stopped.
    pub fn stopped(&self) -> SyntaxError {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        SyntaxError { line: before.matches('\n').count() + 1, column }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Skips space, then takes a byte if it is the next.
    pub fn eat(&mut self, byte: u8) -> bool {
        self.skip_space();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        self.rest().starts_with(word).then(|| {
            self.at += word.len();
            value
        })
    }

    pub fn value(&mut self, depth: usize) -> Option<Json> {
        self.skip_space();
        match self.peek()? {
            b'{' if depth < MAX_DEPTH => self.object(depth),
            b'[' if depth < MAX_DEPTH => self.list(depth),
            b'"' => self.string().map(Json::Text),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'n' => self.word("null", Json::Null),
            b'-' | b'0'..=b'9' => self.number(),
            _ => None,
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        self.at += 1;
        let mut fields = Vec::new();
        if self.eat(b'}') {
            return Some(Json::Object(fields));
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                return None;
            }
            let name = self.string()?;
            if !self.eat(b':') {
                return None;
            }
            fields.push((name, self.value(depth + 1)?));
            if self.eat(b'}') {
                return Some(Json::Object(fields));
            }
            if !self.eat(b',') {
                return None;
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        self.at += 1;
        let mut items = Vec::new();
        if self.eat(b']') {
            return Some(Json::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.eat(b']') {
                return Some(Json::List(items));
            }
            if !self.eat(b',') {
                return None;
            }
        }
    }

    /// A string, from its quote on.
    pub fn string(&mut self) -> Option<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let end = self.rest().find(|c: char| matches!(c, '"' | '\\') || c < ' ').unwrap_or(self.rest().len());
            out.push_str(self.rest().get(..end)?);
            self.at += end;
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(out);
                }
                b'\\' => {
                    out.push(self.escape()?);
                }
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let escaped = *self.text.as_bytes().get(self.at + 1)?;
        let plain = match escaped {
            b'"' | b'\\' | b'/' => char::from(escaped),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return None,
        };
        self.at += 2;
        Some(plain)
    }

    /// `\u` and four digits, or two of them for a character beyond U+FFFF.
    fn unicode(&mut self) -> Option<char> {
        let high = self.unit(0)?;
        if !(0xd800..0xdc00).contains(&high) {
            let c = char::from_u32(high)?;
            self.at += 6;
            return Some(c);
        }
        let low = self.unit(6).filter(|low| (0xdc00..0xe000).contains(low))?;
        let c = char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))?;
        self.at += 12;
        Some(c)
    }

    fn unit(&self, offset: usize) -> Option<u32> {
        let digits = self.rest().get(offset..offset + 6)?.strip_prefix("\\u")?;
        digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then_some(())?;
        u32::from_str_radix(digits, 16).ok()
    }

    fn number(&mut self) -> Option<Json> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        let leading_zero = self.peek() == Some(b'0');
        if self.digits() > 1 && leading_zero {
            return None;
        }
        if self.text.as_bytes().get(self.at.wrapping_sub(1)) == Some(&b'-') {
            return None;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            if self.digits() == 0 {
                return None;
            }
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            if self.digits() == 0 {
                return None;
            }
        }
        self.text.get(start..self.at).map(|number| Json::Number(number.to_owned()))
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }
}
