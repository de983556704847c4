//! The picture that a frieze shows: which part of the axis, in which rows, and what of it is drawn.

use std::sync::Arc;

use leptos::prelude::*;

use crate::layout::{AXES, DRAW_ALL, NARROWEST_AXIS, Packing, Rest, Scene, Stage, Viewport};
use crate::session::{Stop, stop_of};
use crate::ui::model::Model;

/// A picture of the timeline. It is `Copy`, and given to the frieze as a value: a page may have several.
///
/// `packed` follows zoom, filters and size; `drawn` follows `packed`, one lane a frame where there are many entries;
/// `scene` is what is near the window, and follows scrolling.
#[derive(Clone, Copy)]
pub struct Picture {
    /// Which of those that the file has, by the axis it is packed for ([`AXES`]).
    pub number: usize,
    /// Zoom and scroll position, apart from the rest so that a pan touches only what it must.
    pub viewport: RwSignal<Viewport>,
    /// Whether rows follow the real width; until the reader zooms, filters or resizes they stay those of the
    /// prerendered page.
    pub repack: RwSignal<bool>,
    /// Where its one Tab stop is (roving tabindex).
    pub roving: RwSignal<Option<usize>>,
    /// The entry that is read.
    current: RwSignal<Option<usize>>,
    /// Rows and clusters.
    pub packed: Memo<Packing>,
    /// The packing that each lane is drawn by: `packed`, but for lanes whose turn is still to come.
    drawn: RwSignal<Vec<Packing>>,
    /// The lane that was drawn last.
    last_drawn: StoredValue<usize>,
    /// The stretch of the axis that is on the page.
    pub stage: Memo<Stage>,
    /// The window when it last stood still: labels end at its edges.
    rest: RwSignal<Viewport>,
    /// What is drawn.
    pub scene: Memo<Scene>,
}

impl Picture {
    /// The whole range of the entries that are shown, packed for the axis of that number; `current` is the entry that
    /// is read.
    pub fn new(model: &Arc<Model>, shown: Memo<Vec<bool>>, current: RwSignal<Option<usize>>, number: usize) -> Self {
        let axis = AXES.get(number).copied().unwrap_or(NARROWEST_AXIS);
        let scale = model.scale;
        let viewport = RwSignal::new(Viewport::new(axis, scale.deepest_zoom()));
        let repack = RwSignal::new(false);
        let roving = RwSignal::new(None);
        let count = model.outline.lanes.len();
        let model = Arc::clone(model);
        let lanes = Memo::new(move |_| {
            shown.with(|shown| {
                let is_shown = |entry: usize| shown.get(entry).copied().unwrap_or(false);
                Packing::new(Arc::new(model.lanes(is_shown)), axis)
            })
        });
        let packed = Memo::new(move |_| {
            let axis = if repack.get() { viewport.with(|viewport| viewport.axis()) } else { axis };
            lanes.with(|lanes| lanes.on_axis(axis))
        });
        let drawn = RwSignal::new(vec![packed.get_untracked(); count]);
        let stage = Memo::new(move |before: Option<&Stage>| Stage::of(viewport.get(), before.copied()));
        // The scene follows the window in steps of an eighth of it, not every pixel of a pan.
        let window = Memo::new(move |_| {
            let viewport = viewport.get();
            let step = 0.125 / viewport.zoom();
            let from = ((viewport.offset() / step).floor() - 1.0) * step;
            (from.max(0.0), (from + 12.0 * step).min(1.0))
        });
        let rest = RwSignal::new(viewport.get_untracked());
        let scene = Memo::new(move |_| {
            let rest = rest.with(|rest| Rest::new(rest.window(), rest.axis()));
            let (window, all, kept) = (window.get(), stage.with(|stage| stage.stretch()), roving.get());
            drawn.with(|drawn| Scene::new(drawn, scale, rest, window, all, kept))
        });
        let last_drawn = StoredValue::new(0);
        Self { number, viewport, repack, roving, current, packed, drawn, last_drawn, stage, rest, scene }
    }

    /// The mark that stands for the entry that is read: its link, or the cluster it is in.
    pub fn current(self) -> Option<usize> {
        self.stop_of(self.current.get()?).map(|stop| stop.entry)
    }

    /// The rows of a lane as it is drawn.
    pub fn rows(self, lane: usize) -> usize {
        self.drawn.with(|drawn| drawn.get(lane).map_or(1, |packing| packing.lanes().rows(lane)))
    }

    /// What is counted at the start of a lane.
    pub fn uncounted(self, lane: usize) -> Vec<usize> {
        self.scene.with(|scene| scene.uncounted.get(lane).cloned().unwrap_or_default())
    }

    /// Draws one more lane by the newest packing: all lanes of many entries at once would take longer than a
    /// frame. What other entries are shown changes all of them. True if there was one to draw.
    pub fn advance(self) -> bool {
        let newest = self.packed.get_untracked();
        let last = self.last_drawn.get_value();
        let stale = self.drawn.with_untracked(|drawn| {
            let turns = (0..drawn.len()).map(|turn| (last + 1 + turn) % drawn.len());
            turns.into_iter().find(|&lane| drawn.get(lane) != Some(&newest))
        });
        if let Some(stale) = stale {
            self.last_drawn.set_value(stale);
            self.drawn.update(|drawn| {
                let few = newest.lanes().len() <= DRAW_ALL;
                let all = few || drawn.first().is_some_and(|packing| !packing.is_of_same(&newest));
                for (lane, packing) in drawn.iter_mut().enumerate() {
                    if all || lane == stale {
                        packing.clone_from(&newest);
                    }
                }
            });
        }
        stale.is_some()
    }

    /// Zooms, pans or resizes; the rows follow the real width from now on.
    pub fn repacked(self, change: impl FnOnce(Viewport) -> Viewport) {
        self.repack.set(true);
        self.moved(change);
    }

    /// Another window on the same axis, which stands still.
    pub fn moved(self, change: impl FnOnce(Viewport) -> Viewport) {
        self.moving(change);
        self.settled();
    }

    /// Another window on the same axis, which moves on.
    pub fn moving(self, change: impl FnOnce(Viewport) -> Viewport) {
        let before = self.viewport.get_untracked();
        let after = change(before);
        if after != before {
            self.viewport.set(after);
        }
    }

    /// The window stands still.
    pub fn settled(self) {
        let rest = self.viewport.get_untracked();
        if rest != self.rest.get_untracked() {
            self.rest.set(rest);
        }
    }

    /// The window as fractions of the axis.
    pub fn window(self) -> (f64, f64) {
        self.viewport.with(|viewport| viewport.window())
    }

    /// The stop at which an entry is reached: its link, or the cluster it is in.
    pub fn stop_of(self, entry: usize) -> Option<Stop> {
        self.packed.with(|packed| stop_of(packed, entry))
    }

    /// The Tab stop is always on the page: an entry, or the cluster it has joined, else what stands first.
    pub fn keep_stop(self) {
        let roving = self.roving.get_untracked();
        let stop = roving.and_then(|entry| untrack(|| self.stop_of(entry))).map(|stop| stop.entry);
        let first = || {
            self.scene.with_untracked(|scene| {
                let clusters = scene.marks.clusters.iter().map(|cluster| (cluster.start, cluster.first));
                let places = scene.marks.places.iter().map(|place| (place.start, place.entry));
                places.chain(clusters).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, entry)| entry)
            })
        };
        let stop = stop.or_else(first);
        if stop != roving {
            self.roving.set(stop);
        }
    }
}
