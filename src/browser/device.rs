//! What a page knows of the device it is on: its clock, chance, and whether it is left.

use js_sys::{Date, Uint8Array};
use wasm_bindgen::JsValue;

use super::dom::window;

/// The time: UTC, `2017-09-21T10:00:00.000Z`.
pub fn time() -> String {
    Date::new_0().to_iso_string().into()
}

/// A time as the reader's clock shows it: year, month, day, hour, minute.
pub fn local_time(utc: &str) -> [u32; 5] {
    let date = Date::new(&JsValue::from_str(utc));
    [date.get_full_year(), date.get_month() + 1, date.get_date(), date.get_hours(), date.get_minutes()]
}

/// An id that nobody else makes: 32 digits.
pub fn random_id() -> String {
    // Every browser with WebAssembly has it, in pages from a disk too.
    let array = Uint8Array::new_with_length(16);
    if let Some(crypto) = window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_array_buffer_view(&array);
    }
    array.to_vec().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Asks before the page is left, as long as `is_needed` says so.
pub fn ask_before_leaving(is_needed: impl Fn() -> bool + 'static) {
    super::on_window("beforeunload", move |event| {
        if is_needed() {
            event.prevent_default();
        }
    });
}
