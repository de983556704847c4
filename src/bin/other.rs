//! The program for `?timeline=`: see `frise::ui::other`.

fn main() {
    frise::ui::other::start();
}
