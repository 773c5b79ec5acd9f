use judging::{CompetitionId, DeviceId, Hash, JudgeCode};
use std::fmt;

/// What is proven, before its parts.
const DOMAIN: &[u8] = b"timbang/enrolment/1\0";
/// What the seed of the judge's own order is drawn from.
const ORDER: &[u8] = b"timbang/order/1\0";

/// The secret in one packet, by which the judge's device proves that it opened that packet. 32 random bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct EnrolmentSecret(pub [u8; 32]);

impl EnrolmentSecret {
    /// The proof that a device puts into its hand-overs: BLAKE3 keyed with the secret, over competition, device and judge.
    /// It is worth nothing to another device, judge or competition.
    #[must_use]
    pub fn proof(&self, competition: CompetitionId, device: DeviceId, judge: &JudgeCode) -> Hash {
        let said = [DOMAIN, &competition.0, &device.0, judge.as_str().as_bytes()].concat();
        Hash(*blake3::keyed_hash(&self.0, &said).as_bytes())
    }

    /// The seed of the judge's own shuffled order of entries: the same in every packet of this judge.
    #[must_use]
    pub fn order_seed(&self) -> u64 {
        let drawn = blake3::keyed_hash(&self.0, ORDER);
        let [a, b, c, d, e, f, g, h, ..] = *drawn.as_bytes();
        u64::from_be_bytes([a, b, c, d, e, f, g, h])
    }
}

impl fmt::Debug for EnrolmentSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EnrolmentSecret(…)")
    }
}
