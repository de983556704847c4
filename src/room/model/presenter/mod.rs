//! The presenter: what it shows, what its keys do, its timer, and which questions were discussed.

mod discussed;
mod shortcuts;
mod showing;
mod timer;

pub use discussed::Discussed;
pub use shortcuts::{Key, Tool, presenter_key};
pub use showing::{
    Panel, Presenter, PresenterChange, PresenterCommand, is_of_this_device, is_presenting, with_presenter,
    without_presenter,
};
pub use timer::Timer;
