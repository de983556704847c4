//! The conversation's tools: see `frise::room`.

fn main() {
    frise::room::start();
}
