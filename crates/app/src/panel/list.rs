use super::blind::BlindPacket;
use super::packet::concerns;
use crate::api::common::Nothing;
use crate::api::common::count;
use crate::api::panel::{JudgeRow, Judges};
use crate::api::undo::OpKind;
use crate::messages::all_messages;
use crate::{Error, Session, keys, time};
use judging::CategoryCode;
use judging::entry::Entry;
use judging::panel::Judge;
use judging::rules::Rules;
use std::collections::BTreeMap;
use store::Contents;
use store::journal::{Filter, Line, page};
use store::judges::Office;

/// All judges, with what each is to file and which devices have handed over.
///
/// # Errors
/// That nothing is open.
pub fn list(session: &Session, _: Nothing) -> Result<Judges, Error> {
    session.chair(|chair| {
        let rules = crate::rules::rules_of(chair)?;
        let entries = store::entries::all(chair)?;
        let mut packets = BTreeMap::new();
        for packet in store::packets::all(chair)? {
            let last = packets.entry(packet.judge).or_insert(packet.issued_at);
            *last = packet.issued_at.max(*last);
        }
        let (packed, edited) = (
            last_lines(chair, OpKind::Packet, |_| true)?,
            last_lines(chair, OpKind::EditJudge, is_of_the_packet)?,
        );
        let mut offices = store::judges::offices(chair)?;
        let devices = store::devices::all(chair)?;
        let messages = all_messages(chair)?;
        let messages_of = |judge: &Judge| {
            let of_judge = messages
                .iter()
                .filter(|row| row.judge == judge.code.as_str());
            let messages = of_judge.map(|row| row.message.clone());
            messages.filter(|message| !message.is_empty()).collect()
        };
        let row = |judge: Judge| {
            let blind = blind(&rules, &entries, &judge);
            let Office {
                post,
                institution,
                nip,
            } = offices.remove(&judge.code).unwrap_or_default();
            JudgeRow {
                messages: messages_of(&judge),
                left_out: blind.left_out(),
                telling_titles: blind.telling_titles(),
                owed: owed(&rules, &entries, &judge),
                packet_is_old: packed
                    .get(judge.code.as_str())
                    .is_some_and(|made| edited.get(judge.code.as_str()) > Some(made)),
                packet_at: packets.get(&judge.code).map(|&at| time::text(at)),
                devices: devices
                    .iter()
                    .filter(|device| device.judge == judge.code)
                    .map(|device| keys::words(device.id))
                    .collect(),
                judge: judge.code.to_string(),
                name: judge.name,
                post,
                institution,
                nip,
                stages: judge.scope.stages.iter().map(ToString::to_string).collect(),
                categories: judge
                    .scope
                    .categories
                    .iter()
                    .map(ToString::to_string)
                    .collect(),
                entries: judge
                    .scope
                    .entries
                    .iter()
                    .map(ToString::to_string)
                    .collect(),
                criteria: judge
                    .scope
                    .criteria
                    .iter()
                    .map(ToString::to_string)
                    .collect(),
            }
        };
        let rows = store::judges::all(chair)?.into_iter().map(row).collect();
        Ok(Judges { rows })
    })
}

/// Whether an edit changed what stands in the judge's packet: name or assignment.
fn is_of_the_packet(line: &Line) -> bool {
    let detail: Option<serde_json::Value> = serde_json::from_str(&line.detail).ok();
    detail.is_none_or(|detail| detail.get("before") != detail.get("after"))
}

/// The last line of the journal about each judge that names such an operation and is of this kind.
fn last_lines(
    contents: &Contents,
    op: OpKind,
    is_meant: fn(&Line) -> bool,
) -> Result<BTreeMap<String, u32>, Error> {
    let filter = Filter {
        op: Some(op.code().to_owned()),
        ..Filter::default()
    };
    // Newest first: an older line does not take its place.
    let mut last = BTreeMap::new();
    let lines = page(contents, &filter, None, u32::MAX)?.into_iter();
    for line in lines.filter(is_meant) {
        last.entry(line.subject).or_insert(line.seq);
    }
    Ok(last)
}

/// What the judge's packet would leave out.
fn blind(rules: &Rules, entries: &[Entry], judge: &Judge) -> BlindPacket {
    let mut packed = Vec::new();
    if rules.is_blind() {
        let concerned = entries.iter().filter(|entry| concerns(rules, judge, entry));
        packed.extend(concerned.cloned());
    }
    BlindPacket::of(rules, judge, &packed)
}

/// How many sheets the judge is to file, of each category in the first judged stage they are assigned to; later ones depend
/// on cuts.
fn owed(rules: &Rules, entries: &[Entry], judge: &Judge) -> u32 {
    let of_category = |category: &CategoryCode| {
        let of_stage = |stage| {
            let entries = entries.iter().filter(|entry| entry.category == *category);
            entries
                .filter(|entry| judge.scope.covers(stage, category, &entry.code))
                .count()
        };
        let mut stages = rules.judged_stages_of(category).map(of_stage);
        stages.find(|&owed| owed > 0).unwrap_or(0)
    };
    let categories = rules.categories.iter();
    count(categories.map(|category| of_category(&category.code)).sum())
}
