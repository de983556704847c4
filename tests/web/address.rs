//! The address: what a new history step drops and what a replaced one keeps.

use frise::browser;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page;

/// Runs at an address of this page's path, and returns to the runner's own.
fn at(address: &str, test: impl FnOnce()) {
    let own = web_sys::window().unwrap().location().href().unwrap();
    replace(&format!("{}{address}", browser::address()));
    test();
    replace(&own);
}

fn replace(url: &str) {
    history().replace_state_with_url(&JsValue::NULL, "", Some(url)).unwrap();
}

fn history() -> web_sys::History {
    web_sys::window().unwrap().history().unwrap()
}

#[wasm_bindgen_test]
fn a_pushed_query_is_a_step_and_drops_the_fragment() {
    at("?q=old#entry", || {
        let (address, steps) = (browser::address(), history().length().unwrap());
        browser::push_query("?q=new");
        assert_eq!((browser::query(), browser::fragment()), ("?q=new".to_owned(), String::new()));
        assert_eq!(browser::address(), address);
        assert_eq!(history().length().unwrap(), steps + 1);
    });
}

#[wasm_bindgen_test]
fn an_empty_query_pushed_leaves_the_plain_address() {
    at("?q=old#entry", || {
        let address = browser::address();
        browser::push_query("");
        assert_eq!(web_sys::window().unwrap().location().href().unwrap(), address);
    });
}

#[wasm_bindgen_test]
fn a_replaced_query_is_no_step_and_keeps_the_fragment() {
    at("?q=old#entry", || {
        let steps = history().length().unwrap();
        browser::replace_query("?q=new");
        assert_eq!((browser::query(), browser::fragment()), ("?q=new".to_owned(), "#entry".to_owned()));
        browser::replace_query("");
        assert_eq!((browser::query(), browser::fragment()), (String::new(), "#entry".to_owned()));
        assert_eq!(history().length().unwrap(), steps);
    });
}

#[wasm_bindgen_test]
fn carried_addresses_keep_the_plain_path_of_each_link() {
    page("carry", "<a href=\"../en/\">a</a><a href=\"?x#y\">b</a><a href=\"../fr/index.html#z\">c</a>");
    let hrefs =
        || ["#carry a", "#carry a + a", "#carry a + a + a"].map(|link| browser::attribute(link, "href").unwrap());
    at("?q=dakar#entry", || {
        browser::carry_address("#carry a");
        assert_eq!(hrefs(), ["../en/?q=dakar#entry", "?q=dakar#entry", "../fr/index.html?q=dakar#entry"]);
    });
    at("", || {
        browser::carry_address("#carry a");
        assert_eq!(hrefs(), ["../en/", "", "../fr/index.html"]);
    });
}
