//! The page's state.

use std::sync::Arc;

use leptos::prelude::*;

use super::model::Model;
use crate::layout::{DRAW_ALL, Lanes, NARROWEST_AXIS, Packing, Scene, Stage, Viewport};
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
    pub packed: Memo<Packing>,
    /// The packing that each lane is drawn by: `packed`, but for lanes whose turn is still to come.
    pub drawn: RwSignal<Vec<Packing>>,
    /// The lane that was drawn last.
    last_drawn: StoredValue<usize>,
    /// The stretch of the axis that is on the page.
    pub stage: Memo<Stage>,
    /// What is drawn.
    pub scene: Memo<Scene>,
}

impl Page {
    /// A page at rest: nothing filtered, the whole range in view.
    pub fn new(model: Model) -> Self {
        let deepest = model.scale.deepest_zoom();
        let model = StoredValue::new(Arc::new(model));
        let session = RwSignal::new(Session::default());
        let viewport = RwSignal::new(Viewport::new(NARROWEST_AXIS, deepest));
        let repack = RwSignal::new(false);
        let roving = RwSignal::new(None);
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
        let lanes = Memo::new(move |_| {
            model.with_value(|model| {
                shown.with(|shown| {
                    let is_shown = |entry: usize| shown.get(entry).copied().unwrap_or(false);
                    let subjects = model.subjects.iter().copied().filter(|subject| is_shown(subject.entry));
                    Packing::new(Arc::new(Lanes::new(subjects, &model.rows)), NARROWEST_AXIS)
                })
            })
        });
        let packed = Memo::new(move |_| {
            let axis = if repack.get() { viewport.with(|viewport| viewport.axis()) } else { NARROWEST_AXIS };
            lanes.with(|lanes| lanes.on_axis(axis))
        });
        let count = model.with_value(|model| model.rows.len());
        let drawn = RwSignal::new(vec![packed.get_untracked(); count]);
        let stage = Memo::new(move |before: Option<&Stage>| Stage::of(viewport.get(), before.copied()));
        // The scene follows the window in steps of an eighth of it, not every pixel of a pan.
        let window = Memo::new(move |_| {
            let viewport = viewport.get();
            let step = 0.125 / viewport.zoom();
            let from = ((viewport.offset() / step).floor() - 1.0) * step;
            (from.max(0.0), (from + 12.0 * step).min(1.0))
        });
        let scene = Memo::new(move |_| {
            let axis = viewport.with(|viewport| viewport.axis());
            let (window, all, kept) = (window.get(), stage.with(|stage| stage.stretch()), roving.get());
            model.with_value(|model| drawn.with(|drawn| Scene::new(drawn, model.scale, axis, window, all, kept)))
        });
        Self {
            model,
            session,
            viewport,
            repack,
            current: RwSignal::new(None),
            roving,
            unfolded: RwSignal::new(false),
            shown,
            packed,
            drawn,
            last_drawn: StoredValue::new(0),
            stage,
            scene,
        }
    }

    /// What does not change.
    pub fn model(self) -> Arc<Model> {
        self.model.get_value()
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

    /// Whether an entry is shown.
    pub fn is_shown(self, entry: usize) -> bool {
        self.shown.with(|shown| shown.get(entry).copied().unwrap_or(false))
    }

    /// How many entries are shown.
    pub fn count(self) -> usize {
        self.shown.with(|shown| shown.iter().filter(|shown| **shown).count())
    }
}
