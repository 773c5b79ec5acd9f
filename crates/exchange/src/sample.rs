//! What the tests of this crate are made on.

use crate::handover::{Declarations, Note, Notes, Salt, salted};
use crate::keys::{EnrolmentSecret, Identity};
use crate::packet::Packet;
use crate::{rules, templates};
use judging::declaration::{ConflictGround, ConflictKind, Declaration, Recusal};
use judging::entry::{Entry, Field, Registration, Source};

use judging::handover::{Attachment, AttachmentKind, Statement};
use judging::panel::{Judge, Scope};
use judging::revision::{Carry, Change, History};
use judging::rules::Rules;
use judging::sheet::{Mark, Sheet, SheetOrigin, SheetState};
use judging::visit::{
    CheckedClaim, FoundBefore, Original, Predecessor, Recommendation, Verdict, Visit, VisitPhoto,
};
use judging::{CompetitionId, EntryCode, Hash, JudgeCode, VisitId};

/// Attachments that a hand-over may name: declarations, notes, and two photos.
pub(crate) fn attachments() -> [Vec<u8>; 4] {
    let salt = |n| Salt([n; Salt::LENGTH]);
    let declared = Declaration {
        entry: "OPD-999".parse().unwrap(),
        stage: None,
        kind: ConflictKind::Actual,
        ground: ConflictGround::Family,
        text: "Adik kandung".into(),
    };
    let declarations = Declarations {
        stated_at: Some(1_700_000_400),
        declarations: vec![declared],
    };
    let notes = Notes {
        why: Some("Sakit".into()),
        notes: vec![Note {
            stage: "penilaian".parse().unwrap(),
            entry: "OPD-001".parse().unwrap(),
            text: "Tanya dampaknya".into(),
        }],
    };
    [
        declarations.write(salt(1)),
        notes.write(salt(2)),
        salted(salt(3), b"a photo of a pond"),
        salted(salt(4), b"a photo of a school"),
    ]
}

/// Borrowed, as they are put into a file.
pub(crate) fn borrowed(attachments: &[Vec<u8>]) -> Vec<&[u8]> {
    attachments.iter().map(Vec::as_slice).collect()
}

/// An identity like no other with another seed.
pub(crate) fn identity(seed: u8) -> Identity {
    let secret =
        std::array::from_fn(|n| u8::try_from((n * 7 + usize::from(seed) * 31) % 256).unwrap());
    Identity::from_secret(&secret).unwrap()
}

pub(crate) fn rules() -> Rules {
    rules::read(templates::template("metro-penilaian-judul").unwrap().text).unwrap()
}

/// These rules, never changed.
pub(crate) fn history() -> History {
    History::unchanged(rules::hash(&rules()), rules())
}

/// These rules after their name was changed by a decision, which keeps the marks of the first criterion.
pub(crate) fn changed() -> History {
    let (before, mut after) = (rules(), rules());
    after.name.push_str(", diubah");
    let (from, to) = (rules::hash(&before), rules::hash(&after));
    let stage = before.judged_stages().next().unwrap();
    let leaf = stage.leaves().next().unwrap();
    let marks = [((stage.code.clone(), leaf.code.clone()), Carry::Keep)].into();
    let change = Change { from, to, marks };
    History::new(to, after, [(from, before)].into(), vec![change]).unwrap()
}

pub(crate) fn judge() -> JudgeCode {
    JudgeCode::new("J1").unwrap()
}

pub(crate) fn enrolment() -> EnrolmentSecret {
    EnrolmentSecret([42; 32])
}

pub(crate) fn entries(count: u32) -> Vec<Entry> {
    let entry = |n| Entry {
        code: EntryCode::new(&format!("OPD-{n:03}")).unwrap(),
        category: "OPD".parse().unwrap(),
        registration: Registration {
            title: format!("Inovasi “{n}”"),
            agency: "Dinas Kesehatan".into(),
            fields: [
                (Field::Summary, "Ringkas".to_owned()),
                (Field::Nip, "1986".to_owned()),
            ]
            .into(),
            other: vec![("Kolom lain".into(), "isi".into())],
            source: Source {
                file: "../../daftar.xlsx".into(),
                sheet: "Sheet1".into(),
                row: n + 7,
            },
        },
    };
    (1..=count).map(entry).collect()
}

pub(crate) fn packet() -> Packet {
    Packet {
        competition: CompetitionId([1; 32]),
        history: history(),
        entries: entries(3),
        predecessors: vec![predecessor()],
        judge: Judge {
            code: judge(),
            name: "Dr. Ani, M.Si.".into(),
            scope: Scope {
                categories: ["OPD".parse().unwrap()].into(),
                ..Scope::default()
            },
        },
        recipient: identity(0).recipient(),
        enrolment: enrolment(),
        made_at: 1_700_000_000,
    }
}

