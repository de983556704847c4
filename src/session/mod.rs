//! What the reader is doing: filters, target, commands, addresses and keys. Pure: what has to happen
//! in the browser leaves as an [`Outcome`].

mod choice;
mod command;
mod filters;
mod keys;
mod problem;
mod url;

pub use choice::Choice;
pub use command::{Command, Outcome, Refused, Session};
pub use filters::{Filters, Toggle};
pub use keys::{FriezeKey, Stop, frieze_key, neighbour, stop_of};
pub use problem::Problem;
pub use url::{
    Part, QUERY_VERSION, Target, encode, fragment_id, parameter, parse_query, query_of, target_of, with_foreign,
};
