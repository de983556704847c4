//! Writers for what leaves the page to be read elsewhere, never to be read back: pure texts.
