//! Remit: what a judge with a program of their own, a copier or a vandal may try, and that none of it comes in.

use exchange::handover::{Salt, attach, attachment_name, salted, seal, write};
use exchange::keys::Identity;
use exchange::packet::{self, PacketFile};
use exchange::passphrase::Passphrase;
use harness::{Desk, Judge, Panel, Registered, registration};
use judging::handover::{Attachment, AttachmentKind, Statement};
use judging::sheet::{Mark, Sheet, SheetState};
use judging::{CompetitionId, Hash};
use std::collections::BTreeMap;

const RULES: &str = r#"format = 1
name = "Lomba yang diserang"
[[category]]
code = "OPD"
name = "Perangkat Daerah"
[[stage]]
code = "penilaian"
name = "Penilaian"
kind = "scoring"
weight = 100
[[stage.criterion]]
code = "dampak"
name = "Dampak"
scale = { min = 0, max = 100 }
"#;

fn panel() -> Panel {
    let chair = Desk::new();
    chair.write("aturan.toml", RULES);
    let line = |n: u32| Registered {
        category: "OPD".into(),
        agency: format!("Dinas {n}"),
        title: format!("Inovasi {n}"),
    };
    chair.write("daftar.xlsx", registration(&[line(1), line(2), line(3)]));
    let judges = [("J1", "--entry OPD-001 --entry OPD-002"), ("J2", "")];
    Panel::assembled(chair, "aturan.toml", "daftar.xlsx", &judges)
}

/// A judge's packet in the hands of a program that is not ours.
struct Forger {
    packet: PacketFile,
    identity: Identity,
}

impl Forger {
    fn with_packet_of(judge: &Judge) -> Self {
        let words = String::from_utf8(judge.desk.read("kata.txt")).unwrap();
        let passphrase = Passphrase::parse(&words).unwrap();
        let signed = packet::open(
            &judge.desk.read(&format!("{}.paket", judge.code)),
            &passphrase,
        )
        .unwrap();
        let secret = std::array::from_fn(|n| u8::try_from(n).unwrap());
        Self {
            packet: packet::read(&signed).unwrap(),
            identity: Identity::from_secret(&secret).unwrap(),
        }
    }

    /// What an honest program would say about one entry.
    fn honest(&self, entry: &str, mark: &str) -> Statement {
        let mark = Mark {
            value: mark.parse().unwrap(),
            remark: String::new(),
        };
        let sheet = Sheet {
            stage: "penilaian".parse().unwrap(),
            entry: entry.parse().unwrap(),
            state: SheetState::Final,
            marks: BTreeMap::from([("dampak".parse().unwrap(), mark)]),
            remark: String::new(),
        };
        let packet = &self.packet.packet;
        let (rules, judge) = (packet.history.hash(), packet.judge.code.clone());
        Statement {
            sheets: vec![sheet],
            ..Statement::first(packet.competition, rules, judge, 1_700_000_000)
        }
    }

    /// The file, sealed to the chair of this packet.
    fn file(&self, said: &Statement) -> Vec<u8> {
        let PacketFile { packet, chair, .. } = &self.packet;
        let written = write(said, &packet.enrolment, *chair, &self.identity).unwrap();
        seal(&written.signed, &packet.recipient).unwrap()
    }
}

/// The file is refused with these words and the competition stays as it is.
#[track_caller]
fn check(chair: &Desk, file: &[u8], words: &[&str]) {
    chair.write("serangan.nilai", file);
    let before = chair.read("lomba.timbang");
    let said = chair
        .types("merge lomba.timbang serangan.nilai --json")
        .refused()
        .json();
    let row = &said["rows"][0];
    assert_eq!(row["verdict"], "refused", "{row}");
    let reason = row["reason"].as_str().unwrap();
    for word in words {
        assert!(reason.contains(word), "“{reason}” does not name {word}");
    }
    assert!(
        chair.read("lomba.timbang") == before,
        "the competition changed: {reason}"
    );
}

