//! Languages: typed phrases, plurals, and dates as text.

mod dates;
mod keyed;
mod phrases;
mod plural;

pub use dates::{DateForm, DateWords, Style};
pub use phrases::{Phrase, Phrases, fill};
pub use plural::{Plural, plural};

/// Everything a page says that is not its content, in one language.
#[derive(Clone, Debug)]
pub struct Words {
    /// BCP 47 tag.
    pub lang: String,
    /// The interface's phrases.
    pub phrases: Phrases,
    /// Names and patterns for dates.
    pub dates: DateWords,
}

impl Words {
    /// The words as a text: one to a line, in an order that [`Words::from_text`] knows.
    pub fn to_text(&self) -> String {
        self.to_lines().into_iter().map(|word| word + "\n").collect()
    }

    /// Reads what [`Words::to_text`] wrote; words that are missing are blank.
    pub fn from_text(text: &str) -> Self {
        Self::from_lines(text.split('\n').map(str::to_owned).collect())
    }

    /// The same words with these phrases alone; the others are blank.
    #[must_use]
    pub fn only(&self, phrases: &[Phrase]) -> Self {
        Self { phrases: self.phrases.only(phrases), ..self.clone() }
    }

    /// The words in an order that [`Words::from_lines`] knows.
    pub fn to_lines(&self) -> Vec<String> {
        let DateWords { months, months_short, forms } = &self.dates;
        let all = [&self.lang].into_iter().chain(months).chain(months_short).chain(forms).chain(self.phrases.all());
        // No word has a line end: what has become of one in a file is a space.
        all.map(|word| word.replace('\n', " ")).collect()
    }

    /// Reads what [`Words::to_lines`] wrote; words that are missing are blank.
    pub fn from_lines(lines: Vec<String>) -> Self {
        let mut lines = lines.into_iter();
        let mut take = |n: usize| lines.by_ref().take(n).collect::<Vec<_>>();
        let lang = take(1).pop().unwrap_or_default();
        let dates = DateWords { months: take(12), months_short: take(12), forms: take(DateForm::ALL.len()) };
        Self { lang, dates, phrases: Phrases::new(take(Phrase::ALL.len())) }
    }
}
