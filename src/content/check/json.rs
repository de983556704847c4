//! JSON as a tree that knows where everything stands in its file.

use jsonc_parser::ast;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::Value;

/// A place in a file, counted from 1; columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub line: usize,
    pub column: usize,
}

/// A step into a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// The steps to a value: `trail!["entries", 3, "date"]`.
macro_rules! trail {
    ($($step:expr),* $(,)?) => { [$($crate::content::check::json::Step::from($step)),*] };
}
pub(super) use trail;

/// A value and where it stands: a field at its name, anything else at its first character.
#[derive(Debug)]
pub(super) struct Node {
    pub at: Position,
    pub item: Item,
}

/// What a [`Node`] holds.
#[derive(Debug)]
pub(super) enum Item {
    Leaf(Value),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

/// A field written twice: where the second one is, and the steps to it.
pub(super) type Doubled = (Position, Vec<Step>);

/// Why a text is not JSON.
#[derive(Debug)]
pub(super) struct Unparsed {
    pub at: Position,
    pub what: String,
    pub remedy: &'static str,
}

/// Reads JSON by the letter of its standard. Of a field written twice the first one counts.
pub(super) fn parse(text: &str) -> Result<(Node, Vec<Doubled>), Unparsed> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let lines = Lines::new(text);
    if text.trim().is_empty() {
        return Err(Unparsed { at: lines.position(0), what: "the file is empty".to_owned(), remedy: "Restore it." });
    }
    let tree = parse_to_ast(text, &CollectOptions::default(), &strict).map_err(|error| unparsed(&error))?;
    // The parser above names mistakes best but lets some pass: raw line breaks in strings, odd spaces.
    if let Err(error) = serde_json::from_str::<Value>(text) {
        let line_start = lines.starts.get(error.line().saturating_sub(1)).copied().unwrap_or_default();
        // serde_json counts bytes; its column 0 is the line break before.
        let at = lines.position((line_start + error.column()).saturating_sub(1));
        let message = error.to_string();
        let what = message.split(" at line ").next().unwrap_or(&message).to_owned();
        return Err(Unparsed { at, what, remedy: REMEDY });
    }
    let Some(tree) = tree.value else {
        return Err(Unparsed { at: lines.position(0), what: "there is no value".to_owned(), remedy: REMEDY });
    };
    let mut builder = Builder { lines, doubled: Vec::new(), trail: Vec::new() };
    let start = start(&tree);
    let node = builder.node(tree, start);
    Ok((node, builder.doubled))
}

const REMEDY: &str = "Correct the text here, or just before.";

fn unparsed(error: &ParseError) -> Unparsed {
    let remedy = match error.kind() {
        ParseErrorKind::TrailingCommasNotAllowed => "Remove the comma after the last item.",
        ParseErrorKind::CommentsNotAllowed => "Remove the comment.",
        ParseErrorKind::ExpectedComma => "Write a comma here.",
        ParseErrorKind::SingleQuotedStringsNotAllowed | ParseErrorKind::ExpectedStringObjectProperty => {
            "Write it in double quotes."
        }
        ParseErrorKind::UnterminatedObject => "Close the brace that opens here.",
        ParseErrorKind::UnterminatedArray => "Close the bracket that opens here.",
        ParseErrorKind::MultipleRootJsonValues => "Remove what follows the last brace.",
        _ => REMEDY,
    };
    let message = error.kind().to_string();
    let mut letters = message.chars();
    let what = letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default();
    Unparsed { at: Position { line: error.line_display(), column: error.column_display() }, what, remedy }
}

struct Builder<'a> {
    lines: Lines<'a>,
    doubled: Vec<Doubled>,
    trail: Vec<Step>,
}

