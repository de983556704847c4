//! An address as a QR code.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::html::Html;

/// What has to be empty around a code for it to be found.
const QUIET: i32 = 4;

/// The code as a drawing, dark on light in every theme: that is how it is found. `None` for what is too long.
pub fn drawing(text: &str, name: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = (code.size() + 2 * QUIET).to_string();
    let mut html = Html::default();
    html.start("svg").attr("viewBox", &format!("0 0 {side} {side}")).attr("role", "img").attr("aria-label", name);
    html.attr("shape-rendering", "crispEdges").attr("data-code", text);
    html.start("rect").attr("width", &side).attr("height", &side).attr("fill", "#fff").close();
    html.start("path").attr("d", &path(&code)).attr("fill", "#000").close();
    Some(html.finish())
}

/// The dark modules, those beside each other as one.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|&x| code.get_module(x, y)).count() as i32;
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run + 1;
        }
    }
    path
}
