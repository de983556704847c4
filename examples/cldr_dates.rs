//! Prints `dates.json` for a new language from CLDR, as ICU4X has it, to be finished by hand:
//!
//! ```sh
//! cargo run --example cldr_dates -- es es > content/text/es/dates.json
//! ```
//!
//! The first word names the language for the reader of this command, the second the CLDR locale (for
//! English, `en-GB`). Names, single dates and eras are CLDR's; what CLDR does not say ("since",
//! intervals, doubts) is left empty and named on standard error. Edit what good usage writes
//! otherwise, such as "1er janvier".

use std::error::Error;

use frise::i18n::DateForm;
use icu::calendar::{Date, Gregorian};
use icu::datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu::datetime::fieldsets::{MD, Y, YM, YMD};
use icu::datetime::input::{DateTime, Time};
use icu::decimal::DecimalFormatter;
use icu::locale::Locale;
use serde_json::to_string;

/// A text and its pattern, with `{day}`, `{month}`, `{year}` for the fields.
macro_rules! format {
    ($locale:expr, $fields:expr, $date:expr) => {{
        let formatter = Formatter::<Gregorian, _>::try_new($locale.into(), $fields)?;
        let formatted = formatter.format(&$date);
        (formatted.to_string(), ours(&formatted.pattern().to_string()))
    }};
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(lang), Some(cldr)) = (args.next(), args.next()) else {
        return Err("write a language tag and a CLDR locale, such as: en en-GB".into());
    };
    // Our clock has 24 hours, our digits are Latin.
    let locale: Locale = std::format!("{cldr}-u-hc-h23-nu-latn").parse()?;
    let date = Date::try_new_gregorian(2017, 9, 15)?;
    let at_noon = DateTime { date, time: Time::try_new(12, 34, 0, 0)? };
    let day = format!(&locale, YMD::long(), date).1;
    let short = format!(&locale, YMD::medium(), date).1;
    let mut time = format!(&locale, YMD::long().with_time_hm(), at_noon).1.replace(&day, "{date}");
    if let (Some(from), Some(to)) = (time.find("{hour}"), time.find("{minute}")) {
        time.replace_range(from..to + "{minute}".len(), "{time}");
    }
    let mut months = Vec::new();
    let mut months_short = Vec::new();
    for month in 1..=12 {
        let date = Date::try_new_gregorian(2017, month, 15)?;
        months.push(name(format!(&locale, YMD::long(), date)));
        let short_name = name(format!(&locale, YMD::medium(), date));
        // Some languages write their short dates in figures, which our patterns have no place for.
        let in_figures = short_name.chars().any(|c| c.is_ascii_digit());
        months_short.push(if in_figures { name(format!(&locale, YMD::long(), date)) } else { short_name });
    }
    let grouped = DecimalFormatter::try_new((&locale).into(), Default::default())?.format_to_string(&1_000_000.into());
    let forms = [
        ("first", "1".to_owned()),
        ("day", day.clone()),
        ("day_month", format!(&locale, MD::long(), date).1),
        ("month", format!(&locale, YM::long(), date).1),
        ("time", time),
        ("bce", format!(&locale, Y::long(), Date::try_new_gregorian(-43, 1, 1)?).0.replace("44", "{year}")),
        ("ce", format!(&locale, Y::long(), Date::try_new_gregorian(44, 1, 1)?).0.replace("44", "{year}")),
        ("group", grouped.trim_start_matches('1').split('0').next().unwrap_or_default().to_owned()),
        ("tick_day", format!(&locale, MD::medium(), date).1),
        ("tick_month", "{month}".to_owned()),
    ];
    let derived = |key: &str| forms.iter().find(|(form, _)| *form == key).map(|(_, text)| text.as_str());
    let lines: Vec<_> = DateForm::ALL
        .iter()
        .map(|(key, _)| Ok(std::format!("    {}: {}", to_string(key)?, to_string(derived(key).unwrap_or_default())?)))
        .collect::<Result<_, serde_json::Error>>()?;
    let file = std::format!(
        "{{\n  \"$schema\": \"../../schema/text-dates.schema.json\",\n  \"version\": 1,\n  \"cldr\": {},\n  \
         \"months\": {},\n  \"months_short\": {},\n  \"forms\": {{\n{}\n  }}\n}}",
        to_string(&cldr)?,
        to_string(&months)?,
        to_string(&months_short)?,
        lines.join(",\n")
    );
    // An escape shows an editor that a space is no plain one.
    println!("{}", file.replace('\u{a0}', "\\u00a0").replace('\u{202f}', "\\u202f"));

    let missing: Vec<_> = DateForm::ALL.iter().map(|(key, _)| *key).filter(|key| derived(key).is_none()).collect();
    eprintln!("{lang}: to be written by hand: {}", missing.join(", "));
    if short != day {
        eprintln!("{lang}: CLDR's short dates are {short:?}, ours use {day:?} with the short name");
    }
    Ok(())
}

/// A pattern of CLDR's in our braces.
fn ours(pattern: &str) -> String {
    let (mut out, mut quoted, mut last) = (String::new(), false, ' ');
    for c in pattern.chars() {
        let field = match c {
            '\'' => "",
            'd' if !quoted => "{day}",
            'M' | 'L' if !quoted => "{month}",
            'y' if !quoted => "{year}",
            'H' | 'h' if !quoted => "{hour}",
            'm' if !quoted => "{minute}",
            _ => &c.to_string(),
        };
        quoted ^= c == '\'';
        if c != last || !field.starts_with('{') {
            out.push_str(field);
        }
        last = c;
    }
    out
}

/// The month's name in a text: what stands where the pattern has `{month}`.
fn name((text, pattern): (String, String)) -> String {
    let around = pattern.replace("{day}", "15").replace("{year}", "2017");
    let (before, after) = around.split_once("{month}").unwrap_or_default();
    let name = text.strip_prefix(before).and_then(|text| text.strip_suffix(after));
    name.unwrap_or(&text).to_owned()
}
