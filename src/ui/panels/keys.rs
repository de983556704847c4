//! How to read the frieze, and how to move in it: a legend drawn as the frieze itself is, and what mouse, fingers and
//! keys do.

use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::page::ids;
use crate::ui::edition::use_edition;
use crate::ui::parts::{Mark, hole};
use crate::ui::store::{Store, use_store};

/// What is done, and what it does.
type Gestures = [(Phrase, Phrase)];

const MOUSE: &Gestures = &[
    (Phrase::GestureNameDrag, Phrase::GesturePan),
    (Phrase::GestureNameWheel, Phrase::GestureZoom),
    (Phrase::GestureNameDouble, Phrase::GestureCloser),
];
const FINGERS: &Gestures = &[
    (Phrase::GestureNameSwipe, Phrase::GesturePan),
    (Phrase::GestureNamePinch, Phrase::GestureZoom),
    (Phrase::GestureNameTap, Phrase::GestureTap),
];
const KEYS: &Gestures = &[
    (Phrase::KeyNameArrows, Phrase::KeyArrows),
    (Phrase::KeyNameLanes, Phrase::KeyLanes),
    (Phrase::KeyNameEnds, Phrase::KeyEnds),
    (Phrase::KeyNameEnter, Phrase::KeyEnter),
    (Phrase::KeyNameZoom, Phrase::KeyZoom),
    (Phrase::KeyNameEscape, Phrase::KeyEscape),
    (Phrase::KeyNameHelp, Phrase::KeyHelp),
];

/// The panel; its text never changes.
#[component]
pub fn KeysPanel() -> impl IntoView {
    view! {
        <div
            id=ids::KEYS
            class="panel"
            popover="auto"
            role="dialog"
            aria-labelledby=ids::KEYS_TITLE
            data-panel="help"
            node_ref=use_store().nodes.keys
        >
            {hole(|| view! { <Keys /> })}
        </div>
    }
}

/// Which it is depends on the device: the style sheet shows what there are hands for.
#[component]
fn Keys() -> impl IntoView {
    let edition = use_edition();
    view! {
        <h2 id=ids::KEYS_TITLE tabindex="-1" autofocus>{edition.say(Phrase::FriezeKeys)}</h2>
        <Legend />
        <List with="fingers" gestures=FINGERS />
        <List with="mouse" gestures=MOUSE />
        <List with="mouse" gestures=KEYS />
        <button type="button" class="plain" popovertarget=ids::KEYS>{edition.say(Phrase::KeysClose)}</button>
    }
}

/// What can be done with a mouse (and keys), or with fingers, and what it does.
#[component]
fn List(with: &'static str, gestures: &'static Gestures) -> impl IntoView {
    let edition = use_edition();
    let gestures = gestures.iter().map(|(name, does)| {
        view! {
            <dt><kbd>{edition.say(*name)}</kbd></dt>
            <dd>{edition.say(*does)}</dd>
        }
    });
    view! { <dl data-with=with>{gestures.collect::<Vec<_>>()}</dl> }
}

/// The lanes, and all that a mark may say beside its date.
#[component]
fn Legend() -> impl IntoView {
    let model = use_store().model();
    let lanes = model.outline.lanes.iter().cloned().map(|lane| {
        let hue = lane.hue.clone();
        view! { <li data-hue=hue><span class="sample" aria-hidden="true"><Mark shape=lane.shape /></span>{lane.name}</li> }
    });
    view! {
        <ul class="legend">
            {lanes.collect::<Vec<_>>()} <Sample form="barred" says=Phrase::LegendBar />
            <Sample form="barred vague" says=Phrase::LegendVague />
            <Sample form="barred about" says=Phrase::LegendAbout />
            <Sample form="barred since" says=Phrase::LegendOpen />
            <li>
                <span class="sample" aria-hidden="true"><b>"Aa"</b></span>
                {use_edition().say(Phrase::LegendWeight)}
            </li>
            <li>
                <span class="sample" aria-hidden="true"><span class="cluster">"7"</span></span>
                {use_edition().say(Phrase::LegendCluster)}
            </li>
            <li>
                <span class="sample" aria-hidden="true"><span class="cluster" data-ongoing="">"3"</span></span>
                {use_edition().say(Phrase::LegendOngoing)}
            </li>
            <li>
                <span class="sample" aria-hidden="true"><span class="era" data-disputed=""></span></span>
                {use_edition().say(Phrase::LegendEra)}
            </li>
        </ul>
    }
}

/// A mark with its bar, in the form that says this.
#[component]
fn Sample(form: &'static str, says: Phrase) -> impl IntoView {
    view! {
        <li>
            <span class="sample" aria-hidden="true">
                <span class="slot" data-form=form>
                    <span class="item"><span class="mark" data-shape="circle"></span></span>
                </span>
            </span>
            {use_edition().say(says)}
        </li>
    }
}

impl Store {
    /// Opens the panel; the browser moves focus to its heading, and back when it closes.
    pub fn open_keys(self) {
        if let Some(keys) = self.nodes.keys.get_untracked() {
            // Fails where it is open already.
            let _ = keys.show_popover();
        }
    }
}
