//! A mark in its slot: an entry's link, or a cluster's button.

use leptos::either::Either;
use leptos::prelude::*;

use super::cluster::ClusterButton;
use super::place::Placed;
use super::seats::Seats;
use crate::content::Item;
use crate::i18n::Style;
use crate::page::ids;
use crate::ui::edition::language;
use crate::ui::store::{Picture, Stand, use_store};

/// Says where a mark stands. It has no box of its own. Where it stands later, its lane writes ([`Seats`]).
#[component]
pub fn Slot(stand: Stand, placed: Placed, seats: Seats, picture: Picture) -> impl IntoView {
    let node = seats.add(stand, placed);
    let inside = if stand.entries == 1 {
        Either::Left(view! { <EntryLink entry=stand.first placed picture /> })
    } else {
        Either::Right(view! { <ClusterButton stand placed picture /> })
    };
    let [start, span, room, at, later, most] = placed.properties();
    view! {
        <span
            class="slot"
            style:--start=start
            style:--span=span
            style:--room=room
            style:--at=at
            style:--later=later
            style:--most=most
            data-form=placed.form.words()
            node_ref=node
        >
            {inside}
        </span>
    }
}

/// An entry's link: mark, label, and its date for those who do not see where it stands. Dragging it pans the frieze.
#[component]
fn EntryLink(entry: usize, placed: Placed, picture: Picture) -> impl IntoView {
    let store = use_store();
    let model = store.model();
    let item = model.outline.entries.get(entry).cloned().unwrap_or_default();
    let [row, bare, tabindex, current] = placed.attributes();
    let label = item.label().clone();
    let (lang, dir) = language(&label);
    let Item { id, weight, lane, title, short, .. } = item;
    // A label that is not all of the title is what the link's name begins with; the title follows.
    let title = short.map(|_| format!(", {}", title.as_str())).unwrap_or_default();
    view! {
        <a
            id=ids::stop(picture.number, entry)
            class="item"
            data-stop=""
            tabindex=tabindex
            href=ids::link(&id)
            draggable="false"
            data-entry=id
            data-row=row
            data-bare=bare
            data-weight=weight.to_string()
            aria-current=current
        >
            <span class="mark" data-mark="" data-shape=model.look(lane).1></span>
            <span class="label" data-label="" lang=lang dir=dir>{label.as_str().to_owned()}</span>
            <span class="visually-hidden">{format!("{title}, {}", model.date(entry, Style::Long))}</span>
        </a>
    }
}