#[test]
fn what_a_forged_program_says_beyond_the_judges_right_is_refused() {
    let panel = panel();
    let chair = &panel.chair;
    let forger = Forger::with_packet_of(&panel.judges[0]);
    let honest = forger.honest("OPD-001", "80");
    let with = |change: fn(&mut Statement)| {
        let mut said = honest.clone();
        change(&mut said);
        forger.file(&said)
    };
    check(
        chair,
        &with(|said| said.judge = "J2".parse().unwrap()),
        &["J2", "enrolled"],
    );
    check(
        chair,
        &with(|said| said.judge = "J9".parse().unwrap()),
        &["J9"],
    );
    check(
        chair,
        &with(|said| said.competition = CompetitionId([7; 32])),
        &["another competition"],
    );
    check(chair, &with(|said| said.rules = Hash([7; 32])), &["rules"]);
    check(
        chair,
        &with(|said| said.sheets[0].stage = "presentasi".parse().unwrap()),
        &["presentasi"],
    );
    check(
        chair,
        &forger.file(&forger.honest("OPD-001", "101")),
        &["OPD-001", "101"],
    );
    check(
        chair,
        &forger.file(&forger.honest("OPD-001", "80.5")),
        &["OPD-001", "80.5"],
    );
    check(
        chair,
        &forger.file(&forger.honest("OPD-003", "80")),
        &["OPD-003"],
    );
    check(
        chair,
        &forger.file(&forger.honest("OPD-999", "80")),
        &["OPD-999"],
    );
    // What was attacked above does come in when it is honest.
    chair.write("jujur.nilai", forger.file(&honest));
    assert_eq!(
        chair.asks("merge lomba.timbang jujur.nilai")["rows"][0]["verdict"],
        "new"
    );
}

#[test]
fn a_file_for_another_edition_or_sealed_to_another_chair_is_refused() {
    let ours = panel();
    let theirs = panel();
    let forger = Forger::with_packet_of(&theirs.judges[0]);
    check(
        &ours.chair,
        &forger.file(&forger.honest("OPD-001", "80")),
        &["sealed to someone else"],
    );
    let mut mixed = Forger::with_packet_of(&theirs.judges[0]);
    mixed.packet.packet.recipient = Forger::with_packet_of(&ours.judges[0])
        .packet
        .packet
        .recipient;
    check(
        &ours.chair,
        &mixed.file(&mixed.honest("OPD-001", "80")),
        &["another competition"],
    );
}

#[test]
fn a_renamed_file_speaks_for_the_judge_who_signed_it() {
    let panel = panel();
    let second = &panel.judges[1];
    second.marks(&["penilaian,OPD-001,dampak,70".to_owned()]);
    second.hands_over("J2.nilai");
    panel.chair.write("J1.nilai", second.desk.read("J2.nilai"));
    let row = &panel.chair.asks("merge lomba.timbang J1.nilai")["rows"][0];
    assert_eq!(
        (&row["judge"], &row["verdict"]),
        (&"J2".into(), &"new".into())
    );
}

#[test]
fn a_file_changed_or_cut_anywhere_is_refused() {
    let panel = panel();
    let judge = &panel.judges[0];
    judge.marks(&["penilaian,OPD-001,dampak,70".to_owned()]);
    judge.hands_over("J1.nilai");
    let whole = judge.desk.read("J1.nilai");
    let chair = &panel.chair;
    let mut files = String::new();
    let mut vandal = |name: String, bytes: &[u8]| {
        chair.write(&name, bytes);
        files.push(' ');
        files.push_str(&name);
    };
    for at in (0..whole.len()).step_by(7) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (at % 8);
        vandal(format!("ubah-{at}.nilai"), &flipped);
        vandal(format!("potong-{at}.nilai"), &whole[..at]);
    }
    let mut bomb = whole.clone();
    bomb[16..20].copy_from_slice(&[0xff; 4]);
    vandal("bom.nilai".to_owned(), &bomb);
    let before = chair.read("lomba.timbang");
    let said = chair
        .types(&format!("merge lomba.timbang {files} --json"))
        .refused()
        .json();
    for row in said["rows"].as_array().unwrap() {
        assert_eq!(row["verdict"], "refused", "{row}");
        assert_ne!(row["reason"], "", "{row}");
    }
    assert!(chair.read("lomba.timbang") == before);
}

