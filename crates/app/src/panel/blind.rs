use crate::api::rules::BlindField;
use crate::api::word::Word;
use intake::names_agency;
use judging::EntryCode;
use judging::entry::{Entry, left_out};
use judging::panel::Judge;
use judging::rules::Rules;
use std::collections::BTreeSet;

/// What a packet leaves out because a stage is judged blind.
pub(super) struct BlindPacket {
    /// Fields that the rules name.
    fields: BTreeSet<BlindField>,
    /// Entries whose titles name the agency that is left out.
    telling: Vec<EntryCode>,
}

impl BlindPacket {
    /// Of a judge's entries.
    pub fn of(rules: &Rules, judge: &Judge, entries: &[Entry]) -> Self {
        let fields = judge.blind_fields(rules, entries);
        let is_telling = |entry: &&Entry| {
            let registration = &entry.registration;
            fields.contains(&BlindField::Agency)
                && names_agency(&registration.title, &registration.agency)
        };
        let telling = entries.iter().filter(is_telling);
        Self {
            telling: telling.map(|entry| entry.code.clone()).collect(),
            fields,
        }
    }

    /// Whether anything is left out.
    pub fn is_blind(&self) -> bool {
        !self.fields.is_empty()
    }

    /// Takes out of the entries what the packet leaves out.
    pub fn apply(&self, entries: &mut [Entry]) {
        for entry in entries {
            entry.registration.blind(&self.fields);
        }
    }

    pub fn left_out(&self) -> Vec<Word<BlindField>> {
        left_out(&self.fields).into_iter().map(Into::into).collect()
    }

