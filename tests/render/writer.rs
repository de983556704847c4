//! The writer of HTML.

use frise::html::Html;

#[test]
fn text_and_attributes_are_escaped() {
    let mut html = Html::default();
    html.start("a").attr("href", "\"><script>").text("<img src=x onerror='1'> & \u{202e}");
    assert_eq!(html.finish(), "<a href=\"&quot;&gt;&lt;script&gt;\">&lt;img src=x onerror='1'&gt; &amp; \u{202e}</a>");
}

#[test]
fn what_is_left_open_is_closed() {
    let mut html = Html::default();
    html.start("ul").start("li").start("input").attr("disabled", "").void().text("x");
    assert_eq!(html.finish(), "<ul><li><input disabled>x</li></ul>");
}

#[test]
fn an_absent_value_leaves_no_attribute() {
    let mut html = Html::default();
    html.start("p").maybe("lang", None).maybe("dir", Some("rtl"));
    assert_eq!(html.finish(), "<p dir=\"rtl\"></p>");
}
