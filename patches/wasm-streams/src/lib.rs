//! In the place of the crate `wasm-streams`, which Leptos needs for server functions: this page has none.
//!
//! That crate exports classes to JavaScript, and what is exported stays in every program, used or not. What Leptos names
//! of it is here with the same meaning and without exports, so that the linker can leave it out.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

use futures_util::stream::{self, Stream, StreamExt};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{ReadableStreamDefaultController, ReadableStreamDefaultReader};

type Items = Pin<Box<dyn Stream<Item = Result<JsValue, JsValue>>>>;

/// A readable stream of JavaScript.
#[derive(Clone, Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Of one of JavaScript.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream of JavaScript.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Of one of Rust, which is asked for an item whenever a reader wants one.
    pub fn from_stream(items: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        let items: Rc<RefCell<Items>> = Rc::new(RefCell::new(Box::pin(items)));
        let pull = move |controller: ReadableStreamDefaultController| -> Promise {
            let items = Rc::clone(&items);
            future_to_promise(async move {
                // The next pull comes when the promise of this one is kept.
                let next = items.borrow_mut().next().await;
                match next {
                    Some(item) => controller.enqueue_with_chunk(&item?)?,
                    None => controller.close()?,
                }
                Ok(JsValue::UNDEFINED)
            })
        };
        let pull = Closure::<dyn FnMut(ReadableStreamDefaultController) -> Promise>::new(pull).into_js_value();
        let source = Object::new();
        let raw = Reflect::set(&source, &"pull".into(), pull.unchecked_ref::<Function>())
            .and_then(|_| web_sys::ReadableStream::new_with_underlying_source(&source));
        Self(raw.unwrap_or_else(|error| wasm_bindgen::throw_val(error)))
    }

    /// As one of Rust.
    pub fn into_stream(self) -> Items {
        let reader: ReadableStreamDefaultReader = self.0.get_reader().unchecked_into();
        Box::pin(stream::unfold(Some(reader), |reader| async move {
            let reader = reader?;
            let read = JsFuture::from(reader.read()).await;
            let field = |read: &JsValue, name: &str| Reflect::get(read, &name.into());
            match read.and_then(|read| Ok((field(&read, "done")?.is_truthy(), field(&read, "value")?))) {
                Ok((true, _)) => None,
                Ok((false, value)) => Some((Ok(value), Some(reader))),
                Err(error) => Some((Err(error), None)),
            }
        }))
    }
}
