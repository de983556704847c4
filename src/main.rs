//! The page in the browser.

fn main() {
    frise::ui::start();
}
