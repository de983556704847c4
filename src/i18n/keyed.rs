//! An enum whose variants are the keys of a file: a missing key is a failing check, and on the wire
//! the texts are a plain list in the variants' order, which costs the reader no names.

macro_rules! keyed {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $key:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$doc])* #[doc = concat!("`", $key, "`")] $variant,)* }

        impl $name {
            /// Every key with its variant, in the order of the wire.
            pub const ALL: &'static [(&'static str, Self)] = &[$(($key, Self::$variant),)*];
        }
    };
}

pub(super) use keyed;
