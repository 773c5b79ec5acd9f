//! Registrations that grow, and what is said of their rows, through the use cases.

use super::{import, preview, save_mapping};
use crate::Session;
use crate::api::competition::NewCompetition;
use crate::api::import::{ImportAsked, ImportOutcome, Likeness, SaveMapping};
use crate::test_support::Machine;
use judging::entry::RowAnswer;
use std::sync::Arc;

const HEAD: &str = "No;Kategori;Perangkat Daerah;Judul Inovasi;No HP\n";

struct Case {
    machine: Arc<Machine>,
    session: Session,
}

impl Case {
    fn new(number: u8) -> Self {
        let machine = Machine::new(number);
        let session = machine.session();
        let new = NewCompetition {
            file: machine.path("lomba.timbang"),
            rules: "metro-penilaian-judul".into(),
            name: None,
        };
        crate::competition::create(&session, new).unwrap();
        Self { machine, session }
    }

    /// A workbook of this heading and these lines.
    fn asked(&self, text: &str) -> ImportAsked {
        let file = self.machine.path("daftar.csv");
        std::fs::write(&file, text).unwrap();
        // The clock of files is coarse: another text is another size or another session.
        self.session.forget_workbook();
        ImportAsked {
            file,
            ..ImportAsked::default()
        }
    }

    fn imports(&self, lines: &str, rows: &[(u32, RowAnswer)]) -> ImportOutcome {
        let rows = rows
            .iter()
            .map(|(row, answer)| (row.to_string(), (*answer).into()))
            .collect();
        let asked = ImportAsked {
            rows,
            ..self.asked(&format!("{HEAD}{lines}"))
        };
        import(&self.session, asked).unwrap()
    }

    fn titles(&self) -> Vec<String> {
        let list = super::list(&self.session, Default::default()).unwrap();
        list.rows.into_iter().map(|row| row.title).collect()
    }
}

/// Row, likeness, whether it waits, and what it is like.
fn pairs(outcome: &ImportOutcome) -> Vec<(u32, Likeness, bool, String)> {
    let like = |row: &crate::api::import::DuplicateRow| match (&row.other_entry, row.other_row) {
        (Some(entry), _) => entry.clone(),
        (None, other) => format!("{other:?}"),
    };
    outcome
        .duplicates
        .iter()
        .map(|row| (row.row, row.likeness, row.waits, like(row)))
        .collect()
}

const TWINS: &str =
    "1;OPD;Dinas A;Jemput Bola Adminduk;0811\n2;OPD;Dinas A;Jemput Bola Admindukk;0812\n";

#[test]
fn near_titles_are_both_taken_and_shown_side_by_side() {
    let case = Case::new(40);
    let outcome = case.imports(TWINS, &[]);
    assert_eq!(outcome.taken, 2);
    let near = (3, Likeness::NearTitle, false, "Some(2)".to_owned());
    assert_eq!(pairs(&outcome), [near]);
    let fields = outcome.duplicates[0].fields.iter();
    let differing: Vec<_> = fields
        .map(|pair| (pair.field.as_str(), pair.this.as_str(), pair.other.as_str()))
        .collect();
    assert_eq!(
        differing,
        [
            ("title", "Jemput Bola Admindukk", "Jemput Bola Adminduk"),
            ("agency", "Dinas A", "Dinas A"),
            ("category", "OPD", "OPD"),
            ("phone", "0812", "0811"),
        ]
    );
    let again = case.imports(TWINS, &[]);
    assert_eq!((again.taken, again.unchanged), (0, 2));
    assert_eq!(pairs(&again), [], "what is an entry is not asked about");
}

