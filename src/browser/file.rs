//! Files: what the reader opens, and what the page gives.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

use super::dom::document;

/// A file that the reader chose.
pub struct Chosen(File);

impl Chosen {
    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its length in bytes.
    pub fn length(&self) -> f64 {
        self.0.size()
    }

    /// Its content; an error where it can no longer be read, in the browser's words.
    ///
    /// # Errors
    /// The browser's own words.
    pub async fn bytes(&self) -> Result<Vec<u8>, String> {
        let buffer = JsFuture::from(self.0.array_buffer()).await.map_err(|error| format!("{error:?}"))?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}

/// The files that were chosen in a file input, which is then empty again: the same file may be chosen anew.
pub fn take_files(input: &HtmlInputElement) -> Vec<Chosen> {
    let files = input.files();
    let files = files.iter().flat_map(|files| (0..files.length()).filter_map(|at| files.get(at)));
    let files: Vec<_> = files.map(Chosen).collect();
    input.set_value("");
    files
}

/// Gives the reader a file.
pub fn save(name: &str, media_type: &str, content: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(content));
    let Ok(url) = Blob::new_with_str_sequence_and_options(&parts, &options)
        .and_then(|blob| Url::create_object_url_with_blob(&blob))
    else {
        return;
    };
    let link = document().and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The browser has taken hold of the content by then.
    super::after(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    });
}