fn predecessor() -> Predecessor {
    Predecessor {
        entry: "OPD-002".parse().unwrap(),
        competition: "Lomba 2022".into(),
        code: "KEC-007".parse().unwrap(),
        title: "Inovasi 2".into(),
        agency: "Dinas Kesehatan".into(),
        claims: vec![FoundBefore {
            text: "Jumlah penerima manfaat".into(),
            claimed: "500".into(),
            found: "410".into(),
            unit: Some("orang".into()),
            verdict: Verdict::Partly,
            day: Some("2022-11-21".parse().unwrap()),
        }],
    }
}

/// A statement by [`judge`] on the device `identity(1)`, with sheets for so many entries.
pub(crate) fn hand_over(sheets: u32) -> Statement {
    let rules = rules();
    let stage = rules.judged_stages().next().unwrap();
    let sheet = |entry: Entry| {
        let n = i32::try_from(entry.registration.source.row).unwrap();
        let mark = |k: usize| Mark {
            value: judging::Fixed::whole(1 + (n + i32::try_from(k).unwrap()) % 3),
            remark: if k == 2 {
                "Sudah berjalan".into()
            } else {
                String::new()
            },
        };
        let marks = stage
            .leaves()
            .enumerate()
            .map(|(k, leaf)| (leaf.code.clone(), mark(k)));
        Sheet {
            stage: stage.code.clone(),
            entry: entry.code,
            state: if n % 5 == 0 {
                SheetState::Draft
            } else {
                SheetState::Final
            },
            marks: marks.skip(usize::from(n % 5 == 0)).collect(),
            remark: String::new(),
        }
    };
    let hash = |bytes: &[u8]| Hash(*blake3::hash(bytes).as_bytes());
    let kinds = [
        AttachmentKind::Declarations,
        AttachmentKind::Notes,
        AttachmentKind::Photos,
        AttachmentKind::Photos,
    ];
    let named = attachments().map(|bytes| hash(&bytes));
    let sheets: Vec<Sheet> = entries(sheets).into_iter().map(sheet).collect();
    let origin = |(n, sheet): (u32, &Sheet)| {
        let origin = SheetOrigin {
            packet: Some(n % 2),
            finished: (sheet.state == SheetState::Final).then_some(n + 1),
        };
        ((sheet.stage.clone(), sheet.entry.clone()), origin)
    };
    Statement {
        number: 2,
        previous: Some(Hash([9; 32])),
        packets: vec![Hash([7; 32]), Hash([8; 32])],
        origins: (0..).zip(&sheets).map(origin).collect(),
        sheets,
        recusals: vec![Recusal {
            stage: stage.code.clone(),
            entry: "OPD-999".parse().unwrap(),
            ground: ConflictGround::Family,
        }],
        visits: vec![Visit {
            place: "Desa Muara".into(),
            began: Some("2023-11-21T09:10:00+08:00".parse().unwrap()),
            claims: vec![CheckedClaim {
                text: "Ada".into(),
                criterion: Some("dampak".parse().unwrap()),
                claimed: "3".into(),
                found: "2".into(),
                unit: Some("unit".into()),
                method: None,
                verdict: Some(Verdict::Partly),
                note: "Dua dari tiga".into(),
                photos: named[2..3].to_vec(),
            }],
            photos: named[2..].iter().map(|name| photo(*name)).collect(),
            recommendation: Some(Recommendation::Eligible),
            ..Visit::begun(
                VisitId([3; 16]),
                "verifikasi".parse().unwrap(),
                "OPD-001".parse().unwrap(),
            )
        }],
        attachments: kinds
            .into_iter()
            .zip(named)
            .map(|(kind, name)| Attachment { kind, name })
            .collect(),
        ..Statement::first(
            CompetitionId([1; 32]),
            rules::hash(&rules),
            judge(),
            1_700_000_500,
        )
    }
}

fn photo(name: Hash) -> VisitPhoto {
    VisitPhoto {
        name,
        width: 1600,
        height: 1200,
        bytes: 400_000,
        original: Original {
            hash: Hash([5; 32]),
            bytes: 3_700_000,
        },
        taken: Some("2023-11-21T09:31:00".parse().unwrap()),
        device: Some("Contoh HP 12".into()),
        position: judging::visit::Position::new(-430_000, 117_010_000),
        kind: None,
        caption: "Petak 1".into(),
    }
}
