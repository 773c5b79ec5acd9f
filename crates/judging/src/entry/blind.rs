use super::{Field, Registration, Source};
use crate::ClosedSet;
use std::collections::BTreeSet;

/// What the rules can keep from the judges of a blind stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlindField {
    /// The agency behind the entry.
    Agency,
    /// A named field.
    Named(Field),
}

/// Fields that name the innovator as well as the name does.
const OF_THE_INNOVATOR: [Field; 5] = [
    Field::Nip,
    Field::Nik,
    Field::Position,
    Field::Email,
    Field::Phone,
];

const BLIND_FIELDS: [BlindField; 1 + Field::ALL.len()] = {
    let mut fields = [BlindField::Agency; 1 + Field::ALL.len()];
    let mut at = 0;
    while at < Field::ALL.len() {
        fields[at + 1] = BlindField::Named(Field::ALL[at]);
        at += 1;
    }
    fields
};

impl ClosedSet for BlindField {
    const NAME: &'static str = "BlindField";
    const ABOUT: &'static str = " What the rules can keep from the judges of a blind stage.\n";
    const ALL: &'static [Self] = &BLIND_FIELDS;

    fn code(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Named(field) => field.code(),
        }
    }
}

/// All that is left out where these fields are blind: besides them the register's number, and with the innovator what
/// else names the person. Nothing where no field is blind.
#[must_use]
pub fn left_out(blind: &BTreeSet<BlindField>) -> BTreeSet<BlindField> {
    let mut left_out = blind.clone();
    if !blind.is_empty() {
        left_out.insert(BlindField::Named(Field::Number));
    }
    if blind.contains(&BlindField::Named(Field::Innovator)) {
        left_out.extend(OF_THE_INNOVATOR.map(BlindField::Named));
    }
    left_out
}

impl Registration {
    /// Leaves out what judges may not see where these fields are blind: all of [`left_out`], columns without a known
    /// meaning, and the place in the spreadsheet. Changes nothing where no field is blind.
    pub fn blind(&mut self, blind: &BTreeSet<BlindField>) {
        if blind.is_empty() {
            return;
        }
        for field in left_out(blind) {
            match field {
                BlindField::Agency => self.agency.clear(),
                BlindField::Named(field) => drop(self.fields.remove(&field)),
            }
        }
        self.other.clear();
        self.source = Source::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registration() -> Registration {
        let fields = Field::ALL.iter();
        Registration {
            title: "Lumbung Digital".into(),
            agency: "Kecamatan Loa Kulu".into(),
            fields: fields
                .map(|&field| (field, field.code().to_owned()))
                .collect(),
            other: vec![("Nama kepala dinas".into(), "Budi".into())],
            source: Source {
                file: "Loa Kulu.xlsx".into(),
                sheet: "Loa Kulu".into(),
                row: 7,
            },
        }
    }

    #[track_caller]
    fn check(blind: &[&str], gone: &[&str]) {
        let blind = blind
            .iter()
            .map(|code| BlindField::from_code(code).unwrap())
            .collect();
        let (before, mut after) = (registration(), registration());
        after.blind(&blind);
        let missing = before
            .fields
            .keys()
            .filter(|field| !after.fields.contains_key(field));
        let mut found: Vec<&str> = missing.map(|field| field.code()).collect();
        if after.agency.is_empty() {
            found.insert(0, "agency");
        }
        assert_eq!(found, gone);
        assert_eq!(after.title, before.title);
        let is_blind = !gone.is_empty();
        assert_eq!(
            (after.other.is_empty(), after.source.row == 0),
            (is_blind, is_blind)
        );
    }

    #[test]
    fn blind_fields_go_and_with_them_all_that_says_where_the_entry_came_from() {
        check(&[], &[]);
        check(&["agency"], &["agency", "number"]);
        check(&["summary"], &["number", "summary"]);
    }

    #[test]
    fn with_the_innovator_goes_what_else_names_the_person() {
        let person = [
            "number",
            "innovator",
            "nip",
            "nik",
            "position",
            "email",
            "phone",
        ];
        check(&["innovator"], &person);
    }

    #[test]
    fn the_title_cannot_be_blind() {
        let refused = BlindField::from_code("title").unwrap_err().to_string();
        assert!(refused.starts_with("“title” is none of agency, number, "));
    }
}
