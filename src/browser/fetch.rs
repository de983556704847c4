//! Fetching a file of this site, and letting the page live meanwhile.

use std::future::Future;

use gloo_net::http::Request;
use js_sys::{Date, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader};

use super::dom::window;

/// Why a file did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The host answered with this status.
    Status(u16),
    /// There was no answer; the browser's own words.
    Network(String),
    /// It is larger than what was allowed.
    TooLarge,
    /// It is not text in UTF-8.
    NotText,
}

/// Runs a future to its end.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// Milliseconds since some fixed time.
pub fn now() -> f64 {
    Date::now()
}

/// Lets the page do what waits.
pub async fn pause() {
    let promise = Promise::new(&mut |done, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(&done);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// The text of a file of at most so many megabytes. `progress` is told how much has come, from 0 to 1, as
/// far as the host has said how much there is.
///
/// # Errors
/// See [`FetchError`].
pub async fn fetch(url: &str, megabytes: usize, progress: impl Fn(f64)) -> Result<String, FetchError> {
    let response = Request::get(url).send().await.map_err(|error| FetchError::Network(error.to_string()))?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let length = response.headers().get("content-length").and_then(|length| length.parse::<usize>().ok());
    let limit = megabytes * 1_000_000;
    if length.is_some_and(|length| length > limit) {
        return Err(FetchError::TooLarge);
    }
    let mut bytes = Vec::with_capacity(length.unwrap_or_default());
    if let Some(body) = response.body() {
        read(body, &mut bytes, limit, |read| progress(length.map_or(0.0, |length| read as f64 / length as f64)))
            .await?;
    }
    String::from_utf8(bytes).map_err(|_| FetchError::NotText)
}

async fn read(
    body: ReadableStream,
    bytes: &mut Vec<u8>,
    limit: usize,
    progress: impl Fn(usize),
) -> Result<(), FetchError> {
    let broken = |error: JsValue| FetchError::Network(error.as_string().unwrap_or_default());
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(broken)?;
        let part = |name: &str| Reflect::get(&chunk, &name.into()).unwrap_or_default();
        if part("done").is_truthy() {
            return Ok(());
        }
        let chunk: Uint8Array = part("value").unchecked_into();
        let from = bytes.len();
        bytes.resize(from + chunk.length() as usize, 0);
        if let Some(room) = bytes.get_mut(from..) {
            chunk.copy_to(room);
        }
        if bytes.len() > limit {
            // Nothing more is wanted of it.
            let _ = reader.cancel();
            return Err(FetchError::TooLarge);
        }
        progress(bytes.len());
    }
}
