//! The page's state.

use std::sync::Arc;

use leptos::prelude::*;

use super::model::Model;
use crate::layout::{Cluster, IntervalIndex, NARROWEST_AXIS, Packing, Place, Scene, Viewport};
use crate::session::{Session, Target};

/// The page's state. It is `Copy`: closures take it along.
#[derive(Clone, Copy)]
pub struct Page {
    model: StoredValue<Arc<Model>>,
    /// Filters, target and problem.
    pub session: RwSignal<Session>,
    /// Zoom and scroll position, apart from the rest so that a pan touches only what it must.
    pub viewport: RwSignal<Viewport>,
    /// Whether rows follow the real width; until the reader zooms, filters or resizes they stay those
    /// of the prerendered page.
    pub repack: RwSignal<bool>,
    /// The entry whose article is being read.
    pub current: RwSignal<Option<usize>>,
    /// Where the frieze's one Tab stop is.
    pub roving: RwSignal<Option<usize>>,
    /// Whether the frieze was unfolded in a small window.
    pub unfolded: RwSignal<bool>,
    /// For each entry, whether it is shown.
    pub shown: Memo<Vec<bool>>,
    /// Rows and clusters.
    pub packed: Memo<Packed>,
    /// What is drawn.
    pub scene: Memo<Scene>,
}

/// A packing with the ways into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Packed {
    /// The packing.
    pub packing: Arc<Packing>,
    /// Axis length it is for, in rem.
    pub axis: f64,
    index: Same<Arc<IntervalIndex>>,
    by_entry: Arc<Vec<Option<usize>>>,
}

/// What follows from the packing beside it, so it is never compared.
#[derive(Clone, Debug)]
struct Same<T>(T);

impl<T> PartialEq for Same<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Packed {
    fn new(model: &Model, shown: &[bool], axis: f64) -> Self {
        let is_shown = |entry: usize| shown.get(entry).copied().unwrap_or(false);
        let subjects: Vec<_> = model.subjects.iter().copied().filter(|subject| is_shown(subject.entry)).collect();
        let packing = Packing::new(&subjects, &model.rows, axis);
        let mut by_entry = vec![None; model.subjects.len()];
        for (at, place) in packing.places.iter().enumerate() {
            if let Some(slot) = by_entry.get_mut(place.entry) {
                *slot = Some(at);
            }
        }
        Self {
            axis,
            index: Same(Arc::new(Scene::index(&packing))),
            packing: Arc::new(packing),
            by_entry: Arc::new(by_entry),
        }
    }

    /// The cluster that an entry is in.
    pub fn cluster_of(&self, entry: usize) -> Option<Cluster> {
        self.packing.clusters.iter().find(|cluster| cluster.entries.contains(&entry)).cloned()
    }

    /// Where an entry stands, if it has a link of its own.
    pub fn place(&self, entry: usize) -> Option<Place> {
        self.packing.places.get((*self.by_entry.get(entry)?)?).copied()
    }
}

impl Page {
    /// A page at rest: nothing filtered, the whole range in view.
    pub fn new(model: Model) -> Self {
        let model = StoredValue::new(Arc::new(model));
        let session = RwSignal::new(Session::default());
        let viewport = RwSignal::new(Viewport::whole(NARROWEST_AXIS));
        let repack = RwSignal::new(false);
        let shown = Memo::new(move |_| {
            model.with_value(|model| {
                session.with(|session| {
                    let mut shown = session.filters.passing(model.timeline(), &model.search);
                    // The address wins: what it names is shown even if the filters exclude it.
                    if let Some(Target::Entry(entry)) = session.target
                        && let Some(shown) = shown.get_mut(entry)
                    {
                        *shown = true;
                    }
                    shown
                })
            })
        });
        let axis =
            Memo::new(move |_| if repack.get() { viewport.with(|viewport| viewport.axis()) } else { NARROWEST_AXIS });
        let packed =
            Memo::new(move |_| model.with_value(|model| shown.with(|shown| Packed::new(model, shown, axis.get()))));
        // Ticks follow the window in steps of half a window, not every pixel of a pan.
        let window = Memo::new(move |_| {
            let viewport = viewport.get();
            let step = 0.5 / viewport.zoom();
            let from = ((viewport.offset() / step).floor() - 2.0) * step;
            (from.max(0.0), (from + 7.0 * step).min(1.0))
        });
        let scene = Memo::new(move |_| {
            let axis = viewport.with(|viewport| viewport.axis());
            model.with_value(|model| {
                packed.with(|packed| Scene::new(&packed.packing, &packed.index.0, model.scale, axis, window.get()))
            })
        });
        Self {
            model,
            session,
            viewport,
            repack,
            current: RwSignal::new(None),
            roving: RwSignal::new(None),
            unfolded: RwSignal::new(false),
            shown,
            packed,
            scene,
        }
    }

    /// What does not change.
    pub fn model(self) -> Arc<Model> {
        self.model.get_value()
    }

    /// Whether an entry is shown.
    pub fn is_shown(self, entry: usize) -> bool {
        self.shown.with(|shown| shown.get(entry).copied().unwrap_or(false))
    }

    /// How many entries are shown.
    pub fn count(self) -> usize {
        self.shown.with(|shown| shown.iter().filter(|shown| **shown).count())
    }
}
