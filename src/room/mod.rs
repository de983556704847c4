//! The conversation's tools on the running page.

/// Starts them.
pub fn start() {}
