//! Where the marks of a lane stand, written by one effect for all of them: an effect for each value of each mark would
//! cost a zoom more than all else that the program does.

use leptos::html;
use leptos::prelude::*;

use super::place::{ATTRIBUTES, PROPERTIES, Placed};
use crate::browser::element;
use crate::layout::Sight;
use crate::order::sort_by;
use crate::ui::store::{Picture, Stand, Store};

/// What stands on a lane, in the order of time, each with its place; before it what counts where the window begins.
pub fn placed(store: Store, lane: usize, picture: Picture) -> Vec<(Stand, Placed)> {
    let stage = picture.stage.get();
    let (roving, current, is_alive) = (picture.roving.get(), picture.current(), store.alive.get());
    let (axis, rows) = picture.packed.with_untracked(|packed| (packed.axis(), packed.lanes().rows(lane)));
    let model = store.model();
    // What has focus is in sight wherever it stands.
    let seen = |first: usize, sight: Sight| {
        if sight == Sight::Gone && roving == Some(first) { Sight::Whole } else { sight }
    };
    picture.scene.with(|scene| {
        let rest = scene.rest;
        let has_button = scene.uncounted.get(lane).is_some_and(|uncounted| !uncounted.is_empty());
        let mut all = Vec::new();
        if has_button {
            all.push((-1.0, Stand::uncounted(lane), Placed::at_edge()));
        }
        for place in scene.marks.places.iter().filter(|place| place.lane == lane) {
            let sight = seen(place.entry, rest.link(place, place.row + 1 == rows, has_button));
            let stand = Stand { first: place.entry, entries: 1 };
            all.push((place.start, stand, Placed::link(&model, place, stage, axis, sight)));
        }
        for cluster in scene.marks.clusters.iter().filter(|cluster| cluster.lane == lane) {
            let sight = seen(cluster.first, rest.cluster(cluster.start, has_button));
            let stand = Stand { first: cluster.first, entries: cluster.count };
            all.push((cluster.start, stand, Placed::button(cluster, stage, sight)));
        }
        for (_, stand, placed) in all.iter_mut().filter(|(_, stand, _)| Stand::lane(stand.first).is_none()) {
            placed.is_stop = is_alive.then_some(roving == Some(stand.first));
            placed.is_current = current == Some(stand.first);
        }
        sort_by(&mut all, &|a, b| a.0.total_cmp(&b.0).then(a.1.first.cmp(&b.1.first)));
        all.into_iter().map(|(_, stand, placed)| (stand, placed)).collect()
    })
}

/// The slots of a lane, and where each was last said to stand.
#[derive(Clone, Copy)]
pub struct Seats(StoredValue<Vec<Seat>>);

struct Seat {
    stand: Stand,
    slot: NodeRef<html::Span>,
    placed: Placed,
}

impl Seats {
    /// None yet. They follow where the marks of a lane stand.
    pub fn following(places: Memo<Vec<(Stand, Placed)>>) -> Self {
        let seats = Self(StoredValue::new(Vec::new()));
        Effect::new(move |_| places.with(|places| seats.write(places)));
        seats
    }

    /// One more slot, written where it stands.
    pub fn add(self, stand: Stand, placed: Placed) -> NodeRef<html::Span> {
        let slot = NodeRef::new();
        self.0.update_value(|seats| seats.push(Seat { stand, slot, placed }));
        slot
    }

    /// Writes what has changed. A slot that has left the page is forgotten.
    fn write(self, places: &[(Stand, Placed)]) {
        self.0.update_value(|seats| {
            seats.retain_mut(|seat| {
                let Some(slot) = seat.slot.try_get_untracked() else { return false };
                let placed = places.iter().find(|(stand, placed)| *stand == seat.stand && *placed != seat.placed);
                if let Some(((_, placed), slot)) = placed.zip(slot) {
                    let (before, after) = (seat.placed.properties(), placed.properties());
                    for ((name, before), after) in PROPERTIES.iter().zip(before).zip(after) {
                        if before != after {
                            element::set_property(&slot, name, &after);
                        }
                    }
                    if placed.form != seat.placed.form {
                        element::set_attribute(&slot, "data-form", Some(&placed.form.words()));
                    }
                    if let Some(mark) = slot.first_element_child() {
                        let (before, after) = (seat.placed.attributes(), placed.attributes());
                        for (((name, _), before), after) in ATTRIBUTES.iter().zip(before).zip(after) {
                            if before != after {
                                element::set_attribute(&mark, name, after.as_deref());
                            }
                        }
                    }
                    seat.placed = *placed;
                }
                true
            });
        });
    }
}