#[test]
fn of_near_titles_one_may_be_dropped_or_merged_and_the_answer_is_remembered() {
    for (number, answer) in [(41, RowAnswer::Drop), (42, RowAnswer::Merge)] {
        let case = Case::new(number);
        let first = case.imports(TWINS, &[(3, answer)]);
        assert_eq!(first.taken, 1, "{answer:?}");
        assert_eq!(case.titles(), ["Jemput Bola Adminduk"]);
        let again = case.imports(TWINS, &[]);
        assert_eq!((again.taken, again.unchanged), (0, 1), "{answer:?}");
        assert!(again.duplicates.iter().all(|row| row.remembered));
        let other = case.imports(TWINS, &[(3, RowAnswer::Keep)]);
        assert_eq!(other.taken, 1, "an answer may be changed");
    }
}

#[test]
fn a_corrected_title_waits_and_is_the_entry_when_the_user_says_so() {
    let case = Case::new(43);
    case.imports("1;OPD;Dinas A;Jemput Bola Admindukk;0811\n", &[]);
    let corrected = "1;OPD;Dinas A;Jemput Bola Adminduk;0811\n2;OPD;Dinas B;Lain;0812\n";
    let shown = preview(&case.session, case.asked(&format!("{HEAD}{corrected}"))).unwrap();
    let left = shown.grid[1].left.map(|reason| reason.0);
    assert_eq!(left, Some(intake::SkipKind::SuspectedDuplicate));
    let asked = case.imports(corrected, &[]);
    assert_eq!(asked.taken, 1, "the other row is new");
    let waits = (2, Likeness::NearTitle, true, "OPD-001".to_owned());
    assert_eq!(pairs(&asked), [waits]);
    assert!(
        asked
            .findings
            .iter()
            .any(|finding| finding.code.0 == intake::FindingCode::SimilarEntry)
    );
    let merged = case.imports(corrected, &[(2, RowAnswer::Merge)]);
    assert_eq!((merged.taken, merged.changed), (0, 1));
    assert_eq!(case.titles()[0], "Jemput Bola Admindukk", "not silently");
    let taken = ImportAsked {
        changes: Some(vec!["OPD-001/title".into()]),
        ..case.asked(&format!("{HEAD}{corrected}"))
    };
    let taken = import(&case.session, taken).unwrap();
    assert_eq!((taken.taken, taken.taken_over.len()), (0, 1));
    assert_eq!(case.titles(), ["Jemput Bola Adminduk", "Lain"]);
    let again = case.imports(corrected, &[]);
    assert_eq!((again.unchanged, again.duplicates.len()), (2, 0));
}

#[test]
fn the_same_title_of_an_agency_written_otherwise_is_taken_but_asked_about() {
    let case = Case::new(44);
    case.imports("1;OPD;Dinkes;Jemput Bola;0811\n", &[]);
    let renamed = "1;OPD;Dinas Kesehatan;Jemput Bola;0811\n";
    let asked = ImportAsked {
        ..case.asked(&format!("{HEAD}{renamed}"))
    };
    let shown = preview(&case.session, asked).unwrap().outcome;
    let same = (2, Likeness::SameTitle, false, "OPD-001".to_owned());
    assert_eq!((shown.taken, pairs(&shown)), (1, vec![same]));
    let merged = case.imports(renamed, &[(2, RowAnswer::Merge)]);
    assert_eq!((merged.taken, merged.changed), (0, 1));
    let kept = case.imports(renamed, &[]);
    assert_eq!((kept.taken, kept.changed), (0, 1), "it is remembered");
}

#[test]
fn a_merge_at_the_first_import_is_remembered_too() {
    let case = Case::new(45);
    let rows = "1;OPD;Dinas A;Satu Dua;\n2;OPD;Dinas A;SATU-DUA;0812\n";
    let first = case.imports(rows, &[(3, RowAnswer::Merge)]);
    assert_eq!((first.taken, case.titles().len()), (1, 1));
    let again = case.imports(rows, &[]);
    assert_eq!((again.taken, again.unchanged), (0, 1));
    assert!(
        again
            .duplicates
            .iter()
            .all(|row| row.remembered && !row.waits)
    );
}

