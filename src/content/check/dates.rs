//! Dates that cannot be, each with a date to write instead.

use super::file::File;
use super::json::Step;
use super::problem::Problem;
use crate::time::{Edtf, EdtfError, days_in_month};

/// Reports a date that is not one.
pub(super) fn check_date<T>(file: &File<T>, trail: &[Step], date: Option<&str>, problems: &mut Vec<Problem>) {
    let Some(date) = date else { return };
    let Err(error) = Edtf::parse(date) else { return };
    let message = error.to_string();
    // The time module says what to write where that does not depend on the date.
    let (what, remedy) = message.split_once("; ").unwrap_or((&message, ""));
    let remedy = match error {
        EdtfError::Day => {
            format!("Write an existing date, such as {}.", existing(date).as_deref().unwrap_or("2017-09-21"))
        }
        EdtfError::EndBeforeStart => match date.split_once('/') {
            Some((start, end)) => format!("Correct one of the two, or swap them: {end}/{start}."),
            None => "Correct one of the two.".to_owned(),
        },
        EdtfError::Year => "Write a nearer year.".to_owned(),
        EdtfError::NoDate => "Write a date at one end at least, such as 2016/2020.".to_owned(),
        _ => sentence(remedy),
    };
    problems.push(file.error(trail, what, remedy));
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).chain(['.']).collect()).unwrap_or_default()
}

/// The last day of the month in the first part of a date that names a day too many: 2021-02-28.
fn existing(date: &str) -> Option<String> {
    let part = date.split('/').find(|part| Edtf::parse(part) == Err(EdtfError::Day))?;
    let part = part.split('T').next()?.trim_end_matches(['?', '~', '%']);
    let (year_month, _) = part.rsplit_once('-')?;
    let (year, month) = year_month.rsplit_once('-')?;
    let days = days_in_month(year.trim_start_matches('Y').parse().ok()?, month.parse().ok()?);
    Some(format!("{year_month}-{days:02}"))
}