impl Builder<'_> {
    fn node(&mut self, value: ast::Value<'_>, start: usize) -> Node {
        let item = match value {
            ast::Value::StringLit(text) => Item::Leaf(Value::String(text.value.into_owned())),
            ast::Value::NumberLit(number) => {
                // serde_json has read the whole text, so it can read its numbers.
                Item::Leaf(serde_json::from_str(number.value).unwrap_or_default())
            }
            ast::Value::BooleanLit(boolean) => Item::Leaf(Value::Bool(boolean.value)),
            ast::Value::NullKeyword(_) => Item::Leaf(Value::Null),
            ast::Value::Array(array) => {
                let elements = array.elements.into_iter().enumerate();
                Item::List(elements.map(|(index, element)| self.child(index.into(), element, None)).collect())
            }
            ast::Value::Object(object) => {
                let mut fields: Vec<(String, Node)> = Vec::with_capacity(object.properties.len());
                for property in object.properties {
                    let name = property.name.into_string();
                    let start = property.range.start;
                    let known = fields.iter().any(|(key, _)| *key == name);
                    if known {
                        let trail = self.trail.iter().cloned().chain([name.as_str().into()]).collect();
                        self.doubled.push((self.lines.position(start), trail));
                        continue;
                    }
                    let node = self.child(name.as_str().into(), property.value, Some(start));
                    fields.push((name, node));
                }
                Item::Object(fields)
            }
        };
        Node { at: self.lines.position(start), item }
    }

    fn child(&mut self, step: Step, value: ast::Value<'_>, field_start: Option<usize>) -> Node {
        self.trail.push(step);
        let start = field_start.unwrap_or_else(|| start(&value));
        let node = self.node(value, start);
        self.trail.pop();
        node
    }
}

fn start(value: &ast::Value<'_>) -> usize {
    use jsonc_parser::common::Ranged;
    value.start()
}

/// Where the lines of a text begin.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let starts = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }
}

impl Node {
    /// The value under a step.
    pub fn get(&self, step: &Step) -> Option<&Node> {
        match (&self.item, step) {
            (Item::Object(fields), Step::Key(name)) => fields.iter().find(|(key, _)| key == name).map(|(_, node)| node),
            (Item::List(elements), Step::Index(index)) => elements.get(*index),
            _ => None,
        }
    }

    /// The text in it, where it is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.item {
            Item::Leaf(value) => value.as_str(),
            _ => None,
        }
    }

    /// Takes a value out; false where there is none.
    pub fn remove(&mut self, trail: &[Step]) -> bool {
        let Some((step, rest)) = trail.split_first() else { return false };
        match (&mut self.item, step) {
            (Item::Object(fields), Step::Key(name)) => {
                let Some(at) = fields.iter().position(|(key, _)| key == name) else { return false };
                if rest.is_empty() {
                    fields.remove(at);
                    return true;
                }
                fields.get_mut(at).is_some_and(|(_, node)| node.remove(rest))
            }
            (Item::List(elements), Step::Index(at)) if *at < elements.len() => {
                if rest.is_empty() {
                    elements.remove(*at);
                    return true;
                }
                elements.get_mut(*at).is_some_and(|node| node.remove(rest))
            }
            _ => false,
        }
    }

    /// The plain value.
    pub fn to_value(&self) -> Value {
        match &self.item {
            Item::Leaf(value) => value.clone(),
            Item::List(elements) => elements.iter().map(Node::to_value).collect(),
            Item::Object(fields) => fields.iter().map(|(key, node)| (key.clone(), node.to_value())).collect(),
        }
    }

    /// Calls `visit` with every leaf and the steps to it.
    pub fn leaves(&self, trail: &mut Vec<Step>, visit: &mut impl FnMut(&[Step], &Value)) {
        match &self.item {
            Item::Leaf(value) => visit(trail, value),
            Item::List(elements) => {
                for (index, node) in elements.iter().enumerate() {
                    trail.push(index.into());
                    node.leaves(trail, visit);
                    trail.pop();
                }
            }
            Item::Object(fields) => {
                for (key, node) in fields {
                    trail.push(key.as_str().into());
                    node.leaves(trail, visit);
                    trail.pop();
                }
            }
        }
    }
}
