use judging::{CompetitionId, DeviceId, Hash, JudgeCode};
use std::fmt;

/// What is proven, before its parts.
const DOMAIN: &[u8] = b"timbang/enrolment/1\0";

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
}

impl fmt::Debug for EnrolmentSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EnrolmentSecret(…)")
    }
}
