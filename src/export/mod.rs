//! Writers for what leaves the page to be read elsewhere, by people and by spreadsheets: pure texts, never to
//! be read back. Only the JSON among the formats is, and that is `notes`' own.

mod csv;
mod markdown;
mod sheet;

pub use sheet::{Asked, Sheet, Terms, table_key};

use crate::notes;

/// A form in which notes leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For other devices: nothing is left out.
    Json,
    /// For people.
    Markdown,
    /// For spreadsheets.
    Csv,
}

impl Format {
    /// All of them, the one that can be read back first.
    pub const ALL: [Self; 3] = [Self::Json, Self::Markdown, Self::Csv];

    /// What `data-export` says.
    pub fn hook(self) -> &'static str {
        self.extension()
    }

    /// How a file's name ends, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Csv => "csv",
        }
    }

    /// What a browser calls such a file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Csv => "text/csv;charset=utf-8",
        }
    }
}

/// Notes as a file.
pub fn write(format: Format, sheet: &Sheet) -> String {
    match format {
        Format::Json => notes::write(sheet.notes(), sheet.saved),
        Format::Markdown => markdown::write(sheet),
        Format::Csv => csv::write(sheet),
    }
}
