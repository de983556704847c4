//! A cluster: entries too near to each other to be told apart, as one button that names and counts them.

use std::time::Duration;

use leptos::prelude::*;

use super::place::Placed;
use crate::browser::element;
use crate::i18n::{Phrase, Style};
use crate::layout::{Cluster, TARGET};
use crate::page::ids;
use crate::time::{Bound, Date, Edtf, Precision};
use crate::ui::store::{Listed, Picture, Stand, Store, flag, live, use_store};

/// A cluster of more than so many entries is not looked through for a parent they all have.
const MOST_DETAILS: usize = 50;
/// How long what a cluster held takes to come; the style sheet has it too.
const OPENING: Duration = Duration::from_millis(200);
/// So many entries of a cluster are listed; of more, their number is said.
const MOST_LISTED: usize = 100;

/// It opens closer, where that tells its entries apart, else as a list.
#[component]
pub fn ClusterButton(stand: Stand, placed: Placed, picture: Picture) -> impl IntoView {
    let store = use_store();
    let first = stand.first;
    let lane = Stand::lane(first);
    let [_, _, tabindex, current] = placed.attributes();
    let count = live(move || lane.map_or(stand.entries, |lane| picture.uncounted(lane).len()).to_string());
    view! {
        <button
            id=ids::stop(picture.number, first)
            class="cluster"
            data-stop=flag(lane.is_none())
            tabindex=tabindex
            type="button"
            data-cluster=count
            data-ongoing=flag(lane.is_some())
            aria-label=live(move || counted(store, first, picture, 0).name)
            aria-current=current
            disabled=store.waiting
        >
            {count}
        </button>
    }
}

/// What a button counts, and the first of its entries.
pub fn counted(store: Store, first: usize, picture: Picture, most: usize) -> Listed {
    let model = store.model();
    if let Some(lane) = Stand::lane(first) {
        let mut entries = picture.uncounted(lane);
        let count = entries.len();
        entries.truncate(most);
        let lane = model.outline.lanes.get(lane).map(|lane| lane.name.as_str()).unwrap_or_default();
        let name = model.fill(Phrase::Uncounted, &[("n", &count.to_string()), ("lane", lane)]);
        return Listed { name, entries, count };
    }
    let cluster = cluster(first, picture).unwrap_or_default();
    let entries = picture.packed.with_untracked(|packed| packed.members(&cluster, most));
    Listed { name: cluster_name(store, &cluster, picture), entries, count: cluster.count }
}

fn cluster(first: usize, picture: Picture) -> Option<Cluster> {
    let is_it = |cluster: &&Cluster| cluster.first == first;
    picture.scene.with_untracked(|scene| scene.marks.clusters.iter().find(is_it).copied())
}

/// How many entries, in which lane and of which time, or of which entry they are details.
fn cluster_name(store: Store, cluster: &Cluster, picture: Picture) -> String {
    let model = store.model();
    let entry = |entry: usize| model.outline.entries.get(entry);
    let n = cluster.count.to_string();
    let parent = entry(cluster.first).and_then(|first| first.parent).filter(|_| cluster.count <= MOST_DETAILS);
    if let Some(parent) = parent {
        let members = picture.packed.with_untracked(|packed| packed.members(cluster, cluster.count));
        if members.iter().all(|&member| entry(member).is_some_and(|member| member.parent == Some(parent))) {
            return model.fill(Phrase::ClusterDetails, &[("n", &n), ("title", model.title(parent))]);
        }
    }
    let lane = model.outline.lanes.get(cluster.lane).map(|lane| lane.name.as_str()).unwrap_or_default();
    let days = cluster.span * model.scale.seconds() as f64 / 86_400.0;
    let precision = match days {
        days if days < 1.0 => Precision::Day,
        days if days < 3.0 * 365.0 => Precision::Month,
        _ => Precision::Year,
    };
    let bound = |at: f64| Date::new(model.scale.moment(at).civil(), precision).map_or(Bound::Open, Bound::Known);
    let span = Edtf::Interval(bound(cluster.start), bound(cluster.start + cluster.span));
    let span = model.words.dates.text(span, Style::Long);
    model.fill(Phrase::Cluster, &[("n", &n), ("lane", lane), ("span", &span)])
}

impl Store {
    /// Opens a cluster: closer, or as a list.
    pub fn open(self, first: usize, picture: Picture) {
        let viewport = picture.viewport.get_untracked();
        let cluster = cluster(first, picture);
        // As one, they would only be a smaller cluster of the same entries.
        let are_apart = |cluster: &Cluster| cluster.span * viewport.width() * viewport.deepest() > TARGET;
        if let Some(cluster) = cluster.filter(are_apart).filter(|_| !viewport.is_deepest()) {
            self.show_opening();
            picture.roving.set(Some(first));
            let (start, span) = (cluster.start, cluster.span);
            picture.repacked(|viewport| viewport.showing(start - span * 0.25, start + span * 1.25));
        } else {
            self.tip.set(None);
            self.listed.set(untrack(|| counted(self, first, picture, MOST_LISTED)));
            request_animation_frame(move || self.open_list(&ids::stop(picture.number, first)));
        }
    }

    /// For a moment what comes does not stand there all at once, where the reader allows motion.
    fn show_opening(self) {
        if let Some(scroller) = self.nodes.scroller.get_untracked() {
            element::set_flag(&scroller, "data-opening", true);
            set_timeout(move || element::set_flag(&scroller, "data-opening", false), OPENING);
        }
    }

    /// Opens the list of a cluster under its button, which has that id; focus goes to its first link.
    fn open_list(self, button: &str) {
        let list = self.nodes.cluster.get_untracked();
        if let Some((list, button)) = list.zip(element::by_id(button)) {
            // Fails where it is open already.
            let _ = list.show_popover();
            element::place_below(&list, &button);
        }
    }
}
