//! What the conversation's tools know, and what follows from what is done: pure, without a browser.

mod command;
mod incoming;
mod items;
mod keeping;
mod notebook;
mod pending;
mod presenter;
mod saving;
mod synthesis;

pub use command::{Command, Outcome, Spot};
pub use incoming::{Incoming, Refused, Row};
pub use items::{Item, ItemId, Kind, Place};
pub use keeping::{Job, Keeping, Opened, Refusal};
pub use notebook::Notebook;
pub use pending::{Batch, Record, Writes};
pub use presenter::{
    Discussed, Key, Panel, Presenter, PresenterChange, PresenterCommand, Timer, Tool, is_of_this_device, is_presenting,
    presenter_key, with_presenter, without_presenter,
};
pub use saving::{file_name, in_scope};
pub use synthesis::{Group, Of, Order, PAGE, Part, Said, Synthesis, Table};
