/// Numbers that look random (SplitMix64, Steele, Lea and Flood 2014): the same for the same seed.
pub struct Random(u64);

impl Random {
    pub fn of(seed: usize, kind: u64) -> Self {
        Self((seed as u64).wrapping_mul(0xA24B_AED4_963E_E407) ^ (kind << 56))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 when there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % (bound.max(1) as u64)) as usize
    }

    /// True so many times in a thousand.
    pub fn one_in_thousand(&mut self, times: usize) -> bool {
        self.below(1000) < times
    }
}
