//! What the end-to-end tests are made from: a server of their own, a driver, a tab, and a runner.
//!
//! `tests/page/` says what a person does with the page. It is one binary with a runner of its own,
//! which starts one driver, a browser for each of two workers, and ends them all. `tests/hosting/` asks hosts
//! without a browser.

mod answer;
pub mod axe;
pub mod chrome;
pub mod driver;
pub mod extra;
pub mod failure;
pub mod nginx;
pub mod runner;
pub mod scratch;
pub mod server;
pub mod settings;
pub mod tab;

pub use extra::Extra;
pub use failure::{Failure, Outcome};
pub use scratch::Scratch;
pub use server::{Site, Wasm};
pub use tab::{NARROW, Tab, WIDE};
