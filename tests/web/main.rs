//! The verbs of `frise::browser`, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod address;
mod events;

use frise::browser;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A page of our own inside the runner's; each test has its own id.
fn page(id: &str, html: &str) {
    let body = browser::element("body").unwrap();
    let place = body.query_selector("#frise-web").unwrap().unwrap_or_else(|| {
        let place = body.owner_document().unwrap().create_element("div").unwrap();
        place.set_id("frise-web");
        body.append_child(&place).unwrap();
        place
    });
    place.set_inner_html(&format!("<div id=\"{id}\">{html}</div>"));
}

/// Runs with the page written in a direction, and takes that back.
fn with_direction(dir: &str, test: impl FnOnce()) {
    browser::set_root_attribute("dir", Some(dir));
    assert_eq!(browser::is_right_to_left(), dir == "rtl");
    test();
    browser::set_root_attribute("dir", None);
}

#[wasm_bindgen_test]
fn texts_and_attributes_are_written_and_read() {
    page("one", "<p class=\"a\">x</p><p class=\"a\">y</p><b data-k=\"v\"></b>");
    assert_eq!(browser::texts_of("#one .a"), "x y ");
    browser::set_text("#one b", "<i>");
    assert_eq!(browser::text_of("#one b").as_deref(), Some("<i>"));
    browser::set_attribute("#one .a", "data-n", Some("1"));
    assert_eq!(browser::attribute("#one .a:last-of-type", "data-n").as_deref(), Some("1"));
    browser::set_attribute("#one .a", "data-n", None);
    assert_eq!(browser::attribute("#one .a", "data-n"), None);
    assert!(browser::has_id("one") && !browser::has_id("two"));
}

#[wasm_bindgen_test]
fn what_is_hidden_is_shown_again() {
    page("hide", "<p id=\"hidden-one\">x</p>");
    browser::set_hidden("hidden-one", true);
    assert!(browser::matches("#hidden-one", "[hidden]"));
    browser::set_hidden("hidden-one", false);
    assert!(!browser::matches("#hidden-one", "[hidden]"));
}

#[wasm_bindgen_test]
fn waiting_controls_are_enabled_inside_and_out() {
    page(
        "wait",
        "<div class=\"w\"><button disabled></button></div><button class=\"w\" disabled></button><input disabled>",
    );
    browser::enable("#wait .w");
    assert!(!browser::matches("#wait .w button", ":disabled"));
    assert!(!browser::matches("#wait button.w", ":disabled"));
    assert!(browser::matches("#wait input", ":disabled"));
}

#[wasm_bindgen_test]
fn inputs_keep_what_is_typed() {
    page("type", "<input value=\"old\">");
    browser::set_input_value("#type input", "sénégal");
    assert_eq!(browser::input_value("#type input").as_deref(), Some("sénégal"));
}

#[wasm_bindgen_test]
fn a_scroller_is_measured_from_its_inline_start_in_either_direction() {
    for dir in ["ltr", "rtl"] {
        page(
            "scroll",
            "<div class=\"s\" style=\"overflow:auto;inline-size:100px\"><div style=\"inline-size:1000px;block-size:5px\"></div></div>",
        );
        with_direction(dir, || {
            browser::set_scroll_start("#scroll .s", 300.0);
            assert!((browser::scroll_start("#scroll .s") - 300.0).abs() <= 1.0, "{dir}");
            // The browser's own count is negative where the start is on the right.
            let left = browser::element("#scroll .s").unwrap().scroll_left();
            assert_eq!(left.signum(), if dir == "rtl" { -1 } else { 1 }, "{dir}: {left}");
            browser::set_scroll_start("#scroll .s", 0.0);
            assert!(browser::scroll_start("#scroll .s") <= 1.0, "{dir}");
        });
    }
}

#[wasm_bindgen_test]
fn a_rem_is_the_roots_font_size() {
    let root = browser::element("html").unwrap();
    for (size, px) in [("20px", 20.0), ("200%", 32.0)] {
        root.style().set_property("font-size", size).unwrap();
        browser::measure_rem();
        assert!((browser::rem() - px).abs() < 0.01, "{size}: {}", browser::rem());
    }
    root.style().remove_property("font-size").unwrap();
    browser::measure_rem();
    assert!((browser::rem() - 16.0).abs() < 0.01);
}

#[wasm_bindgen_test]
fn language_links_carry_query_and_fragment_once() {
    page("lang", "<a href=\"../en/?old#gone\">English</a>");
    browser::replace_query("?q=x");
    browser::carry_address("#lang a");
    browser::carry_address("#lang a");
    // The runner has a fragment of its own.
    let expected = format!("../en/?q=x{}", browser::fragment());
    assert_eq!(browser::attribute("#lang a", "href"), Some(expected));
    browser::replace_query("");
    assert_eq!(browser::query(), "");
}

#[wasm_bindgen_test]
fn the_device_remembers_and_forgets() {
    assert!(browser::remember("frise.test", Some("dark")));
    assert_eq!(browser::remembered("frise.test").as_deref(), Some("dark"));
    assert!(browser::remember("frise.test", None));
    assert_eq!(browser::remembered("frise.test"), None);
}
