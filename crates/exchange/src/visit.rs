//! A visit as a person writes it in TOML: everything wrong is named with its line and the nearest known word.

use crate::rules::table::{Problems, Table, nearest};
use crate::rules::{RulesError, What};
use judging::VisitId;
use judging::rules::{Claim, ClaimCriterion, Rules, StageKind};
use judging::sheet::SheetState;
use judging::visit::{
    CheckedClaim, Person, PhotoKind, Place, Position, Respondent, Visit, VisitMode, VisitPersons,
    same_claim,
};
use toml::de::DeTable;

/// A visit as written. Its photos are named by their files, and so are those that its claims show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitFile {
    /// What was seen, without photos.
    pub visit: Visit,
    /// Who visited and who was met.
    pub persons: VisitPersons,
    /// The photos, in the order written.
    pub photos: Vec<PhotoFile>,
    /// For each claim the files of the photos that show it.
    pub claim_photos: Vec<Vec<String>>,
}

/// A photo as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoFile {
    /// Its path, relative to the file that names it.
    pub file: String,
    /// What it shows.
    pub kind: Option<PhotoKind>,
    /// In words.
    pub caption: String,
    /// Whether its position may be kept.
    pub position: bool,
}

/// Reads a visit under these rules. `id` is the name it is to have.
///
/// # Errors
/// [`RulesError`] with every problem: no TOML, unknown, missing or wrong values.
pub fn read(text: &str, rules: &Rules, id: VisitId) -> Result<VisitFile, RulesError> {
    let problems = Problems::in_text(text);
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let byte = error.span().map_or(0, |span| span.start);
        let what = What::Syntax(error.message().to_owned());
        problems.note(byte, String::new(), what);
    }
    let read = if problems.any() {
        None
    } else {
        visit(Table::top(document.get_ref(), &problems), rules, id)
    };
    match read {
        Some(read) if !problems.any() => Ok(read),
        _ => Err(RulesError {
            problems: problems.into_sorted(),
        }),
    }
}

fn visit(mut table: Table<'_>, rules: &Rules, id: VisitId) -> Option<VisitFile> {
    let stage = table.text("stage");
    let stage = table.require("stage", stage);
    let stage = stage.and_then(|code| known_stage(&table, rules, &code));
    let entry = table.parsed("entry");
    let entry = table.require("entry", entry);
    let state = table.word("state", SheetState::Draft);
    let mode = table.word("mode", VisitMode::Site);
    let began = table.moment("began");
    let ended = table.moment("ended");
    if let (Some(began), Some(ended)) = (began, ended)
        && ended.seconds() < began.seconds()
    {
        table.wrong("ended", What::Value("is before it began".into()));
    }
    let place = table.text("place").unwrap_or_default();
    let position = table.table("position").and_then(position);
    let recommendation = table.optional_word("recommendation");
    let reason = table.text("reason").unwrap_or_default();
    let notes = table.text("notes").unwrap_or_default();
    let objection = table.text("objection").unwrap_or_default();
    let dissent = table.text("dissent").unwrap_or_default();
    let (office, officer) = table.table("office").map(office).unwrap_or_default();
    let team = table.tables("team").into_iter().map(person).collect();
    let respondents = table.tables("respondents").into_iter();
    let respondents = respondents.map(respondent).collect();
    let claims = table.tables("claim").into_iter();
    let of_rules = stage.as_ref().and_then(|code| rules.stage(code));
    let of_rules = of_rules.map_or(&[][..], |stage| &stage.claims);
    let claims: Vec<_> = claims
        .filter_map(|checked| claim(checked, rules, of_rules))
        .collect();
    let (claims, claim_photos) = claims.into_iter().unzip();
    let photos = table.tables("photo").into_iter();
    let photos = photos.filter_map(photo).collect();
    table.finish();
    Some(VisitFile {
        visit: Visit {
            state: state?,
            mode: mode?,
            began,
            ended,
            place,
            position,
            office,
            claims,
            notes,
            objection,
            dissent,
            recommendation,
            reason,
            ..Visit::begun(id, stage?, entry?)
        },
        persons: VisitPersons {
            visit: id,
            team,
            officer,
            respondents,
        },
        photos,
        claim_photos,
    })
}

fn known_stage(table: &Table<'_>, rules: &Rules, code: &str) -> Option<judging::StageCode> {
    let stages = rules.stages.iter();
    let visited: Vec<_> = stages
        .filter(|stage| stage.kind == StageKind::Verification)
        .collect();
    let found = visited.iter().find(|stage| stage.code.as_str() == code);
    if found.is_none() {
        let codes: Vec<&str> = visited.iter().map(|stage| stage.code.as_str()).collect();
        let message = match nearest(code, &codes) {
            near if near.is_empty() => "the rules have no stage of verification".to_owned(),
            near => format!("there is no stage of verification “{code}”; the nearest is “{near}”"),
        };
        table.wrong("stage", What::Value(message));
    }
    found.map(|stage| stage.code.clone())
}

