/// What stands over and under every document, besides what the rules say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// How far the result is settled: "Sementara", "Ditetapkan 27 November 2023, revisi 2".
    pub status: String,
    /// When it was computed, as printed: "21 November 2026 pukul 20.15".
    pub as_of: String,
    /// The same in seconds since 1970; it becomes the workbook's time of creation.
    pub made_at: i64,
}
