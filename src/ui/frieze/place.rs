//! Places on the axis as the style sheet reads them, and edges of the window as dates.

use crate::content::Item;
use crate::layout::{Cluster, Place, Sight, Stage};
use crate::time::{Bound, Date, Edtf, Moment, Precision, Qualifier};
use crate::ui::model::Model;
use crate::ui::store::flag;

/// Bars shorter than this, in rem, would be a speck beside their mark.
const LEAST_BAR: f64 = 0.5;

/// A fraction as CSS reads it, to seven places: without the machinery that prints any float.
pub fn fraction(value: f64) -> String {
    let units = (value * 1e7).round().max(0.0) as u64;
    format!("{}.{:07}", units / 10_000_000, units % 10_000_000)
}

/// A length in rem.
pub fn rem(value: f64) -> String {
    format!("{}rem", fraction(value))
}

/// The same as a percentage.
pub fn percent(value: f64) -> String {
    format!("{}%", fraction(value * 100.0))
}

/// Where a mark stands and how it is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Placed {
    /// Fraction of the stage at which it begins.
    pub start: f64,
    /// Length of its bar.
    pub span: f64,
    /// Room for mark and label; buttons take none.
    pub room: Option<f64>,
    /// Its row; none where the style sheet knows it.
    pub row: Option<usize>,
    /// How much later its label begins, where the window has it at its edge, and the most it may take; in rem.
    pub cut: Option<(f64, f64)>,
    /// How it is drawn.
    pub form: Form,
    /// Whether only the mark is shown.
    pub is_bare: bool,
    /// Whether it is the one Tab stop (roving tabindex). Without script all links are plain links.
    pub is_stop: Option<bool>,
    /// Whether it stands for the entry that is read: one of all marks at a time.
    pub is_current: bool,
}

impl Placed {
    /// Of an entry's link, on an axis of so many rem, as far as it is seen.
    pub fn link(model: &Model, place: &Place, stage: Stage, axis: f64, sight: Sight) -> Self {
        let room = if place.flipped { place.room / stage.length() } else { stage.place(place.start, place.room).1 };
        let (start, span) = stage.place(place.start, place.bar);
        Self {
            start,
            span,
            room: Some(room),
            row: Some(place.row),
            cut: if let Sight::Cut { later, most } = sight { Some((later, most)) } else { None },
            form: Form::of(model.outline.entries.get(place.entry), place, axis, sight),
            is_bare: place.is_bare() || sight == Sight::Bare,
            ..Self::default()
        }
    }

    /// Of a cluster's button.
    pub fn button(cluster: &Cluster, stage: Stage, sight: Sight) -> Self {
        let (start, span) = stage.place(cluster.start, cluster.span);
        let form = if sight == Sight::Gone { Form::GONE } else { Form::default() };
        Self { start, span, row: Some(cluster.row), form, ..Self::default() }
    }

    /// Of the button that counts what has no row: always at the edge.
    pub fn at_edge() -> Self {
        Self { form: Form::UNCOUNTED, is_stop: Some(true), ..Self::default() }
    }

    /// The attributes of its mark, in the order of [`ATTRIBUTES`].
    pub fn attributes(&self) -> [Option<String>; ATTRIBUTES.len()] {
        ATTRIBUTES.map(|(_, value)| value(self))
    }

    /// The custom properties of its slot, in the order of [`PROPERTIES`]; an empty text is none.
    pub fn properties(&self) -> [String; PROPERTIES.len()] {
        let (later, most) = self.cut.map(|(later, most)| (rem(later), rem(most))).unwrap_or_default();
        let room = self.room.map(fraction).unwrap_or_default();
        [
            fraction(self.start),
            fraction(self.span),
            room,
            self.row.map(|row| row.to_string()).unwrap_or_default(),
            later,
            most,
        ]
    }
}

/// What says where a mark stands.
pub const PROPERTIES: [&str; 6] = ["--start", "--span", "--room", "--at", "--later", "--most"];

/// The name of an attribute, and its value; without one it is not there.
type Attribute = (&'static str, fn(&Placed) -> Option<String>);

/// What the mark itself says of that: a link of its row.
pub const ATTRIBUTES: [Attribute; 4] = [
    ("data-row", |placed| placed.row.filter(|_| placed.room.is_some()).map(|row| row.to_string())),
    ("data-bare", |placed| flag(placed.is_bare)),
    ("tabindex", |placed| placed.is_stop.map(|is_stop| if is_stop { "0" } else { "-1" }.to_owned())),
    ("aria-current", |placed| placed.is_current.then(|| "true".to_owned())),
];

/// How a mark is drawn, in the style sheet's words: not at all, its label before its mark, no label, with a bar, of which
/// the end is not drawn; a date that is vague, approximate or uncertain, without an end, without a start. The last is
/// the button that counts what has no row.
const FORMS: [&str; 11] =
    ["gone", "flipped", "bare", "barred", "goes-on", "long", "vague", "about", "since", "until", "uncounted"];

/// Some of these words, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Form(u16);

impl Form {
    /// Not drawn at all.
    const GONE: Self = Self(1);
    /// The button that counts what has no row.
    const UNCOUNTED: Self = Self(1 << (FORMS.len() - 1));

    fn of(entry: Option<&Item>, place: &Place, axis: f64, sight: Sight) -> Self {
        let date = entry.map(|entry| entry.date).unwrap_or_default();
        let is_interval = matches!(date, Edtf::Interval(..));
        let about = |bound: Bound| bound.date().is_some_and(|date| date.qualifier() != Qualifier::default());
        let holds = [
            sight == Sight::Gone,
            place.flipped,
            place.is_bare() || sight == Sight::Bare,
            place.bar * axis >= LEAST_BAR,
            place.bar < place.span,
            place.is_long(axis),
            !is_interval && matches!(date.precision(), Precision::Year | Precision::Month),
            about(date.start()) || about(date.end()),
            date.end().date().is_none(),
            date.start().date().is_none(),
        ];
        Self(holds.iter().enumerate().fold(0, |form, (bit, holds)| form | (u16::from(*holds) << bit)))
    }

    /// As an attribute: the words, with spaces between.
    pub fn words(self) -> String {
        let mut words = String::new();
        for (bit, word) in FORMS.iter().enumerate() {
            if self.0 & (1 << bit) != 0 {
                words.push_str(if words.is_empty() { "" } else { " " });
                words.push_str(word);
            }
        }
        words
    }
}

/// An edge of a window as an EDTF date, as precise as the window is short.
pub fn edge(model: &Model, window: (f64, f64), end: bool) -> Option<String> {
    let precision = match (window.1 - window.0) * model.scale.seconds() as f64 {
        length if length < 3_600.0 => Precision::Second,
        length if length < 30.0 * 86_400.0 => Precision::Minute,
        _ => Precision::Day,
    };
    let at = moment(model, if end { window.1 } else { window.0 }, end);
    Date::new(at.civil(), precision).map(|date| date.to_string())
}

/// The instant at a fraction of the axis. The end of a window belongs to the next day; its last instant is just
/// before that.
pub fn moment(model: &Model, at: f64, end: bool) -> Moment {
    Moment(model.scale.moment(at).0 - i64::from(end))
}
