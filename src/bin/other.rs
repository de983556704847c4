//! The program for `?timeline=`: see `frise::ui::live::other`.

fn main() {
    frise::ui::live::other::start();
}
