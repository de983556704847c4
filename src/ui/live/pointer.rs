//! Pointers: a mouse drags the frieze, two fingers zoom it, anything drags the overview.

use leptos::prelude::*;

use super::frieze::SCROLLER;
use super::overview::move_edge;
use super::state::Live;
use crate::browser::{self, Event, Listener, Pointer};

/// The overview's strip.
const STRIP: &str = ".strip";
/// A drag shorter than this many pixels is a click.
const DRAG_THRESHOLD: f64 = 4.0;

/// A mouse that drags the frieze.
#[derive(Clone, Copy)]
pub struct Drag {
    pointer: i32,
    from: f64,
    offset: f64,
    /// Whether it has moved further than a click does.
    pub moved: bool,
}

/// What a pointer on the strip has hold of.
#[derive(Clone, Copy, PartialEq)]
pub enum Hold {
    /// The start of the window.
    From,
    /// Its end.
    To,
    /// All of it, at so far from its start.
    Window(f64),
}

/// Two fingers that zoom the frieze: the point of the axis between them stays there.
#[derive(Clone, Copy)]
pub struct Pinch {
    zoom: f64,
    at: f64,
    apart: f64,
}

/// Listens for pointers.
pub fn install(live: Live) {
    browser::on(SCROLLER, "pointerdown", move |event| drag_start(live, &event));
    browser::on(SCROLLER, "pointermove", move |event| drag_move(live, &event));
    // Touches go on at what they began on, even when a zoom takes it from the page.
    let fingers = Listener::new(move |event| pinch(live, &event));
    browser::on(SCROLLER, "touchstart", move |event| {
        for name in ["touchmove", "touchend", "touchcancel"] {
            fingers.on_target(&event, name);
        }
        pinch(live, &event);
    });
    browser::on(STRIP, "pointerdown", move |event| hold(live, &event));
    browser::on(STRIP, "pointermove", move |event| move_held(live, &event));
}

/// A mouse button goes down on the frieze. Touch and pen pan by the browser's own scrolling.
fn drag_start(live: Live, event: &Event) {
    let Some(pointer) = browser::pointer(event) else { return };
    live.drag.set_value((pointer.is_mouse && pointer.is_primary).then(|| Drag {
        pointer: pointer.id,
        from: pointer.x,
        offset: live.page.viewport.get_untracked().offset(),
        moved: false,
    }));
}

/// It moves: past a few pixels the frieze moves along, and the click to come is swallowed.
fn drag_move(live: Live, event: &Event) {
    let Some(pointer) = browser::pointer(event) else { return };
    let Some(mut drag) = live.drag.get_value().filter(|drag| drag.pointer == pointer.id) else { return };
    if !pointer.is_down {
        live.drag.set_value(None);
        return;
    }
    let towards_start = if browser::is_right_to_left() { -1.0 } else { 1.0 };
    let distance = (pointer.x - drag.from) * towards_start;
    if !drag.moved && distance.abs() > DRAG_THRESHOLD {
        drag.moved = true;
        browser::capture_pointer(event);
        live.drag.set_value(Some(drag));
    }
    if drag.moved {
        live.page.viewport.update(|viewport| {
            let axis = viewport.axis() * browser::rem();
            *viewport = viewport.panned_to(drag.offset - distance / axis);
        });
    }
}

/// Fingers touch the frieze, move or leave. One pans by the browser's own scrolling; two are ours, since the
/// browser would zoom the page.
fn pinch(live: Live, event: &Event) {
    let Some((between, apart)) = browser::two_fingers(event, SCROLLER) else {
        return live.pinch.set_value(None);
    };
    event.prevent_default();
    let viewport = live.page.viewport.get_untracked();
    let Some(pinch) = live.pinch.get_value() else {
        return live.pinch.set_value(Some(Pinch { zoom: viewport.zoom(), at: viewport.at(between), apart }));
    };
    live.page.repack.set(true);
    live.page.viewport.set(viewport.pinned(pinch.zoom * apart / pinch.apart, pinch.at, between));
}

/// A pointer goes down on the strip.
fn hold(live: Live, event: &Event) {
    let (Some(Pointer { id, .. }), Some(at)) = (browser::pointer(event), browser::pointer_fraction(event, STRIP))
    else {
        return;
    };
    let viewport = live.page.viewport.get_untracked();
    let (from, to) = viewport.window();
    let hold = match browser::closest_attribute(event, ".thumb", "data-thumb").as_deref() {
        Some("from") => Hold::From,
        Some(_) => Hold::To,
        None if (from..=to).contains(&at) => Hold::Window(at - from),
        None => {
            // A click beside the window centres it there.
            live.page.viewport.set(viewport.panned_to(at - (to - from) / 2.0));
            Hold::Window((to - from) / 2.0)
        }
    };
    browser::capture_pointer(event);
    live.held.set_value(Some((id, hold)));
}

/// It moves: what it has hold of moves along.
fn move_held(live: Live, event: &Event) {
    let Some(pointer) = browser::pointer(event).filter(|pointer| pointer.is_down) else { return };
    let held = live.held.get_value().filter(|(id, _)| *id == pointer.id);
    let (Some((_, hold)), Some(at)) = (held, browser::pointer_fraction(event, STRIP)) else { return };
    match hold {
        Hold::From => move_edge(live, false, at),
        Hold::To => move_edge(live, true, at),
        Hold::Window(grip) => live.page.viewport.update(|viewport| *viewport = viewport.panned_to(at - grip)),
    }
}
