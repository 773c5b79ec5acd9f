//! What a judge declares of conflicts of interest. An actual conflict is a recusal; a potential one is declared, and the
//! judge's marks count.

use crate::{EntryCode, StageCode};

/// A judge's conflict of interest with one entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Declaration {
    /// The entry.
    pub entry: EntryCode,
    /// The only stage in which it holds; none: wherever the entry is judged.
    pub stage: Option<StageCode>,
    /// Whether the judge stands aside for it.
    pub kind: ConflictKind,
    /// What the conflict comes from.
    pub ground: ConflictGround,
    /// In the judge's words; may be empty.
    pub text: String,
}

crate::words! {
    /// Whether a conflict of interest is there or could seem so.
    pub enum ConflictKind {
        /// The judge stands aside.
        Actual = "actual",
        /// The judge marks, and everybody knows of it.
        Potential = "potential",
    }
}

crate::words! {
    /// What a conflict of interest comes from.
    pub enum ConflictGround {
        /// *Bisnis atau finansial*.
        Business = "business",
        /// *Keluarga atau kerabat*.
        Family = "family",
        /// *Afiliasi*.
        Affiliation = "affiliation",
        /// *Pekerjaan lain*.
        OtherWork = "other-work",
        /// *Lainnya*: the text says what.
        Other = "other",
    }
}

/// A judge stands aside for one entry in one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recusal {
    /// The stage.
    pub stage: StageCode,
    /// The entry.
    pub entry: EntryCode,
    /// What the conflict of interest comes from. The judge's words are in an attachment of the hand-over.
    pub ground: ConflictGround,
}

impl Declaration {
    /// Whether it holds in this stage.
    #[must_use]
    pub fn holds_in(&self, stage: &StageCode) -> bool {
        self.stage.as_ref().is_none_or(|only| only == stage)
    }

    /// Whether by it the judge stands aside for this entry in this stage.
    #[must_use]
    pub fn recuses(&self, stage: &StageCode, entry: &EntryCode) -> bool {
        self.kind == ConflictKind::Actual && self.entry == *entry && self.holds_in(stage)
    }
}

/// The recusals that follow from declarations: one for each stage of an entry in which an actual conflict holds.
///
/// `stages` are the stages in which an entry is judged. Ascending by stage and entry.
pub fn recusals<Stages: IntoIterator<Item = StageCode>>(
    declarations: &[Declaration],
    stages: impl Fn(&EntryCode) -> Stages,
) -> Vec<Recusal> {
    let actual = declarations
        .iter()
        .filter(|declared| declared.kind == ConflictKind::Actual);
    let mut recusals: Vec<Recusal> = actual
        .flat_map(|declared| {
            let judged = stages(&declared.entry).into_iter();
            judged
                .filter(|stage| declared.holds_in(stage))
                .map(|stage| Recusal {
                    stage,
                    entry: declared.entry.clone(),
                    ground: declared.ground,
                })
        })
        .collect();
    recusals.sort_by(|a, b| (&a.stage, &a.entry).cmp(&(&b.stage, &b.entry)));
    recusals.dedup_by(|a, b| (&a.stage, &a.entry) == (&b.stage, &b.entry));
    recusals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared(entry: &str, stage: Option<&str>, kind: ConflictKind) -> Declaration {
        Declaration {
            entry: entry.parse().unwrap(),
            stage: stage.map(|stage| stage.parse().unwrap()),
            kind,
            ground: ConflictGround::Family,
            text: String::new(),
        }
    }

    #[test]
    fn an_actual_conflict_is_a_recusal_in_every_stage_it_holds_in_and_a_potential_one_is_none() {
        let declarations = [
            declared("OPD-001", None, ConflictKind::Actual),
            declared("OPD-002", Some("presentasi"), ConflictKind::Actual),
            declared("OPD-003", None, ConflictKind::Potential),
        ];
        let stages = |_: &EntryCode| ["presentasi", "penilaian"].map(|code| code.parse().unwrap());
        let found: Vec<String> = recusals(&declarations, stages)
            .iter()
            .map(|recusal| format!("{} {}", recusal.stage, recusal.entry))
            .collect();
        assert_eq!(
            found,
            [
                "penilaian OPD-001",
                "presentasi OPD-001",
                "presentasi OPD-002"
            ]
        );
    }
}
