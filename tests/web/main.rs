//! The verbs of `frise::browser`, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

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
        browser::set_root_attribute("dir", Some(dir));
        browser::set_scroll_start("#scroll .s", 300.0);
        assert!((browser::scroll_start("#scroll .s") - 300.0).abs() <= 1.0, "{dir}");
        browser::set_root_attribute("dir", None);
    }
    assert!(browser::rem() > 8.0);
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
