//! What listens beyond one element, or remembers between events: as methods of the [`Store`](super::store::Store).

mod address;
mod alive;
mod announce;
mod drag;
mod follow;
mod marks;
mod pinch;
mod reading;
mod strip;
mod width;
mod zoom;
