use super::*;
use crate::ReportError;
use crate::test_support::{HASH, check_golden, dump, heading, rules};
use judging::entry::Registration;
use judging::panel::Scope;

fn judge() -> Judge {
    Judge {
        code: "J1".parse().unwrap(),
        name: "dr. Sari Dewi, M.Kes.".into(),
        scope: Scope::default(),
    }
}

fn entries() -> Vec<Entry> {
    let entry = |(code, title): (&str, &str)| Entry {
        code: code.parse().unwrap(),
        category: "OPD".parse().unwrap(),
        registration: Registration {
            title: title.into(),
            agency: "Dinas Kesehatan".into(),
            ..Registration::default()
        },
    };
    [("OPD-001", "Sehat Bersama"), ("OPD-002", "=1+1")]
        .map(entry)
        .into()
}

fn form(stage: &str) -> Result<Vec<u8>, ReportError> {
    xlsx(&Form {
        competition: CompetitionId([0xCD; 32]),
        rules: &rules(),
        rules_hash: HASH,
        stage: &stage.parse().unwrap(),
        judge: &judge(),
        entries: &entries(),
        heading: heading(),
    })
}

#[test]
fn the_form_for_a_range_and_for_levels_is_as_agreed() {
    for stage in ["penilaian", "presentasi"] {
        let document = form(stage).unwrap();
        check_golden(&format!("form-{stage}.xlsx"), &document, &dump(&document));
    }
}

#[test]
fn a_form_for_an_unknown_stage_is_refused() {
    assert!(matches!(form("lain"), Err(ReportError::UnknownStage(_))));
}
