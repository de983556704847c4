//! Links to entries.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::Mark;
use crate::content::Text;
use crate::page::ids;
use crate::ui::edition::language;

/// An item of a list: a link to an entry, with its lane's mark and its date.
#[component]
pub fn EntryItem(
    /// The entry's id.
    id: String,
    /// Its title.
    title: Text,
    /// Its year, or all of its date, in words.
    year: String,
    /// Hue and shape of its lane.
    look: (String, String),
    /// Whether focus goes to it when the panel around it opens.
    #[prop(optional)]
    is_first: bool,
    /// What following the link does beside.
    #[prop(optional)]
    press: Option<Callback<MouseEvent>>,
) -> impl IntoView {
    let (lang, dir) = language(&title);
    let (hue, shape) = look;
    let press = move |event: MouseEvent| press.into_iter().for_each(|press| press.run(event.clone()));
    view! {
        <li>
            <Mark hue shape />
            <span class="year-of">{year}</span>
            <a href=ids::link(&id) lang=lang dir=dir autofocus=is_first on:click=press>
                {title.as_str().to_owned()}
            </a>
        </li>
    }
}
