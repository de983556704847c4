//! Inputs made of the kept ones: the same seed and number give the same input.

use std::cell::Cell;

/// No input is longer.
pub const LONGEST: usize = 64 * 1024;

/// A seeded sequence of numbers (SplitMix64).
pub struct Random(Cell<u64>);

impl Random {
    /// The sequence of an input: of a seed, a parser's name and the input's number.
    pub fn new(seed: u64, name: &str, number: u64) -> Self {
        let name = name.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
        let random = Self(Cell::new(name ^ number.wrapping_mul(0xd6e8_feb8_6659_fd93)));
        random.next();
        random
    }

    fn next(&self) -> u64 {
        self.0.set(self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15));
        let mut z = self.0.get();
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`; 0 where there is none.
    pub fn below(&self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// One time in `n`.
    pub fn one_in(&self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn of<'a, T: ?Sized>(&self, items: &[&'a T]) -> Option<&'a T> {
        items.get(self.below(items.len())).copied()
    }
}

/// What matters in any format: numbers at the edges of types, ends of lines, what looks like nothing.
const TOKENS: &[&str] = &[
    "0",
    "-1",
    "255",
    "256",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "-9223372036854775808",
    "99999999999999999999999999",
    "1e999",
    "\0",
    "\n",
    "\r\n",
    "\u{feff}",
    "\u{202e}",
    "é",
    "\u{301}",
    "👩🏽‍🚀",
    "\u{10ffff}",
    "%",
    "+",
    "&",
    "=",
    "#",
    "/",
    ",",
    "-",
    "..",
    " ",
];

/// Bytes that are no text in UTF-8.
const TORN: &[&[u8]] = &[b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80"];

/// One of the kept inputs with some changes; most are short.
pub fn input(random: &Random, kept: &[Vec<u8>], tokens: &[&str]) -> Vec<u8> {
    let mut bytes = kept.get(random.below(kept.len())).cloned().unwrap_or_default();
    let changes = random.below(6) + usize::from(random.one_in(8)) * random.below(40);
    for _ in 0..changes {
        change(random, &mut bytes, kept, tokens);
    }
    if random.one_in(400) {
        fill(random, &mut bytes);
    }
    bytes.truncate(LONGEST);
    bytes
}

/// An input of the greatest length.
pub fn long(random: &Random, kept: &[Vec<u8>], tokens: &[&str]) -> Vec<u8> {
    let mut bytes = input(random, kept, tokens);
    fill(random, &mut bytes);
    bytes.truncate(LONGEST);
    bytes
}

fn change(random: &Random, bytes: &mut Vec<u8>, kept: &[Vec<u8>], tokens: &[&str]) {
    let at = random.below(bytes.len() + 1);
    let end = (at + random.below(1 + random_length(random))).min(bytes.len());
    let token = |random: &Random| {
        let own = !tokens.is_empty() && !random.one_in(3);
        random.of(if own { tokens } else { TOKENS }).unwrap_or_default().as_bytes().to_vec()
    };
    match random.below(12) {
        // a bit, or a byte
        0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << random.below(8)),
        1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = random.below(256) as u8),
        // a word put in, or put in the place of something
        2 | 3 => drop(bytes.splice(at..at, token(random))),
        4 => drop(bytes.splice(at..end, token(random))),
        // something taken out; the end cut off
        5 => drop(bytes.drain(at..end)),
        6 => bytes.truncate(at),
        // a piece of another input, up to all of it
        7 => {
            let other = kept.get(random.below(kept.len())).cloned().unwrap_or_default();
            let from = random.below(other.len() + 1);
            let to = (from + random.below(other.len() + 1)).min(other.len());
            drop(bytes.splice(at..at, other[from..to].iter().copied()));
        }
        // the same once more, and more often
        8 => {
            let piece = bytes[at..end].to_vec();
            let times = 1 + random.below(if random.one_in(10) { 200 } else { 4 });
            if piece.len() * times <= LONGEST {
                drop(bytes.splice(end..end, piece.repeat(times)));
            }
        }
        // two pieces change places
        9 => {
            let piece: Vec<u8> = bytes.drain(at..end).collect();
            let to = random.below(bytes.len() + 1);
            drop(bytes.splice(to..to, piece));
        }
        // deeper and deeper
        10 => {
            let depth = random.below(if random.one_in(10) { 5_000 } else { 70 });
            let (open, close) = [("[", "]"), ("{\"a\":", "}"), ("(", ")")][random.below(3)];
            let inside: Vec<u8> = bytes.drain(at..end).collect();
            let nested = [open.repeat(depth).into_bytes(), inside, close.repeat(depth).into_bytes()].concat();
            drop(bytes.splice(at..at, nested));
        }
        _ => match random.below(4) {
            0 => drop(bytes.splice(at..at, random.of(TORN).unwrap_or_default().iter().copied())),
            _ => {
                let digit = [b"9", b"0", b" ", b"-"][random.below(4)];
                drop(bytes.splice(at..at, digit.repeat(1 + random.below(40))));
            }
        },
    }
    bytes.truncate(LONGEST);
}

/// Mostly a few bytes.
fn random_length(random: &Random) -> usize {
    [2, 8, 40, 300][random.below(4)]
}

/// Repeats a piece until nothing more fits: what takes long for its length shows.
fn fill(random: &Random, bytes: &mut Vec<u8>) {
    let at = random.below(bytes.len() + 1);
    let end = (at + 1 + random.below(random_length(random))).min(bytes.len());
    let piece = if at == end { vec![b'['] } else { bytes[at..end].to_vec() };
    let times = LONGEST.saturating_sub(bytes.len()) / piece.len() + 1;
    drop(bytes.splice(end..end, piece.repeat(times)));
}
