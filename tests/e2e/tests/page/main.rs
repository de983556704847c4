//! What a person does with the page, in a real browser against the built files of the fixture site.

mod accessible;
mod broken;
mod choosing;
mod drawing;
mod edges;
mod filtered;
mod finding;
mod first_paint;
mod first_screen;
mod frieze_focus;
mod frieze_keys;
mod handout;
mod hosted;
mod hostile;
mod load;
mod marks;
mod mirrored;
mod offline;
mod other_keys;
mod others;
mod others_far;
mod others_ids;
mod others_large;
mod others_wrong;
mod own_text;
mod paper;
mod pdf;
mod pictures;
mod presenter;
mod presenter_accessible;
mod presenter_device;
mod presenter_run;
mod presenter_tools;
mod published;
mod room;
mod sealed;
mod single;
mod smoke;
mod sources;
mod strip;
mod tabbing;
mod tools;
mod touch;
mod touch_marks;
mod widths;
mod without;
mod zooming;

use std::process::ExitCode;

/// The longest first, so that all browsers end at about the same time.
fn main() -> ExitCode {
    let mut tests = vec![
        tabbing::TESTS,
        edges::TESTS,
        marks::TESTS,
        pictures::TESTS,
        accessible::TESTS,
        presenter_accessible::TESTS,
        published::TESTS,
        load::TESTS,
        offline::TESTS,
        hosted::TESTS,
        choosing::TESTS,
        filtered::TESTS,
        finding::TESTS,
        first_paint::TESTS,
        first_screen::TESTS,
        tools::TESTS,
        frieze_keys::TESTS,
        frieze_focus::TESTS,
        other_keys::TESTS,
        others::TESTS,
        others_far::TESTS,
        others_ids::TESTS,
        others_large::TESTS,
        others_wrong::TESTS,
        own_text::TESTS,
        presenter::TESTS,
        presenter_device::TESTS,
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
        smoke::TESTS,
        sources::TESTS,
        strip::TESTS,
        paper::TESTS,
        sealed::TESTS,
        hostile::TESTS,
        handout::TESTS,
    ];
    tests.extend(room::TESTS);
    e2e::runner::run(&tests)
}
