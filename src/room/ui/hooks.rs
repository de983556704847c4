//! What components of the tools share.

use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;

use super::store::Room;
use crate::browser;
use crate::room::broken;
use crate::room::model::Spot;

/// A value that follows the state. In a box, so that attributes and texts are of a few types, however many there are:
/// each type is code.
pub fn live<T: Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    Signal::derive(value)
}

/// The value of an attribute that is there or not.
pub fn flag(is_there: bool) -> Option<String> {
    is_there.then(String::new)
}

/// The value of an attribute of two states, such as `aria-pressed`.
pub fn yes_no(is: bool) -> Option<String> {
    Some(if is { "true" } else { "false" }.to_owned())
}

/// Calls back on an event anywhere in the window as long as the component is there, and no tool has broken down.
pub fn use_window(name: &str, act: impl Fn(&Event) + 'static) {
    let listener = window_event_listener_untyped(name, move |event| {
        if !broken::is_broken() {
            act(&event);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Gives focus once it is to go to a spot that is this one.
pub fn use_spot(room: Room, is_mine: impl Fn(&Spot) -> bool + 'static, give: impl Fn(&Spot) + 'static) {
    Effect::new(move |_| {
        if let Some(spot) = room.spot.get().filter(&is_mine) {
            room.spot.set(None);
            give(&spot);
        }
    });
}

/// The same for a button.
pub fn use_button(room: Room, mine: Spot) -> NodeRef<html::Button> {
    let button = NodeRef::<html::Button>::new();
    use_spot(
        room,
        move |to| *to == mine,
        move |_| {
            if let Some(button) = button.get_untracked() {
                browser::focus_on(&button);
            }
        },
    );
    button
}
