//! What the reader is doing: filters, target, commands, addresses and keys. Pure: what has to happen
//! in the browser leaves as an [`Outcome`].

mod command;
mod filters;
mod keys;
mod presenter;
mod timer;
mod url;

pub use command::{Command, Outcome, Problem, Session};
pub use filters::Filters;
pub use keys::{FriezeKey, Stop, frieze_key, neighbour, stop_of};
pub use presenter::{
    Panel, Presenter, PresenterChange, PresenterCommand, is_of_this_device, is_presenting, presenter_button,
    presenter_key, with_presenter, without_presenter,
};
pub use timer::Timer;
pub use url::{Part, QUERY_VERSION, Target, parameter, parse_query, query_of, target_of};
