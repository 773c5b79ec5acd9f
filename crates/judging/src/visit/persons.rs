use crate::VisitId;

/// The people of one visit. They stand in an attachment of the hand-over, which can be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitPersons {
    /// Of which visit.
    pub visit: VisitId,
    /// Who visited (*tim verifikasi*).
    pub team: Vec<Person>,
    /// The officer met.
    pub officer: Option<Person>,
    /// Beneficiaries who were asked.
    pub respondents: Vec<Respondent>,
}

/// A person in office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// With titles.
    pub name: String,
    /// Civil servant's number, where there is one.
    pub nip: String,
    /// *Jabatan*.
    pub post: String,
    /// Where they serve.
    pub institution: String,
}

/// A beneficiary who was asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Respondent {
    /// Not the name.
    pub initials: String,
    /// What they are: "petani".
    pub role: String,
    /// Whether they are satisfied, where they said so.
    pub satisfied: Option<bool>,
    /// Why.
    pub why: String,
}
