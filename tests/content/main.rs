//! The reading of a folder of content: nothing of it is lost, and every kind of broken content is named with
//! file, line, entry, field, value and remedy. All but `real` is asked of the fixture site.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod bundles;
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