#[test]
fn any_row_may_be_left_out_until_it_says_something_else() {
    let case = Case::new(46);
    let rows = "1;OPD;Dinas A;Satu;0811\n2;OPD;Dinas B;Dua;x\n";
    assert_eq!(case.imports(rows, &[(3, RowAnswer::Drop)]).taken, 1);
    let again = case.imports(rows, &[]);
    assert_eq!((again.taken, again.unchanged), (0, 1));
    assert!(again.findings.iter().all(|finding| finding.row != Some(3)));
    assert_eq!(
        again.skipped.last().unwrap().reason.0,
        intake::SkipKind::Dropped
    );
    assert_eq!(case.imports(&rows.replace(";x", ";0812"), &[]).taken, 1);
    let strange = case.imports(rows, &[(99, RowAnswer::Drop)]);
    assert_eq!(strange.unused, ["CSV!99"]);
}

#[test]
fn what_a_newer_workbook_leaves_out_stays_when_its_changes_are_taken_over() {
    let case = Case::new(47);
    case.imports("1;OPD;Dinas A;Satu;0811\n", &[]);
    let newer = ImportAsked {
        take_all_changes: true,
        ..case.asked("Kategori;Perangkat Daerah;Judul Inovasi\nOPD;Dinas A;SATU\n")
    };
    let outcome = import(&case.session, newer).unwrap();
    assert_eq!(outcome.taken_over, ["OPD-001"]);
    let list = super::list(&case.session, Default::default()).unwrap();
    let row = serde_json::to_value(&list.rows[0]).unwrap();
    assert_eq!(
        (&row["title"], &row["phone"]),
        (&"SATU".into(), &"0811".into())
    );
}

#[test]
fn texts_that_the_rules_do_not_know_are_answered_for_all_their_rows_and_remembered() {
    let case = Case::new(48);
    let lines = format!("{HEAD}1;Dinkes;A;Satu;\n2;dinkes;B;Dua;\n3;;C;Tiga;\n4;OPD;D;Empat;\n");
    let asked = case.asked(&lines);
    let shown = preview(&case.session, asked.clone()).unwrap();
    let texts = |shown: &crate::api::import::ImportPreview| -> Vec<(String, u32, Option<String>)> {
        let texts = shown.categories.iter();
        texts
            .map(|text| (text.text.clone(), text.rows, text.meant.clone()))
            .collect()
    };
    assert_eq!(
        texts(&shown),
        [("Dinkes".into(), 2, None), (String::new(), 1, None)]
    );
    let said = ImportAsked {
        categories: [("Dinkes", "KES"), ("", "OPD")]
            .map(|(text, code)| (text.to_owned(), code.to_owned()))
            .into(),
        ..asked.clone()
    };
    let shown = preview(&case.session, said.clone()).unwrap();
    assert_eq!(texts(&shown)[0], ("Dinkes".into(), 2, Some("KES".into())));
    let outcome = import(&case.session, said).unwrap();
    let taken: Vec<_> = outcome
        .categories
        .iter()
        .map(|category| (category.category.as_str(), category.taken))
        .collect();
    assert_eq!(taken, [("OPD", 2), ("KES", 2)]);
    let again = import(&case.session, asked).unwrap();
    assert_eq!((again.taken, again.unchanged), (0, 4));
}

