//! What the check says of a mistake.

use std::fmt;

/// Whether the content can be shown in spite of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The pages are not built.
    Error,
    /// The pages are built; something is missing from them.
    Warning,
}

/// A mistake in the content: where it is, what is wrong, and what to do.
///
/// Its [`Display`](fmt::Display) is one line, which begins as editors and terminals link it
/// (`file:line:column`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether the content can be shown in spite of it.
    pub level: Level,
    /// Path of the file within `content/`, with forward slashes.
    pub file: String,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Column in characters, from 1.
    pub column: Option<usize>,
    /// What `entry` is: "entry", "source", "question", "lane", "phrase" …
    pub part: &'static str,
    /// Id of the entry, or of the other part of the content.
    pub entry: Option<String>,
    /// Name of the field within it.
    pub field: Option<String>,
    /// The value as the file has it, texts in their quotes, long ones cut.
    pub value: Option<String>,
    /// What is wrong, to be read after the value: `names a day that its month does not have`.
    pub what: String,
    /// What to do, a sentence.
    pub remedy: String,
}

impl Problem {
    /// An error of a whole file.
    pub(super) fn of_file(file: impl Into<String>, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            level: Level::Error,
            file: file.into(),
            line: None,
            column: None,
            part: "",
            entry: None,
            field: None,
            value: None,
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// The same as a warning.
    pub(super) fn warning(self) -> Self {
        Self { level: Level::Warning, ..self }
    }

    /// The same without the value, where the value is not what is wrong.
    pub(super) fn valueless(self) -> Self {
        Self { value: None, ..self }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{number}")?;
        }
        f.write_str(match self.level {
            Level::Error => ": error: ",
            Level::Warning => ": warning: ",
        })?;
        match (&self.entry, &self.field) {
            (Some(entry), Some(field)) => write!(f, "{} \"{entry}\", field \"{field}\": ", self.part)?,
            (Some(entry), None) => write!(f, "{} \"{entry}\": ", self.part)?,
            (None, Some(field)) => write!(f, "field \"{field}\": ")?,
            (None, None) => {}
        }
        if let Some(value) = &self.value {
            write!(f, "{value} ")?;
        }
        write!(f, "{}. {}", self.what, self.remedy)
    }
}
