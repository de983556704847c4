//! Announcements, the list of keys, and the list of a cluster.

use super::model::Model;
use crate::html::{Html, keys};
use crate::i18n::Phrase;

/// What lies over the page, empty or closed.
pub fn panels(model: &Model) -> String {
    let mut html = Html::default();
    html.start("p").attr("class", "visually-hidden").attr("data-live", "").attr("aria-live", "polite").close();
    for (id, title) in [("keys", "keys-title"), ("cluster", "cluster-title")] {
        html.start("div").attr("id", id).attr("class", "panel").attr("popover", "auto").attr("role", "dialog");
        html.attr("aria-labelledby", title);
        if id == "keys" {
            keys(&model.edition, &mut html);
        } else {
            html.start("h2").attr("id", title).close().start("ul").attr("class", "entry-list").close();
            html.start("button").attr("type", "button").attr("class", "plain").attr("popovertarget", id);
            html.text(model.say(Phrase::KeysClose)).close();
        }
        html.close();
    }
    html.finish()
}