#[test]
fn a_mapping_goes_into_a_file_and_is_understood_by_somebody_else() {
    let case = Case::new(49);
    // No heading is known here: it has to be shown.
    let lines = "Daftar\nA;B;C\nSatu;Dinas A;Dinkes\nDua;Dinas B;Dinkes\n";
    let asked = case.asked(lines);
    assert_eq!(
        preview(&case.session, asked.clone()).unwrap_err().code,
        "no-heading"
    );
    let said = ImportAsked {
        heading: Some((2, 2)),
        columns: [("A", "title"), ("B", "agency"), ("C", "category")]
            .map(|(letter, target)| (letter.to_owned(), target.parse().unwrap()))
            .into(),
        categories: [("Dinkes".to_owned(), "KES".to_owned())].into(),
        ..asked.clone()
    };
    let out = case.machine.path("pola-kolom.toml");
    let saved = SaveMapping {
        asked: said.clone(),
        out: out.clone(),
    };
    save_mapping(&case.session, saved).unwrap();
    assert_eq!(import(&case.session, said).unwrap().taken, 2);
    let again = preview(&case.session, asked).unwrap();
    assert!(again.remembered, "also where no heading is recognised");
    assert_eq!(again.outcome.unchanged, 2);

    let other = Case::new(50);
    let asked = ImportAsked {
        map: Some(out),
        ..other.asked(lines)
    };
    assert_eq!(import(&other.session, asked).unwrap().taken, 2);
}

#[test]
fn a_correction_is_made_to_the_mapping_remembered_and_not_instead_of_it() {
    let case = Case::new(51);
    let lines = format!(
        "{}1;OPD;Dinas A;Satu;0811\n",
        HEAD.replace("No HP", "Kode X")
    );
    let corrected = |columns: &[(&str, &str)]| ImportAsked {
        columns: columns
            .iter()
            .map(|(letter, target)| ((*letter).to_owned(), target.parse().unwrap()))
            .collect(),
        ..case.asked(&lines)
    };
    import(&case.session, corrected(&[("E", "phone")])).unwrap();
    let shown = preview(&case.session, corrected(&[("A", "ignored")])).unwrap();
    let target = |at: usize| shown.columns[at].target.to_string();
    assert_eq!([target(0), target(4)], ["ignored", "phone"]);
    let afresh = ImportAsked {
        forget_mapping: true,
        ..corrected(&[])
    };
    let shown = preview(&case.session, afresh).unwrap();
    assert_eq!(
        (shown.remembered, shown.columns[4].target.to_string()),
        (false, "other".to_owned())
    );
}

#[test]
fn another_category_than_the_entry_has_is_said_and_changes_nothing() {
    let case = Case::new(52);
    case.imports("1;OPD;Dinas A;Satu;081234567801\n", &[]);
    let moved = case.imports("1;KES;Dinas A;Satu;081234567801\n", &[]);
    let findings = moved.findings.iter();
    let codes: Vec<_> = findings.map(|finding| finding.code.0.code()).collect();
    assert_eq!((moved.unchanged, codes), (1, vec!["other-category"]));
}

#[test]
fn what_judges_know_an_entry_by_stays_until_a_decision_changes_it() {
    let case = Case::new(47);
    let line = |title: &str, phone: &str| format!("1;OPD;Dinas A;{title};{phone}\n");
    case.imports(&line("Jemput Bola Adminduk", "0811"), &[]);
    case.machine.desk_for(&case.session, "J1", "OPD");
    let text = format!("{HEAD}{}", line("JEMPUT BOLA ADMINDUK", "0812"));
    let asked = ImportAsked {
        take_all_changes: true,
        ..case.asked(&text)
    };
    let shown = preview(&case.session, asked.clone()).unwrap().outcome;
    let fields = |rows: &[crate::api::import::ChangeRow]| -> Vec<String> {
        rows.iter().map(|row| row.field.clone()).collect()
    };
    assert_eq!(fields(&shown.changes), ["phone"]);
    assert_eq!(fields(&shown.by_decision), ["title"]);
    let outcome = import(&case.session, asked).unwrap();
    assert_eq!(outcome.taken_over, ["OPD-001"], "the telephone number");
    assert_eq!(case.titles(), ["Jemput Bola Adminduk"]);
    let again = preview(&case.session, case.asked(&text)).unwrap().outcome;
    assert_eq!((again.changed, fields(&again.changes).len()), (1, 0));
    assert_eq!(fields(&again.by_decision), ["title"], "it is still said");
}
