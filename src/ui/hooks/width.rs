//! The frieze follows its width.

use leptos::prelude::*;
use leptos::web_sys::ResizeObserver;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::browser::element;
use crate::layout::NARROWEST_AXIS;
use crate::ui::store::Store;

impl Store {
    /// Measures the frieze now and whenever its size changes.
    pub fn follow_width(self) {
        let Some(scroller) = self.nodes.scroller.get_untracked() else { return };
        let mut is_first = true;
        let watched = scroller.clone();
        let resized = Closure::<dyn FnMut()>::new(move || {
            let px = f64::from(watched.client_width());
            if px > 0.0 {
                self.measured(px, std::mem::take(&mut is_first));
            }
        })
        .into_js_value();
        if let Ok(observer) = ResizeObserver::new(resized.unchecked_ref()) {
            observer.observe(&scroller);
            // It lives as long as the page.
            std::mem::forget(observer);
        }
    }

    fn measured(self, px: f64, is_first: bool) {
        let rem = element::rem();
        self.remember(|running| running.rem = rem);
        let width = px / rem;
        // Rows follow the real width once the reader resizes; at the start, only where nobody sees it.
        if !is_first || !self.nodes.nav.get_untracked().is_some_and(|nav| element::is_in_view(&nav)) {
            self.picture.repack.set(true);
        }
        self.picture.moved(|viewport| {
            let viewport = viewport.resized(width);
            // A window too narrow for the whole begins with what it can show.
            if is_first && viewport.is_whole() { viewport.zoomed(NARROWEST_AXIS / width, 0.0) } else { viewport }
        });
    }
}
