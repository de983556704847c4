//! Pointers that drag: the frieze by a mouse, the overview by anything.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::overview::move_edge;
use super::page::Page;
use crate::browser;

/// The overview's strip.
pub const STRIP: &str = ".strip";
/// A drag shorter than this is a click.
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

/// A mouse button goes down on the frieze. Touch and pen pan by the browser's own scrolling.
pub fn drag_start(page: Page, event: &PointerEvent) {
    page.drag.set_value((event.pointer_type() == "mouse" && event.button() == 0).then(|| Drag {
        pointer: event.pointer_id(),
        from: f64::from(event.client_x()),
        offset: page.viewport.get_untracked().offset(),
        moved: false,
    }));
}

/// It moves: past a few pixels the frieze moves along, and the click to come is swallowed.
pub fn drag_move(page: Page, event: &PointerEvent) {
    let Some(mut drag) = page.drag.get_value().filter(|drag| drag.pointer == event.pointer_id()) else { return };
    if event.buttons() == 0 {
        page.drag.set_value(None);
        return;
    }
    let towards_start = if browser::is_right_to_left() { -1.0 } else { 1.0 };
    let distance = (f64::from(event.client_x()) - drag.from) * towards_start;
    if !drag.moved && distance.abs() > DRAG_THRESHOLD {
        drag.moved = true;
        browser::capture_pointer(event);
        page.drag.set_value(Some(drag));
    }
    if drag.moved {
        page.viewport.update(|viewport| {
            let axis = viewport.axis() * browser::rem();
            *viewport = viewport.panned_to(drag.offset - distance / axis);
        });
    }
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

/// A pointer goes down on the strip.
pub fn hold(page: Page, event: &PointerEvent) {
    let Some(at) = browser::pointer_fraction(event, STRIP).filter(|_| page.interactive.get_untracked()) else { return };
    let viewport = page.viewport.get_untracked();
    let (from, to) = viewport.window();
    let hold = match browser::closest_attribute(event, ".thumb", "data-thumb").as_deref() {
        Some("from") => Hold::From,
        Some(_) => Hold::To,
        None if (from..=to).contains(&at) => Hold::Window(at - from),
        None => {
            // A click beside the window centres it there.
            page.viewport.set(viewport.panned_to(at - (to - from) / 2.0));
            Hold::Window((to - from) / 2.0)
        }
    };
    browser::capture_pointer(event);
    page.held.set_value(Some((event.pointer_id(), hold)));
}

/// It moves: what it has hold of moves along.
pub fn move_held(page: Page, event: &PointerEvent) {
    let held = page.held.get_value().filter(|(pointer, _)| *pointer == event.pointer_id() && event.buttons() != 0);
    let (Some((_, hold)), Some(at)) = (held, browser::pointer_fraction(event, STRIP)) else { return };
    match hold {
        Hold::From => move_edge(page, false, at),
        Hold::To => move_edge(page, true, at),
        Hold::Window(grip) => page.viewport.update(|viewport| *viewport = viewport.panned_to(at - grip)),
    }
}
