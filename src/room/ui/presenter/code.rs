//! An address as a QR code.

use qrcodegen::{QrCode, QrCodeEcc};

/// What has to be empty around a code for it to be found.
const QUIET: i32 = 4;

/// How wide and high the code of a text is, in modules, and its dark ones as a path. `None` for what is too long.
pub fn drawing(text: &str) -> Option<(i32, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    Some((code.size() + 2 * QUIET, path(&code)))
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
