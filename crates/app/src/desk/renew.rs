use crate::api::common::count;
use crate::api::desk::Renewed;
use crate::entries::keys_of;
use crate::op::{Change, Op, transact};
use crate::visits::take_new_claims;
use crate::{Error, Session, predecessor};
use exchange::packet::PacketFile;
use judging::entry::{Entry, categories};
use judging::panel::Judge;
use judging::revision::History;
use judging::sheet::{Sheet, check_mark, missing_marks};
use judging::{EntryCode, Hash};
use std::collections::BTreeMap;
use store::opened_packets::OpenedPacket;
use store::{Contents, Store, StoreError, Write};

/// Takes a newer packet into the working copy that this judge has already: rules, entries and assignment are renewed, and
/// marks given so far become marks under the new rules as the chair chose. What was handed over stays as it was.
///
/// # Errors
/// `opened-before` for the packet it was made from or renewed by; `older-packet` for one from before the rules of
/// the copy; `file-exists` when the file is no copy of this judge for this competition and chair.
pub(super) fn renew(
    session: &Session,
    store: &mut Store,
    file: &PacketFile,
    signed: Vec<u8>,
) -> Result<Renewed, Error> {
    belongs(store, file)?;
    let packet = &file.packet;
    let at = session.host().now();
    let hash = file.hash;
    transact(session, store, |write| {
        let opened = OpenedPacket {
            hash,
            judge: packet.judge.code.clone(),
            chair: file.chair,
            chair_recipient: packet.recipient.to_string(),
            enrolment: store::judges::EnrolmentSecret(packet.enrolment.0),
            opened_at: at,
            bytes: signed,
        };
        match store::opened_packets::add(write, &opened) {
            Err(error) if matches!(error.cause(), StoreError::Exists { .. }) => {
                let message = "this packet was opened into this working copy before";
                return Err(Error::new("opened-before", message)
                    .in_file(write.path())
                    .hint("Open the working copy itself."));
            }
            done => done?,
        }
        let mut renewed = Renewed::default();
        let before = crate::rules::hash_in_force(write)?;
        if packet.history.of(before).is_err() {
            let message = "this packet is older than the working copy: it does not know its rules";
            return Err(Error::new("older-packet", message).in_file(write.path()));
        }
        if before != packet.history.hash() {
            renewed.rules_changed = true;
            (renewed.kept, renewed.again) =
                carry(write, before, &packet.history, &packet.judge, at)?;
            let text = exchange::rules::write(packet.history.rules());
            store::rules::set(write, &text, at)?;
        }
        renewed.entries = entries(write, &packet.entries)?;
        let returns = predecessor::take(write, &packet.predecessors, at)?;
        if renewed.rules_changed || returns {
            renewed.claims = take_new_claims(write, packet.history.rules(), at)?;
        }
        store::judges::update(write, &packet.judge)?;
        let op = Op::RenewCopy {
            judge: packet.judge.code.to_string(),
            hash,
            rules_before: before,
            rules: packet.history.hash(),
            marks_kept: renewed.kept,
            sheets_again: renewed.again,
            entries_new: renewed.entries,
        };
        Ok(Change::Done {
            answer: renewed,
            op,
        })
    })
}

/// Whether the packet is for the judge, competition and chair of this copy.
fn belongs(contents: &Contents, file: &PacketFile) -> Result<(), Error> {
    let own = store::opened_packets::current(contents)?;
    let same = own
        .is_some_and(|own| own.judge == file.packet.judge.code && own.chair == file.chair)
        && store::competition::birth(contents)?.id == file.packet.competition;
    if same {
        return Ok(());
    }
    Err(
        Error::new("file-exists", "there is another file of that name already")
            .in_file(contents.path()),
    )
}

/// Marks under the earlier rules become marks under the new ones; how many stay, and how many sheets are to be scored again.
/// Sheets of a stage that is no more, or no longer for the entry's category, stay in the file, unseen: it may come back.
fn carry(
    write: &Write<'_>,
    before: Hash,
    history: &History,
    judge: &Judge,
    at: i64,
) -> Result<(u32, u32), Error> {
    let (mut kept, mut again) = (0, 0);
    let categories = categories(&store::entries::all(write)?);
    let whole = |sheet: &Sheet| {
        let stage = history.rules().stage(&sheet.stage);
        stage.is_some_and(|stage| missing_marks(stage, &judge.scope, sheet).is_empty())
    };
    for dated in store::sheets::all(write)? {
        let category = categories.get(&dated.sheet.entry);
        let category = category.ok_or_else(|| Error::unknown("entry", &dated.sheet.entry))?;
        let now = match history.sheet(before, &dated.sheet, category)? {
            Some(now) => now,
            None => returned(&dated.sheet, history, judge),
        };
        kept += count(now.marks.len());
        if dated.sheet.state == judging::sheet::SheetState::Final && !whole(&now) {
            again += 1;
        }
        if now != dated.sheet {
            store::sheets::put(write, &now, at)?;
        }
    }
    Ok((kept, again))
}

/// A sheet of a stage that was not among the rules before, or not for its entry: the marks that the rules have now.
fn returned(sheet: &Sheet, history: &History, judge: &Judge) -> Sheet {
    let mut sheet = sheet.clone();
    if let Some(stage) = history.rules().stage(&sheet.stage) {
        sheet
            .marks
            .retain(|code, mark| check_mark(stage, &judge.scope, code, mark.value).is_ok());
    }
    sheet
}

/// Entries that are new or written differently; how many are new. None is taken away: there may be a sheet for it.
fn entries(write: &Write<'_>, packed: &[Entry]) -> Result<u32, StoreError> {
    let known: BTreeMap<EntryCode, Entry> = store::entries::all(write)?
        .into_iter()
        .map(|entry| (entry.code.clone(), entry))
        .collect();
    let mut new = 0;
    for entry in packed {
        let keys = keys_of(&entry.registration);
        match known.get(&entry.code) {
            Some(same) if same == entry => {}
            Some(_) => store::entries::update(write, entry, &keys, None)?,
            None => {
                store::entries::insert(write, entry, &keys, None)?;
                new += 1;
            }
        }
    }
    Ok(new)
}
