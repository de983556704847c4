//! Numbers that look random and are the same every time: SplitMix64.

/// A generator; it has one seed only.
pub struct Random(u64);

impl Random {
    /// At its beginning.
    pub fn new() -> Self {
        Self(2017)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to, not including, a positive number.
    pub fn below(&mut self, end: i64) -> i64 {
        ((u128::from(self.next()) * u128::from(end.unsigned_abs())) >> 64) as i64
    }

    /// From 0 to 99.
    pub fn percent(&mut self) -> i64 {
        self.below(100)
    }

    /// One of a list that is not empty.
    pub fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len() as i64) as usize]
    }
}
