//! Which questions were discussed, as a device remembers it.

/// Questions that were discussed, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Discussed(Vec<String>);

impl Discussed {
    /// Whether a question is marked.
    pub fn contains(&self, question: &str) -> bool {
        self.0.iter().any(|id| id == question)
    }

    /// Marks a question, or takes its mark away.
    pub fn set(&mut self, question: &str, is_discussed: bool) {
        self.0.retain(|id| id != question);
        if is_discussed {
            self.0.push(question.to_owned());
        }
    }

    /// As it is remembered: an id to a line.
    pub fn to_text(&self) -> String {
        self.0.iter().map(|id| format!("{id}\n")).collect()
    }

    /// Reads what [`Discussed::to_text`] wrote.
    pub fn from_text(text: &str) -> Self {
        Self(text.lines().filter(|id| !id.is_empty()).map(str::to_owned).collect())
    }

    /// Reads what was remembered before marks were a folder's own: ids apart by spaces.
    pub fn from_former(text: &str) -> Self {
        Self(text.split_ascii_whitespace().map(str::to_owned).collect())
    }
}
