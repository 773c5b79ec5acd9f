//! What must hold of every hand-over, checked when one is written and when one is read.

use crate::Refusal;
use judging::Hash;
use judging::handover::{AttachmentKind, Statement};
use std::collections::BTreeSet;
use std::fmt::Display;

pub(super) fn check(said: &Statement) -> Result<(), Refusal> {
    if said.number == 0 || (said.number == 1) != said.previous.is_none() {
        let message =
            "number 1 has no hand-over before it, every other number names the one before";
        return Err(Refusal::malformed("number", message));
    }
    let mut spoken_of = BTreeSet::new();
    for sheet in &said.sheets {
        if !spoken_of.insert((&sheet.stage, &sheet.entry)) {
            return Err(twice("stages", &sheet.entry, &sheet.stage));
        }
    }
    for recusal in &said.recusals {
        if !spoken_of.insert((&recusal.stage, &recusal.entry)) {
            return Err(twice("recusals", &recusal.entry, &recusal.stage));
        }
    }
    distinct("packets", said.packets.iter())?;
    origins(said)?;
    attachments(said)?;
    visits(said)
}

fn twice(place: &str, entry: &impl ToString, stage: &impl ToString) -> Refusal {
    let (entry, stage) = (entry.to_string(), stage.to_string());
    Refusal::malformed(place, format!("{entry} in {stage} is spoken of twice"))
}

fn distinct<T: Ord + Display>(place: &str, names: impl Iterator<Item = T>) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for name in names {
        let shown = name.to_string();
        if !seen.insert(name) {
            return Err(Refusal::malformed(place, format!("name {shown} twice")));
        }
    }
    Ok(())
}

/// Every packet is one that is named; no two sheets were finished at the same place.
fn origins(said: &Statement) -> Result<(), Refusal> {
    let mut places = BTreeSet::new();
    for ((stage, entry), origin) in &said.origins {
        let wrong = |what: &str| Refusal::malformed("stages", format!("{entry} in {stage} {what}"));
        let packet = origin.packet.map(usize::try_from);
        if packet.is_some_and(|place| place.is_ok_and(|place| place >= said.packets.len())) {
            return Err(wrong("names a packet that is not there"));
        }
        if origin.finished == Some(0) {
            return Err(wrong("was finished at place 0, but they count from 1"));
        }
        if origin.finished.is_some_and(|place| !places.insert(place)) {
            return Err(wrong("was finished at the same place as another"));
        }
    }
    Ok(())
}

/// Each attachment is named once, declarations and notes stand in one each, and every photo of a report is named.
fn attachments(said: &Statement) -> Result<(), Refusal> {
    distinct(
        "attachments",
        said.attachments.iter().map(|attachment| &attachment.name),
    )?;
    let of = |kind| {
        said.attachments
            .iter()
            .filter(move |attachment| attachment.kind == kind)
    };
    let single = [
        AttachmentKind::Declarations,
        AttachmentKind::Notes,
        AttachmentKind::Persons,
    ];
    for kind in single {
        if of(kind).count() > 1 {
            return Err(Refusal::malformed(
                "attachments",
                format!("has several {kind}"),
            ));
        }
    }
    let photos: BTreeSet<Hash> = of(AttachmentKind::Photos)
        .map(|attachment| attachment.name)
        .collect();
    let shown = said.visits.iter().flat_map(|visit| &visit.photos);
    let mut shown = shown.map(|photo| photo.name);
    match shown.find(|photo| !photos.contains(photo)) {
        Some(photo) => Err(Refusal::malformed(
            "visits",
            format!("show photo {photo}, which is not among the attachments"),
        )),
        None => Ok(()),
    }
}

/// Each visit stands there once, and its claims show photos of its own.
fn visits(said: &Statement) -> Result<(), Refusal> {
    distinct("visits", said.visits.iter().map(|visit| &visit.id))?;
    for visit in &said.visits {
        distinct("visits", visit.photos.iter().map(|photo| &photo.name))?;
        let mut shown = visit.claims.iter().flat_map(|claim| &claim.photos);
        if let Some(photo) = shown.find(|photo| visit.photo(**photo).is_none()) {
            let message = format!("a claim shows photo {photo}, which is not one of its visit");
            return Err(Refusal::malformed("visits", message));
        }
        if let (Some(began), Some(ended)) = (visit.began, visit.ended)
            && ended.seconds() < began.seconds()
        {
            let message = format!("visit {} ended before it began", visit.id);
            return Err(Refusal::malformed("visits", message));
        }
    }
    Ok(())
}
