use crate::api::common::File;
use crate::api::receipt::{ReceiptRow, ReceiptView};
use crate::case::case_of_pack;
use crate::{Error, Session, keys, time};
use exchange::Refusal;
use judging::case::Case;
use judging::entry::{Categories, categories};
use judging::handover::{HandOver, Key};
use judging::receipt::{Given, Receipt, key, receipts};
use judging::results::{Results, results};
use judging::sheet::{Sheet, SheetState};
use judging::{Hash, JudgeCode};
use std::collections::BTreeMap;
use std::path::Path;
use store::Contents;

/// Whether each final sheet of this judge counts in a result pack as it was given, and if not, why. The result is computed
/// anew from the pack; no keys are needed.
///
/// # Errors
/// `other-competition` and `other-chair` for a pack that is not of this working copy's competition; what is wrong with the
/// pack.
pub fn receipt(session: &Session, asked: File) -> Result<ReceiptView, Error> {
    let file = Path::new(&asked.file);
    let bytes = crate::files::read_small(file)?;
    let refused = |refusal: Refusal| Error::from(refusal).in_file(file);
    let pack = exchange::pack::read(&bytes).map_err(refused)?;
    session.desk(|desk| {
        let own = desk.own()?;
        let (expected, found) = (store::competition::birth(desk)?.id, pack.competition);
        if expected != found {
            return Err(refused(Refusal::OtherCompetition { expected, found }));
        }
        if own.packet.chair != pack.chair {
            return Err(refused(Refusal::OtherChair));
        }
        let chair = keys::words(pack.chair);
        let case = case_of_pack(pack)?;
        let sheets = final_sheets(desk, &own.judge.code)?;
        let results = results(&case)?;
        let rows = rows(desk, &case, &results, &sheets)?;
        Ok(ReceiptView {
            name: case.rules().name.clone(),
            chair,
            published_at: crate::standings::publication(&case, &results)
                .map(|published| time::text(published.made_at)),
            all: rows.iter().all(|row| row.counted),
            rows,
        })
    })
}

/// A final sheet of this judge.
struct Final {
    sheet: Sheet,
    /// The hash of the rules under which it was given.
    rules: Hash,
    /// The last hand-over that holds it; none when it was never handed over.
    hand_over: Option<Hash>,
    /// Whether the working copy has another final sheet by now.
    changed: bool,
}

/// The final sheets that this judge handed over, each as the last hand-over has it in which it is final, and those that
/// were not handed over yet.
fn final_sheets(contents: &Contents, judge: &JudgeCode) -> Result<BTreeMap<Key, Final>, Error> {
    let mut sheets: BTreeMap<Key, Final> = BTreeMap::new();
    let is_final = |sheet: &Sheet| sheet.state == SheetState::Final;
    let handed_over = store::handed_over::all(contents)?;
    for file in handed_over.iter().rev() {
        let said: HandOver = exchange::handover::read(&file.bytes)?.hand_over;
        let rules = said.rules;
        for sheet in said.statement.sheets.into_iter().filter(is_final) {
            sheets.entry(key(judge, &sheet)).or_insert(Final {
                sheet,
                rules,
                hand_over: Some(said.hash),
                changed: false,
            });
        }
    }
    let rules = crate::rules::hash_in_force(contents)?;
    for dated in store::sheets::all(contents)? {
        let sheet = dated.sheet;
        if !is_final(&sheet) {
            continue;
        }
        match sheets.get_mut(&key(judge, &sheet)) {
            Some(known) => known.changed = known.rules == rules && known.sheet != sheet,
            None => {
                let new = Final {
                    sheet,
                    rules,
                    hand_over: None,
                    changed: false,
                };
                sheets.insert(key(judge, &new.sheet), new);
            }
        }
    }
    Ok(sheets)
}

fn rows(
    contents: &Contents,
    case: &Case,
    results: &Results,
    sheets: &BTreeMap<Key, Final>,
) -> Result<Vec<ReceiptRow>, Error> {
    let categories = categories(&case.entries);
    let titles: BTreeMap<_, _> = store::entries::all(contents)?
        .into_iter()
        .map(|entry| (entry.code, entry.registration.title))
        .collect();
    let given = |(key, last): (&Key, &Final)| {
        last.hand_over.map(|hand_over| Given {
            key: key.clone(),
            sheet: carried(case, &categories, last),
            hand_over,
        })
    };
    let given: Vec<Given> = sheets.iter().filter_map(given).collect();
    let mut received = receipts(case, results, &given).into_iter();
    let row = |(key, last): (&Key, &Final)| {
        let outcome = last.hand_over.and_then(|_| received.next());
        let outcome = match outcome {
            None => Receipt::NotHandedOver,
            Some(_) if last.changed => Receipt::ChangedSince,
            Some(outcome) => outcome,
        };
        ReceiptRow {
            stage: key.stage.to_string(),
            entry: key.entry.to_string(),
            title: titles.get(&key.entry).cloned().unwrap_or_default(),
            counted: outcome == Receipt::Counted,
            reason: (outcome != Receipt::Counted).then(|| outcome.kind().into()),
            detail: detail(outcome),
        }
    };
    Ok(sheets.iter().map(row).collect())
}

/// The sheet as it is under the rules of the result. Rules that the pack does not know are newer than it: then the sheet
/// is compared as it stands.
fn carried(case: &Case, categories: &Categories, last: &Final) -> Option<Sheet> {
    let category = categories.get(&last.sheet.entry)?;
    match case.history.sheet(last.rules, &last.sheet, category) {
        Ok(sheet) => sheet,
        Err(_) => Some(last.sheet.clone()),
    }
}

fn detail(outcome: Receipt) -> Option<String> {
    match outcome {
        Receipt::Settled { reason } => Some(reason),
        Receipt::Superseded { number } => Some(number.to_string()),
        Receipt::LacksMarks { criteria } => {
            let codes: Vec<String> = criteria.iter().map(ToString::to_string).collect();
            Some(codes.join(", "))
        }
        _ => None,
    }
}
