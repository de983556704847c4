//! The tools above the frieze: search, lanes, regions, period, what they leave, and what there is to say of it.

mod chips;
mod count;
mod messages;
mod period;
mod search;

use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::page::ids;
use crate::session::Toggle;
use crate::ui::parts::said;
use crate::ui::store::{live, use_store};

use chips::{Chip, FLAGS};
use count::Count;
pub use messages::Messages;
use period::Period;
use search::Search;

/// All of them.
#[component]
pub fn Tools() -> impl IntoView {
    let store = use_store();
    let lanes = store.model().outline.lanes.len();
    view! {
        <div class="tools">
            // It takes focus where what had it goes: a message that was read, a button with nothing left to clear.
            <h2 id=ids::DECADE_TITLE>{said(Phrase::PartDecade)}</h2>
            <Search />
            <div class="chips lanes needs-script" role="group" aria-label=store.say(Phrase::FilterLanes)>
                {(0..lanes).map(|lane| view! { <Chip filter=Toggle::Lane(lane) /> }).collect::<Vec<_>>()}
            </div>
            <MoreFilters />
            <Count />
        </div>
    }
}

/// Regions, disagreement and period, behind a disclosure.
#[component]
fn MoreFilters() -> impl IntoView {
    let store = use_store();
    let regions = store.model().outline.regions.len();
    let active = move || {
        store.session.with(|session| {
            let filters = &session.filters;
            let pressed = filters.on().filter(|filter| !matches!(filter, Toggle::Lane(_))).count();
            pressed + usize::from(filters.from.is_some()) + usize::from(filters.to.is_some())
        })
    };
    view! {
        <details class="more needs-script" data-more="">
            <summary>
                {format!("{} ", store.say(Phrase::FilterMore))}
                <span class="badge" hidden=live(move || active() == 0)>
                    {live(move || Some(active().to_string()))}
                </span>
            </summary>
            <div class="more-filters">
                <div class="chips" role="group" aria-label=store.say(Phrase::FilterRegions)>
                    {(0..regions).map(|region| view! { <Chip filter=Toggle::Region(region) /> }).collect::<Vec<_>>()}
                </div>
                <div class="chips">{FLAGS.map(|filter| view! { <Chip filter /> })}</div>
                <Period />
            </div>
        </details>
    }
}
