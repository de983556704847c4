//! The tip beside the mark that is under the pointer or in focus: an entry's whole title and date; for what counts
//! entries, what they are and the first of them.

use leptos::prelude::*;

use super::cluster::counted;
use super::place::fraction;
use crate::i18n::{Phrase, Style};
use crate::layout::{Cluster, Place, Spot};
use crate::ui::model::Model;
use crate::ui::store::{Listed, Picture, Stand, Store, flag, live, use_store};

/// So many titles of what is counted are said.
const TITLES: usize = 3;
/// A tip's width at most, in rem (style/50-frieze.css).
const WIDEST: f64 = 22.0;

/// Shown on hover and focus, kept while the pointer is on it, dismissed by Esc (WCAG 1.4.13).
#[component]
pub fn Tip(picture: Picture) -> impl IntoView {
    let store = use_store();
    let tip = move || tip_at(store, picture);
    let has = move |is: fn(&TipAt) -> bool| live(move || flag(tip().as_ref().is_some_and(is)));
    let text = move |of: fn(TipAt) -> String| live(move || tip().map(of).unwrap_or_default());
    view! {
        <div
            class="tip"
            data-tip=""
            role="tooltip"
            hidden=live(move || tip().is_none())
            style:--start=text(|tip| fraction(tip.start))
            style:--tip-row=text(|tip| tip.row.to_string())
            data-turned=has(|tip| tip.is_turned)
            data-low=has(|tip| tip.is_low)
            node_ref=store.nodes.tip
            on:pointerleave=move |_| store.tip.set(None)
        >
            <strong>{text(|tip| tip.title)}</strong>
            <span>{text(|tip| tip.lines)}</span>
        </div>
    }
}

/// What a tip says, and where it stands.
struct TipAt {
    title: String,
    lines: String,
    /// Row among those of all lanes.
    row: usize,
    start: f64,
    /// Past the middle, where the window ends before a tip might, it opens towards the start.
    is_turned: bool,
    /// In the lower half it opens upwards: readers' own text may need more lines than ours.
    is_low: bool,
}

fn tip_at(store: Store, picture: Picture) -> Option<TipAt> {
    let first = store.tip.get()?;
    let model = store.model();
    let (from, to) = picture.window();
    let spot = picture.packed.with(|packed| packed.spot(first));
    let (lane, row, start, span) = match (Stand::lane(first), spot) {
        (Some(lane), _) => (lane, picture.rows(lane) - 1, from, 0.0),
        (_, Some(Spot::Place(Place { lane, row, start, span, .. }))) => (lane, row, start, span),
        (_, Some(Spot::Cluster(Cluster { lane, row, start, .. }))) => (lane, row, start, 0.0),
        _ => return None,
    };
    // What has left the window takes its tip along, but for a bar whose label stays.
    if start > to || start + span < from {
        return None;
    }
    let (title, lines) = match spot {
        Some(Spot::Place(_)) => (model.title(first).to_owned(), model.date(first, Style::Long)),
        _ => {
            let counted = counted(store, first, picture, TITLES + 1);
            let lines = titles(&model, &counted);
            (counted.name, lines)
        }
    };
    let rows = |lanes: usize| (0..lanes).map(|lane| picture.rows(lane)).sum::<usize>();
    let row = rows(lane) + row;
    let is_low = 2 * row >= rows(model.outline.lanes.len());
    let is_turned = start > (from + to) / 2.0 && (to - start) * picture.viewport.get().axis() < WIDEST;
    Some(TipAt { title, lines, row, start: picture.stage.get().place(start.max(from), 0.0).0, is_turned, is_low })
}

/// The first titles of what is counted, and how many more there are, never just one: a line each.
fn titles(model: &Model, counted: &Listed) -> String {
    let said = if counted.count == TITLES + 1 { counted.count } else { TITLES };
    let mut lines: Vec<_> = counted.entries.iter().take(said).map(|entry| model.title(*entry).to_owned()).collect();
    if counted.count > said {
        lines.push(model.fill(Phrase::MoreEntries, &[("n", &(counted.count - said).to_string())]));
    }
    lines.join("\n")
}
