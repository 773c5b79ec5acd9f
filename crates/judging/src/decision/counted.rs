use super::{Act, Decision, in_force};
use crate::Hash;
use std::collections::BTreeSet;

/// The hand-overs that count: `None` means all, until a result is published; from then on those that counted at the last
/// publication, and those accepted late. So publishing freezes a result, and no clock has a say in it.
#[must_use]
pub fn counted(decisions: &[Decision]) -> Option<BTreeSet<Hash>> {
    let holding = in_force(decisions);
    let published = holding
        .iter()
        .rev()
        .find_map(|decision| match &decision.act {
            Act::Publish { hand_overs, .. } => Some(hand_overs.iter().copied()),
            _ => None,
        });
    let accepted = holding.iter().filter_map(|decision| match decision.act {
        Act::AcceptLate { hand_over } => Some(hand_over),
        _ => None,
    });
    published.map(|published| published.chain(accepted).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(n: u8) -> Hash {
        Hash([n; 32])
    }

    #[track_caller]
    fn check(acts: Vec<Act>, expected: Option<&[u8]>) {
        let decision = |(number, act): (u8, Act)| Decision {
            hash: hash(number),
            number: number.into(),
            made_at: 0,
            reason: "r".into(),
            act,
        };
        let decisions: Vec<_> = (100..).zip(acts).map(decision).collect();
        let expected = expected.map(|all| all.iter().copied().map(hash).collect());
        assert_eq!(counted(&decisions), expected);
    }

    #[test]
    fn a_publication_freezes_what_counts_until_a_late_one_is_accepted_or_it_is_undone() {
        let publish = |all: &[u8]| Act::Publish {
            standings: hash(0),
            hand_overs: all.iter().copied().map(hash).collect(),
        };
        let late = |n| Act::AcceptLate { hand_over: hash(n) };
        let undo = |n| Act::Undo { decision: hash(n) };
        check(vec![], None);
        check(vec![late(9)], None);
        check(vec![publish(&[1, 2])], Some(&[1, 2]));
        check(vec![publish(&[1, 2]), late(3)], Some(&[1, 2, 3]));
        check(vec![publish(&[1]), publish(&[1, 4])], Some(&[1, 4]));
        check(vec![publish(&[1]), undo(100)], None);
        check(vec![publish(&[1]), late(3), undo(101)], Some(&[1]));
    }
}