fn position(mut table: Table<'_>) -> Option<Place> {
    let latitude = table.degrees("latitude");
    let latitude = table.require("latitude", latitude);
    let longitude = table.degrees("longitude");
    let longitude = table.require("longitude", longitude);
    let accuracy = table.count("accuracy");
    let position = Position::new(latitude?, longitude?);
    if position.is_none() {
        table.wrong("latitude", What::Value("is not on earth".into()));
    }
    table.finish();
    Some(Place {
        position: position?,
        accuracy,
    })
}

/// The office, and its officer where one is named.
fn office(mut table: Table<'_>) -> (String, Option<Person>) {
    let name = table.text("name").unwrap_or_default();
    let officer = Person {
        name: table.text("officer").unwrap_or_default(),
        nip: table.text("nip").unwrap_or_default(),
        post: table.text("post").unwrap_or_default(),
        institution: String::new(),
    };
    table.finish();
    (
        name,
        Some(officer).filter(|officer| *officer != Person::default()),
    )
}

fn person(mut table: Table<'_>) -> Person {
    let person = Person {
        name: table.text("name").unwrap_or_default(),
        nip: table.text("nip").unwrap_or_default(),
        post: table.text("post").unwrap_or_default(),
        institution: table.text("institution").unwrap_or_default(),
    };
    table.finish();
    person
}

fn respondent(mut table: Table<'_>) -> Respondent {
    let asked = table.has("satisfied");
    let satisfied = table.flag("satisfied", true);
    let respondent = Respondent {
        initials: table.text("initials").unwrap_or_default(),
        role: table.text("role").unwrap_or_default(),
        satisfied: satisfied.filter(|_| asked),
        why: table.text("why").unwrap_or_default(),
    };
    table.finish();
    respondent
}

/// A claim, and the files of the photos that show it.
fn claim(
    mut table: Table<'_>,
    rules: &Rules,
    of_rules: &[Claim],
) -> Option<(CheckedClaim, Vec<String>)> {
    let text = table.text("text");
    let text = table.require("text", text);
    if let Some(meant) = text.as_deref().and_then(|text| misspelt(text, of_rules)) {
        let text = text.as_deref().unwrap_or_default();
        let message = format!("there is no claim “{text}”; the nearest is “{meant}”");
        table.wrong("text", What::Value(message));
    }
    let criterion = table.parsed::<ClaimCriterion>("criterion");
    if let Some(criterion) = &criterion {
        known_criterion(&table, rules, criterion);
    }
    let claimed = table.text("claimed").unwrap_or_default();
    let found = table.text("found").unwrap_or_default();
    let unit = table.text("unit");
    let method = table.optional_word("method");
    let verdict = table.optional_word("verdict");
    let verdict = table.require("verdict", verdict);
    let note = table.text("note").unwrap_or_default();
    let photos = table.texts("photos");
    table.finish();
    let claim = CheckedClaim {
        text: text?,
        criterion,
        claimed,
        found,
        unit,
        method,
        verdict,
        note,
        photos: Vec::new(),
    };
    Some((claim, photos))
}

/// The claim of the rules that is meant where a text differs from it by a letter or two: the claims of two verifiers are put
/// beside each other by their text. Another text is a claim of the verifier's own.
fn misspelt<'a>(text: &str, of_rules: &'a [Claim]) -> Option<&'a str> {
    const LETTERS_FOR_EACH_SLIP: usize = 6;
    const SLIPS: usize = 2;
    let known = || of_rules.iter().map(|claim| claim.text.as_str());
    if known().any(|known| same_claim(known, text)) {
        return None;
    }
    let small = text.trim().to_lowercase();
    known().find(|known| {
        let allowed = SLIPS.min(known.chars().count() / LETTERS_FOR_EACH_SLIP);
        strsim::damerau_levenshtein(&small, &known.to_lowercase()) <= allowed
    })
}

fn known_criterion(table: &Table<'_>, rules: &Rules, of: &ClaimCriterion) {
    let message = match rules.meant(of) {
        1 => return,
        0 => {
            let criteria = rules.stages.iter().flat_map(|stage| &stage.criteria);
            let codes: Vec<&str> = criteria.map(|criterion| criterion.code.as_str()).collect();
            let near = nearest(of.criterion.as_str(), &codes);
            format!("there is no criterion “{of}”; the nearest is “{near}”")
        }
        _ => format!("several stages have a criterion “{of}”: write STAGE:{of}"),
    };
    table.wrong("criterion", What::Value(message));
}

fn photo(mut table: Table<'_>) -> Option<PhotoFile> {
    let file = table.text("file");
    let file = table.require("file", file);
    let kind = table.optional_word("kind");
    let caption = table.text("caption").unwrap_or_default();
    let position = table.flag("position", true);
    table.finish();
    Some(PhotoFile {
        file: file?,
        kind,
        caption,
        position: position?,
    })
}
