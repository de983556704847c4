//! The page in each language.

use leptos::prelude::*;

use crate::content::Language;
use crate::i18n::Phrase;
use crate::ui::store::use_store;

/// Links to the page in each language. They are plain links, and carry the page's query and fragment while it lives
/// (`Store::follow_address`); where they lead the file says, since a page may lie elsewhere than it was made for.
#[component]
pub fn Languages(
    /// The folder of the page in a language's own.
    #[prop(optional)]
    folder: &'static str,
) -> impl IntoView {
    let store = use_store();
    let languages = store.model().outline.languages.clone().into_iter();
    let links = languages.map(|language| view! { <LanguageLink language folder /> }).collect::<Vec<_>>();
    view! {
        <nav class="languages" node_ref=store.nodes.languages aria-label=store.say(Phrase::NavLanguages)>
            {links}
        </nav>
    }
}

#[component]
fn LanguageLink(language: Language, folder: &'static str) -> impl IntoView {
    let model = use_store().model();
    let Language { tag, name, .. } = language;
    let is_this = tag == model.words.lang;
    view! {
        <a
            href=format!("{}{tag}/{folder}", model.root)
            hreflang=tag.clone()
            lang=tag.clone()
            data-lang-link=tag
            aria-current=is_this.then(|| "page".to_owned())
        >
            <span>{name}</span>
        </a>
    }
}
