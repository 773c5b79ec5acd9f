//! The hand-overs that no later one supersedes.
//!
//! On one device a hand-over of a higher number supersedes all earlier ones, for each is complete. Where the hand-overs
//! between are there, the chain of `previous` hashes proves or refutes it: one that the chain shows *not* to be an ancestor
//! (a copied laptop, a restored backup that went on) stays a head of its own. Where some between are not there, the higher
//! number is believed only as long as no fork is known at the lower number or before; afterwards nobody can tell which
//! branch the later one continues, and both stay visible.

use super::HandOver;
use crate::{DeviceId, Hash, JudgeCode};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Excluded, Unbounded};

/// The hand-overs that no later one supersedes, ascending by judge, device, number and hash.
#[must_use]
pub fn heads<'a>(hand_overs: impl IntoIterator<Item = &'a HandOver>) -> Vec<&'a HandOver> {
    let mut devices: BTreeMap<(&JudgeCode, DeviceId), Device<'_>> = BTreeMap::new();
    for said in hand_overs {
        devices
            .entry((&said.judge, said.device))
            .or_default()
            .insert((said.number, said.hash), said);
    }
    devices.values().flat_map(heads_of).collect()
}

/// All hand-overs of one device by number and hash.
type Device<'a> = BTreeMap<(u32, Hash), &'a HandOver>;

fn heads_of<'a>(device: &Device<'a>) -> Vec<&'a HandOver> {
    let fork = first_fork(device);
    let superseded = |said: &HandOver| {
        device
            .range((Excluded((said.number, Hash([255; 32]))), Unbounded))
            .any(|(_, later)| match ancestor(device, later, said.number) {
                Some(proven) => proven == said.hash,
                None => fork.is_none_or(|fork| said.number < fork),
            })
    };
    let all = device.values().copied();
    all.filter(|said| !superseded(said)).collect()
}

/// The lowest number that two hand-overs of the device are known to bear, be it that one is only named as `previous`.
fn first_fork(device: &Device<'_>) -> Option<u32> {
    let mut known: BTreeMap<u32, BTreeSet<Hash>> = BTreeMap::new();
    for said in device.values() {
        known.entry(said.number).or_default().insert(said.hash);
        if let (Some(previous), Some(number)) = (said.previous, said.number.checked_sub(1)) {
            known.entry(number).or_default().insert(previous);
        }
    }
    let forked = known.into_iter().find(|(_, hashes)| hashes.len() > 1);
    forked.map(|(number, _)| number)
}

/// The hash that the chain from `later` names for `number`, as far as the hand-overs between are there.
fn ancestor(device: &Device<'_>, later: &HandOver, number: u32) -> Option<Hash> {
    let mut at = later;
    loop {
        let before = (at.number.checked_sub(1)?, at.previous?);
        if before.0 == number {
            return Some(before.1);
        }
        at = device.get(&before)?;
    }
}
