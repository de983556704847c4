//! The configurations of docs/hosting.md, asked for every file of the build. No browser: `page/hosted.rs` has one.

mod ask;
mod headers;
mod nginx;
mod wanted;
