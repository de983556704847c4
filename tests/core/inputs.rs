//! The kept inputs of every parser, and some thousands made of them; `cargo xtask fuzz` makes a million.

use crate::fuzz::parsers::{PARSERS, kept};
use crate::fuzz::{input::LONGEST, nth};

/// As many for each parser, in a build without optimisation.
const COUNT: u64 = 2_000;

#[test]
fn kept_inputs_are_read_or_refused_as_ever() {
    for parser in PARSERS {
        let kept = kept(parser);
        assert!(!kept.is_empty(), "{}", parser.name);
        for (name, bytes, why) in kept {
            assert_eq!((parser.read)(&bytes).err(), why, "{}: {name}", parser.name);
        }
    }
}

#[test]
fn whatever_is_made_of_them_is_read_or_refused() {
    for parser in PARSERS {
        let kept: Vec<_> = kept(parser).into_iter().map(|(_, bytes, _)| bytes).collect();
        let mut refused = 0;
        for number in 0..COUNT {
            let bytes = nth(parser, &kept, 1, number, false);
            refused += u64::from((parser.read)(&bytes).is_err());
        }
        assert!(refused < COUNT, "{}: none is read any more, so nothing behind the first check is tried", parser.name);
    }
}

#[test]
fn the_same_seed_makes_the_same_inputs_and_none_is_too_long() {
    let parser = PARSERS.iter().find(|parser| parser.name == "bundle").unwrap();
    let kept: Vec<_> = kept(parser).into_iter().map(|(_, bytes, _)| bytes).collect();
    let made = |seed| (0..300).map(|number| nth(parser, &kept, seed, number, number % 100 == 0)).collect::<Vec<_>>();
    assert_eq!(made(1), made(1));
    assert_ne!(made(1), made(2));
    assert!(made(1).iter().all(|bytes| bytes.len() <= LONGEST));
    assert_eq!(made(1)[0].len(), LONGEST, "filled up");
}
