//! What an event says, where a pointer is, and callbacks that come later.

use std::cell::RefCell;
use std::rc::Rc;

use frise::browser;
use js_sys::Promise;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{MouseEvent, MouseEventInit};

use crate::{page, with_direction};

/// Resolves after so many milliseconds, by the browser's own clock.
async fn wait(milliseconds: i32) {
    let window = web_sys::window().unwrap();
    let elapsed = Promise::new(&mut |resolve, _| {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).unwrap();
    });
    elapsed.await.unwrap();
}

#[wasm_bindgen_test]
fn an_event_names_the_nearest_element_around_its_target() {
    page("near", "<div data-k=\"far\"><p data-k=\"near\"><b>x</b></p></div><i>y</i>");
    let heard = Rc::new(RefCell::new(Vec::new()));
    let hears = Rc::clone(&heard);
    browser::on("#near", "click", move |event| {
        let key = browser::closest_attribute(&event, "[data-k]", "data-k");
        hears.borrow_mut().push((key, browser::is_within(&event, "p"), browser::closest_attribute(&event, "p", "id")));
    });
    for selector in ["#near b", "#near > div", "#near i"] {
        browser::element(selector).unwrap().click();
    }
    let expected = [(Some("near"), true), (Some("far"), false), (None, false)];
    let expected = expected.map(|(key, within)| (key.map(str::to_owned), within, None::<String>));
    assert_eq!(*heard.borrow(), expected);
}

#[wasm_bindgen_test]
fn a_pointer_is_measured_from_the_inline_start() {
    for (dir, at_quarter) in [("ltr", 0.25), ("rtl", 0.75)] {
        page("axis", "<div class=\"a\" style=\"inline-size:200px;block-size:5px\"></div>");
        with_direction(dir, || {
            let rect = browser::element("#axis .a").unwrap().get_bounding_client_rect();
            assert!((rect.width() - 200.0).abs() < 1.0);
            // An event counts in whole px.
            let at = |fraction: f64| {
                let options = MouseEventInit::new();
                options.set_client_x((rect.left() + fraction * rect.width()).round() as i32);
                let event = MouseEvent::new_with_mouse_event_init_dict("mousemove", &options).unwrap();
                browser::pointer_fraction(&event, "#axis .a").unwrap()
            };
            assert!((at(0.25) - at_quarter).abs() < 0.01, "{dir}: {}", at(0.25));
            assert!((at(0.5) - 0.5).abs() < 0.01, "{dir}: {}", at(0.5));
            let beyond = at(1.5);
            assert!(if dir == "ltr" { beyond > 1.4 } else { beyond < -0.4 }, "{dir}: {beyond}");
        });
    }
}

#[wasm_bindgen_test]
fn what_is_no_pointer_event_has_no_place() {
    page("none", "<p>x</p>");
    let event = browser::Event::new("keydown").unwrap();
    assert_eq!(browser::pointer_fraction(&event, "#none p"), None);
    assert!(browser::pointer(&event).is_none() && browser::key(&event).is_none());
    let event = MouseEvent::new("mousemove").unwrap();
    assert_eq!(browser::pointer_fraction(&event, "#not-there"), None);
}

#[wasm_bindgen_test]
async fn a_callback_comes_once_later_and_not_when_it_is_cancelled() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let (first, second) = (Rc::clone(&heard), Rc::clone(&heard));
    browser::after(10, move || first.borrow_mut().push("kept")).unwrap();
    let cancelled = browser::after(10, move || second.borrow_mut().push("cancelled")).unwrap();
    browser::cancel(cancelled);
    assert!(heard.borrow().is_empty(), "it must not run at once");
    wait(100).await;
    assert_eq!(*heard.borrow(), ["kept"]);
    // Too late is no mistake.
    browser::cancel(cancelled);
}
