//! What the end-to-end tests are made from: a server of their own, a driver, a tab, and a runner.
//!
//! `tests/page/` says what a person does with the page. It is one binary with a runner of its own,
//! which starts a browser with its driver for each of its workers, and ends them all. `tests/hosting/` asks hosts
//! without a browser.

mod answer;
pub mod axe;
mod chrome;
mod display;
mod driver;
mod engine;
pub mod extra;
pub mod failure;
mod firefox;
mod hands;
pub mod nginx;
pub mod runner;
pub mod scratch;
pub mod server;
pub mod settings;
mod surroundings;
pub mod tab;
mod webkit;

pub use engine::Engine;
pub use extra::Extra;
pub use failure::{Failure, Outcome};
pub use scratch::Scratch;
pub use server::{Site, Wasm};
pub use tab::{NARROW, Tab, WIDE};
