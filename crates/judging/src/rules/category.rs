use crate::CategoryCode;

/// A class of entries that are ranked among each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Prefix of its entries' codes: `OPD`.
    pub code: CategoryCode,
    /// As printed: "Organisasi Perangkat Daerah".
    pub name: String,
    /// Other spellings seen in registration sheets: "Desa", "Desa/Kelurahan".
    pub synonyms: Vec<String>,
}

/// What every agency owes: "Satu Instansi Satu Inovasi" is `per_agency = 1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Obligation {
    /// Innovations a year, at least 1.
    pub per_agency: u32,
}