#[test]
fn a_good_file_among_thousands_of_garbage_is_taken() {
    let panel = panel();
    let judge = &panel.judges[0];
    judge.marks(&["penilaian,OPD-001,dampak,70".to_owned()]);
    judge.hands_over("J1.nilai");
    std::fs::create_dir(panel.chair.path("stik")).unwrap();
    panel
        .chair
        .write("stik/05000-J1.nilai", judge.desk.read("J1.nilai"));
    for n in 0..10_000_u32 {
        let name = format!("stik/{n:05}.nilai");
        panel
            .chair
            .write(&name, n.to_le_bytes().repeat(n as usize % 50));
    }
    let said = panel
        .chair
        .types("merge lomba.timbang stik --json")
        .refused()
        .json();
    let rows = said["rows"].as_array().unwrap();
    assert_eq!(
        rows.iter()
            .filter(|row| row["verdict"] == "refused")
            .count(),
        10_000
    );
    assert_eq!(rows[5_000]["verdict"], "new");
}

#[test]
fn names_that_would_be_paths_are_refused() {
    let panel = panel();
    for code in ["../J3", "/etc/J3", "J3/..", ".J3", "J3\\x"] {
        panel
            .chair
            .types(&format!(
                "judge add lomba.timbang --code {code} --name Juri"
            ))
            .refused()
            .naming(&[code]);
    }
    assert_eq!(
        panel.chair.asks("judge list lomba.timbang")["rows"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn attachments_that_are_swapped_named_twice_or_not_to_be_read_are_refused() {
    let panel = panel();
    let chair = &panel.chair;
    let forger = Forger::with_packet_of(&panel.judges[0]);
    let text = salted(Salt([1; 16]), b"not what a declaration looks like");
    let naming = |kind, times: usize| {
        let attachment = Attachment {
            kind,
            name: attachment_name(&text),
        };
        Statement {
            attachments: vec![attachment; times],
            ..forger.honest("OPD-001", "80")
        }
    };
    let packet = &forger.packet.packet;
    let sealed = |said: &Statement, attachments: &[&[u8]]| {
        let (secret, chair) = (&packet.enrolment, forger.packet.chair);
        let written = write(said, secret, chair, &forger.identity).unwrap();
        let file = attach(&written.signed, attachments).map_err(|error| error.to_string())?;
        Ok::<_, String>(seal(&file, &packet.recipient).unwrap())
    };
    let photos = naming(AttachmentKind::Photos, 1);
    let other = salted(Salt([2; 16]), b"not what a declaration looks like");
    assert!(
        sealed(&photos, &[&other])
            .unwrap_err()
            .contains("which it does not name")
    );
    let declared = naming(AttachmentKind::Declarations, 1);
    check(chair, &sealed(&declared, &[&text]).unwrap(), &["payload"]);
    let twice = naming(AttachmentKind::Photos, 2);
    let secret = &packet.enrolment;
    let unwritable = write(&twice, secret, forger.packet.chair, &forger.identity);
    assert!(unwritable.unwrap_err().to_string().contains("twice"));
    // Left out it is no fault: the chair is told that it is missing, and takes it with the next file.
    chair.write("tanpa.nilai", sealed(&photos, &[]).unwrap());
    let row = chair.asks("merge lomba.timbang tanpa.nilai")["rows"][0].clone();
    assert_eq!(
        (&row["verdict"], &row["missing"]),
        (&"new".into(), &1.into())
    );
    chair.write("dengan.nilai", sealed(&photos, &[&text]).unwrap());
    let row = chair.asks("merge lomba.timbang dengan.nilai")["rows"][0].clone();
    assert_eq!(
        (&row["verdict"], &row["missing"]),
        (&"same".into(), &0.into())
    );
    let again = chair.asks("merge lomba.timbang tanpa.nilai")["rows"][0].clone();
    assert_eq!(again["missing"], 0, "the chair has it now");
    chair.types("check lomba.timbang").done();
}