    pub fn telling_titles(&self) -> Vec<String> {
        self.telling.iter().map(ToString::to_string).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Session;
    use crate::api::competition::NewCompetition;
    use crate::api::import::ImportAsked;
    use crate::api::panel::{NewJudge, PacketMade};
    use crate::test_support::Machine;
    use judging::ClosedSet;
    use judging::entry::Field;
    use std::sync::Arc;

    /// What it gives, its heading, and the text of a row, which stands nowhere else.
    type Column = (&'static str, &'static str, fn(u32) -> String);
    const COLUMNS: [Column; 10] = [
        ("number", "No Registrasi", |row| format!("REG{row}QX")),
        ("title", "Judul Inovasi", |row| format!("Judul{row}QX")),
        ("agency", "Instansi", |row| format!("Kecamatan Agen{row}QX")),
        ("innovator", "Nama Inovator", |row| format!("Orang{row}QX")),
        ("nip", "NIP", |row| format!("19860926201505{row:04}")),
        ("phone", "No HP", |row| format!("08129876{row:04}")),
        ("email", "Email", |row| format!("surat{row}qx@contoh.id")),
        ("summary", "Ringkasan", |row| format!("Ringkasan{row}QX")),
        ("benefit", "Manfaat", |row| format!("Manfaat{row}QX")),
        ("other", "Nama istri kepala", |row| format!("Istri{row}QX")),
    ];
    const ROWS: u32 = 12;

    /// A competition whose second stage is judged blind in these fields, with [`ROWS`] entries.
    fn competition(machine: &Arc<Machine>, blind: &[&str]) -> Session {
        let quoted: Vec<String> = blind.iter().map(|field| format!("\"{field}\"")).collect();
        let blind = format!("blind = [{}]", quoted.join(", "));
        let stage = |code: &str, blind: &str| {
            format!(
                "[[stage]]\ncode = \"{code}\"\nname = \"{code}\"\n{blind}\n[[stage.criterion]]\ncode = \"a\"\nname = \"A\"\nscale = {{ min = 0, max = 10 }}\n"
            )
        };
        let rules = format!(
            "name = \"Lomba\"\n[[category]]\ncode = \"OPD\"\nname = \"OPD\"\n{}{}",
            stage("paparan", ""),
            stage("naskah", if quoted.is_empty() { "" } else { &blind })
        );
        let (rules_file, sheet) = (machine.path("aturan.toml"), machine.path("daftar.csv"));
        std::fs::write(&rules_file, rules).unwrap();
        let mut csv = COLUMNS.map(|(_, heading, _)| heading).join(";");
        for row in 1..=ROWS {
            csv.push('\n');
            csv.push_str(&COLUMNS.map(|(_, _, text)| text(row)).join(";"));
        }
        std::fs::write(&sheet, csv).unwrap();
        let session = machine.session();
        let new = NewCompetition {
            file: machine.path("lomba.timbang"),
            rules: rules_file,
            name: None,
        };
        crate::competition::create(&session, new).unwrap();
        let asked = ImportAsked {
            file: sheet,
            ..Default::default()
        };
        assert_eq!(crate::entries::import(&session, asked).unwrap().taken, ROWS);
        session
    }

    /// Makes the packet of a judge of these stages and opens it; what was made, and the bytes of the signed packet and of
    /// all files of the working copy.
    fn packed(machine: &Arc<Machine>, chair: &Session, stages: &[&str]) -> (PacketMade, Vec<u8>) {
        let judge = NewJudge {
            code: "J1".into(),
            name: "Juri".into(),
            stages: stages.iter().map(ToString::to_string).collect(),
            ..Default::default()
        };
        crate::panel::add(chair, judge).unwrap();
        let out = machine.path("J1.paket");
        let asked = crate::api::panel::PacketAsked {
            judge: "J1".into(),
            out: out.clone(),
        };
        let made = crate::panel::packet(chair, asked).unwrap();
        let passphrase = exchange::passphrase::Passphrase::parse(&made.passphrase).unwrap();
        let sealed = std::fs::read(&out).unwrap();
        let mut bytes = exchange::packet::open(&sealed, &passphrase).unwrap();
        let desk = machine.session();
        let open = crate::api::desk::OpenPacket {
            packet: out,
            passphrase: made.passphrase.clone(),
            out: machine.path("J1.timbang"),
        };
        crate::desk::open_packet(&desk, open).unwrap();
        for ending in ["", "-wal", "-journal"] {
            bytes.extend(
                std::fs::read(machine.path(&format!("J1.timbang{ending}"))).unwrap_or_default(),
            );
        }
        (made, bytes)
    }

    /// The columns of which a text stands in the bytes, without regard to case.
    fn found_in(bytes: &[u8]) -> BTreeSet<&'static str> {
        let bytes = bytes.to_ascii_lowercase();
        let stands = |text: String| {
            let text = text.to_ascii_lowercase();
            bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes())
        };
        let columns = COLUMNS.into_iter();
        let found = columns.filter(|(_, _, text)| (1..=ROWS).any(|row| stands(text(row))));
        found.map(|(target, ..)| target).collect()
    }

    #[test]
    fn nothing_that_is_left_out_is_anywhere_in_the_packet_or_the_working_copy() {
        let mut chance = fastrand::Rng::with_seed(10);
        for number in 1..=3 {
            let named: Vec<&str> = COLUMNS.iter().map(|(target, ..)| *target).collect();
            let can_be_blind = |target: &&&str| BlindField::from_code(target).is_ok();
            let mut blind: Vec<&str> = named.iter().filter(can_be_blind).copied().collect();
            chance.shuffle(&mut blind);
            blind.truncate(chance.usize(1..=blind.len()));
            let machine = Machine::new(number);
            let chair = competition(&machine, &blind);
            let (made, bytes) = packed(&machine, &chair, &[]);
            let mut expected: BTreeSet<&str> = named.into_iter().collect();
            expected.remove("other");
            for field in made.left_out {
                expected.remove(field.0.code());
            }
            assert!(blind.iter().all(|field| !expected.contains(field)));
            assert_eq!(found_in(&bytes), expected, "blind in {blind:?}");
            assert!(
                !bytes.windows(10).any(|part| part == b"daftar.csv"),
                "the source"
            );
        }
    }

    #[test]
    fn a_packet_without_a_blind_stage_holds_everything() {
        let machine = Machine::new(20);
        let chair = competition(&machine, &["agency", "innovator"]);
        let (made, bytes) = packed(&machine, &chair, &["paparan"]);
        assert_eq!(
            (made.left_out, found_in(&bytes).len()),
            (vec![], COLUMNS.len())
        );
    }

    #[test]
    fn entries_of_a_blind_competition_are_numbered_in_random_order_and_keep_their_codes() {
        let machine = Machine::new(21);
        let numbers = |session: &Session| {
            let page = crate::entries::list(session, Default::default()).unwrap();
            let rows = page
                .rows
                .iter()
                .map(|row| (row.entry.clone(), row.source.row));
            rows.collect::<Vec<_>>()
        };
        let chair = competition(&machine, &["agency"]);
        let first = numbers(&chair);
        let codes: Vec<&str> = first.iter().map(|(code, _)| code.as_str()).collect();
        assert_eq!((codes[0], codes[11]), ("OPD-001", "OPD-012"));
        let mut rows: Vec<u32> = first.iter().map(|(_, row)| *row).collect();
        assert!(!rows.is_sorted(), "{rows:?}");
        rows.sort_unstable();
        assert_eq!(rows, (2..ROWS + 2).collect::<Vec<_>>());

        let again = ImportAsked {
            file: machine.path("daftar.csv"),
            ..Default::default()
        };
        crate::entries::import(&chair, again).unwrap();
        assert_eq!(numbers(&chair), first);

        let open = competition(&Machine::new(22), &[]);
        assert!(numbers(&open).is_sorted_by_key(|(_, row)| *row));
    }

    #[test]
    fn a_title_that_names_the_agency_is_warned_of_at_import_and_before_the_packet_is_made() {
        let machine = Machine::new(23);
        let chair = competition(&machine, &["agency"]);
        let late = machine.path("susulan.csv");
        std::fs::write(
            &late,
            "Judul Inovasi;Instansi\nLumbung Loa Kulu;Kecamatan Loa Kulu\n",
        )
        .unwrap();
        let asked = ImportAsked {
            file: late,
            ..Default::default()
        };
        let outcome = crate::entries::import(&chair, asked).unwrap();
        let found: Vec<_> = outcome
            .findings
            .iter()
            .map(|finding| finding.code.0.code())
            .collect();
        assert!(found.contains(&"title-names-agency"), "{found:?}");
        let (made, _) = packed(&machine, &chair, &[]);
        assert_eq!(made.telling_titles, ["OPD-013"]);
        assert!(
            made.left_out
                .contains(&BlindField::Named(Field::Number).into())
        );
        let judges = crate::panel::list(&chair, crate::api::common::Nothing {}).unwrap();
        assert_eq!(judges.rows[0].telling_titles, made.telling_titles);
        assert_eq!(judges.rows[0].left_out, made.left_out);
    }
}
