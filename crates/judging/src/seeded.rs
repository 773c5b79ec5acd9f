//! Numbers from a seed: the same ones every time, on every machine.
//!
//! Source: Steele, Lea and Flood, *Fast splittable pseudorandom number generators* (2014), `SplitMix64`.

/// A sequence of numbers.
#[derive(Debug, Clone)]
pub(crate) struct Seeded(u64);

impl Seeded {
    /// The sequence of a seed.
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub(crate) const fn next(&mut self) -> u64 {
        let number = mixed(self.0);
        self.0 = self.0.wrapping_add(STEP);
        number
    }

    /// The next number from 0 to below `end`, which is far below 2³²: the error of not starting anew is below 2⁻³².
    pub(crate) const fn below(&mut self, end: usize) -> usize {
        (((self.next() >> 32) * end as u64) >> 32) as usize
    }
}

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// One step of the generator from a state.
pub(crate) const fn mixed(state: u64) -> u64 {
    let z = state.wrapping_add(STEP);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
