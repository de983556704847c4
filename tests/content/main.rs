//! The reading of `content/`: the real content is whole, and every kind of broken content is named with
//! file, line, entry, field, value and remedy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod facts;
mod files;
mod folder;
mod form;
mod published;
mod real;
mod references;
mod schemas;
mod translations;
mod words;
