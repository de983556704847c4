//! What the reader is doing: filters, target, commands, addresses and keys. Pure: what has to happen
//! in the browser leaves as an [`Outcome`].

mod command;
mod filters;
mod keys;
mod url;

pub use command::{Command, Outcome, Problem, Session};
pub use filters::Filters;
pub use keys::{FriezeKey, Stop, frieze_key, neighbour, stop_of};
pub use url::{Part, QUERY_VERSION, Target, parameter, parse_query, query_of, target_of};
