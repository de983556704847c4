//! What a person does with the page, in a real browser against the built files.

mod accessible;
mod broken;
mod choosing;
mod drawing;
mod finding;
mod frieze_focus;
mod frieze_keys;
mod handout;
mod hosted;
mod hostile;
mod load;
mod mirrored;
mod offline;
mod other_keys;
mod others;
mod others_far;
mod others_large;
mod others_wrong;
mod paper;
mod pdf;
mod presenter;
mod presenter_accessible;
mod presenter_run;
mod presenter_tools;
mod room;
mod sealed;
mod single;
mod tabbing;
mod tools;
mod touch;
mod touch_marks;
mod widths;
mod without;
mod zooming;

use std::process::ExitCode;

/// The longest first, so that both browsers end at about the same time.
fn main() -> ExitCode {
    let mut tests = vec![
        tabbing::TESTS,
        accessible::TESTS,
        presenter_accessible::TESTS,
        load::TESTS,
        offline::TESTS,
        hosted::TESTS,
        choosing::TESTS,
        finding::TESTS,
        tools::TESTS,
        frieze_keys::TESTS,
        frieze_focus::TESTS,
        other_keys::TESTS,
        others::TESTS,
        others_far::TESTS,
        others_large::TESTS,
        others_wrong::TESTS,
        presenter::TESTS,
        presenter_run::TESTS,
        presenter_tools::TESTS,
        drawing::TESTS,
        zooming::TESTS,
        touch::TESTS,
        touch_marks::TESTS,
        mirrored::TESTS,
        widths::TESTS,
        without::TESTS,
        broken::TESTS,
        single::TESTS,
        paper::TESTS,
        sealed::TESTS,
        hostile::TESTS,
        handout::TESTS,
    ];
    tests.extend(room::TESTS);
    e2e::runner::run(&tests)
}
