//! Doubts, each with its place.

use crate::RowPlace;

judging::words! {
    /// How much a finding matters.
    pub enum Severity {
        /// Said for the record; nothing to do.
        Info = "info",
        /// Look at it: a value was left out, or taken on a guess.
        Warning = "warning",
        /// A row was not taken because of it.
        Error = "error",
    }
}

/// A doubt about one cell, row, column or sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of doubt.
    pub code: FindingCode,
    /// How much it matters.
    pub severity: Severity,
    /// The sheet it was found on.
    pub sheet: String,
    /// Row as the spreadsheet program counts, from 1; `None` when it concerns a column or the sheet.
    pub row: Option<u32>,
    /// Column letter, `G`; `None` when it concerns a row or the sheet.
    pub column: Option<String>,
    /// The cell (or heading, or text) as it stands.
    pub cell: Option<String>,
    /// What was made of it; `None` when nothing was.
    pub made: Option<String>,
    /// The other row of which it speaks.
    pub other: Option<RowPlace>,
    /// What the user can do, in plain English; windows translate by [`FindingCode::code`].
    pub hint: &'static str,
}

impl Finding {
    /// Of a whole sheet; the place is narrowed by setting row and column.
    #[must_use]
    pub fn of_sheet(code: FindingCode, sheet: &str) -> Self {
        Self {
            code,
            severity: code.severity(),
            sheet: sheet.to_owned(),
            row: None,
            column: None,
            cell: None,
            made: None,
            other: None,
            hint: code.hint(),
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal, $severity:ident, $hint:literal;)*) => {
        judging::words! {
            /// The kinds of doubt.
            pub enum FindingCode { $($(#[$doc])* $code = $name,)* }
        }

        impl FindingCode {
            /// How much it matters.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }

            /// What the user can do about it.
            #[must_use]
            pub const fn hint(self) -> &'static str {
                match self { $(Self::$code => $hint,)* }
            }
        }
    };
}

codes! {
    /// Nothing stands where the title should.
    NoTitle = "no-title", Error, "The row has no title and was not taken. Write the title into the sheet and import again.";
    /// No category, or none that the rules know.
    UnknownCategory = "unknown-category", Error, "The rules know no such category. Say which one is meant, or add it to the rules as a synonym.";
    /// Same title and agency as another row.
    SuspectedDuplicate = "suspected-duplicate", Warning, "Title and agency are the same as in another row. Keep both, merge them, or leave this one out.";
    /// Nearly the same title from the same agency.
    SimilarTitle = "similar-title", Warning, "The title is nearly that of another row of the same agency. Both were taken; drop one if they are the same innovation.";
    /// The same title from another agency.
    SameTitle = "same-title", Info, "Another agency has an innovation of the same title. Both were taken; check whether one is a copy.";
    /// Nearly the title of an entry that is here, and of which the workbook no longer speaks. Found by who knows the entries.
    SimilarEntry = "similar-entry", Warning, "An entry that is already here has nearly this title and does not stand in this workbook any more. Say whether this is the same innovation (merge), another one (keep) or none (drop); until then it is not taken.";
    /// Another category than the entry has that is here. Found by who knows the entries.
    OtherCategory = "other-category", Warning, "The workbook puts this innovation into another category than it has here. It stays where it is: its code and what judges said of it hang on that.";
    /// A civil servant's number that the spreadsheet program has rounded.
    DamagedNip = "damaged-nip", Warning, "The spreadsheet program keeps only 15 digits of a number; the NIP is lost and was left out. Enter it again from its source, as text.";
    /// A resident's number that the spreadsheet program has rounded.
    DamagedNik = "damaged-nik", Warning, "The spreadsheet program keeps only 15 digits of a number; the NIK is lost and was left out. Enter it again from its source, as text.";
    /// Any other number of more digits than a spreadsheet keeps.
    DamagedNumber = "damaged-number", Warning, "The number has more than 15 digits; the spreadsheet program has lost the last ones.";
    /// Not built like a NIP.
    OddNip = "odd-nip", Warning, "A NIP has 18 digits: birth date, month of appointment, sex, serial number. It was taken as it stands.";
    /// Not built like a NIK.
    OddNik = "odd-nik", Warning, "A NIK has 16 digits with a birth date inside. It was taken as it stands.";
    /// Not a telephone number.
    OddPhone = "odd-phone", Warning, "This does not look like a telephone number. It was taken as it stands.";
    /// Not an e-mail address.
    OddEmail = "odd-email", Info, "This does not look like an e-mail address. It was taken as it stands.";
    /// The leading zero came back.
    PhoneRestored = "phone-restored", Info, "The leading zero of the telephone number was restored.";
    /// Not understood as a date.
    UnreadableDate = "unreadable-date", Warning, "This was not understood as a date. It was taken as it stands.";
    /// A plain number in a column of dates.
    DateFromNumber = "date-from-number", Info, "A plain number in a column of dates was read as the spreadsheet's day number.";
    /// Month before day.
    MonthFirst = "month-first-date", Warning, "The date only makes sense with the month before the day, and was read so.";
    /// A year of two digits.
    ShortYear = "short-year", Info, "The year has two digits and was read as one of this century.";
    /// Outside 2000 to 2100.
    OddYear = "odd-year", Warning, "The year is outside 2000 to 2100. Check the date.";
    /// `1.234` may be a thousand or one point two.
    AmbiguousNumber = "ambiguous-number", Warning, "The point may mark thousands or decimals. The number was left as it stands: write it without doubt and import again.";
    /// Not understood as a number.
    UnreadableNumber = "unreadable-number", Warning, "This was not understood as a number. It was taken as it stands.";
    /// Not one of the known options.
    UnknownOption = "unknown-option", Warning, "This is not one of the options known for the column. It was taken as it stands.";
    /// Another spelling of a known option.
    OptionFolded = "option-folded", Info, "Another spelling of a known option was replaced by its usual form.";
    /// Control, bidi-override or zero-width characters.
    HiddenCharacters = "hidden-characters", Warning, "The text held invisible characters, which were removed.";
    /// Longer than a cell may be.
    TextCut = "text-cut", Warning, "The text is longer than a spreadsheet cell can hold and was cut.";
    /// `#REF!` and its like.
    ErrorCell = "error-cell", Warning, "The cell shows an error of the spreadsheet program; nothing was taken from it.";
    /// A row of an entry that has several.
    ContinuedRow = "continued-row", Warning, "The row belongs to the entry above, whose title is merged over it. What stands in it was not taken.";
    /// An entry without an agency where others have one.
    NoAgency = "no-agency", Warning, "No agency stands in this row. It was taken without one.";
    /// A title that gives away the agency, where a stage is judged without knowing it.
    TitleNamesAgency = "title-names-agency", Warning, "A stage is judged without knowing the agency, and this title names it. Write the title without the name, or leave it so knowingly.";
    /// The agency of the row above.
    AgencyRepeated = "agency-repeated", Info, "The agency is written once for several rows; that of the row above was taken.";
    /// The category of the row above.
    CategoryRepeated = "category-repeated", Info, "The category is written once for several rows; that of the row above was taken.";
    /// A category recognised by a part of its name.
    CategoryFolded = "category-folded", Info, "The category was recognised by a part of its name.";
    /// Category column and category row disagree.
    CategoryConflict = "category-conflict", Warning, "The category in the row differs from that of the rows' heading. The one in the row was taken.";
    /// *Jenis* holds *Bentuk* or the other way round.
    SwappedKindForm = "swapped-kind-form", Warning, "The heading says one thing, the cells say another (Jenis and Bentuk). The cells were believed; change the columns if that is wrong.";
    /// A column understood by what it holds.
    ColumnByContent = "column-by-content", Info, "The column has no known heading and was understood by what it holds.";
    /// Two columns that claim one field.
    ColumnTwice = "column-twice", Info, "Another column already gives this field; this one was kept under its heading.";
    /// In a score form: not a number.
    UnreadableMark = "unreadable-mark", Error, "This is not a mark and was not taken. Write a number and read the form again.";
    /// In a score form: `1.234`.
    AmbiguousMark = "ambiguous-mark", Error, "The point may mark thousands or decimals; the mark was not taken. Write it without doubt and read the form again.";
    /// In a score form: not on the criterion's scale, or for no criterion of the stage.
    MarkOutsideScale = "mark-outside-scale", Error, "The mark is not on the criterion's scale and was not taken.";
    /// In a score form: a remark on a mark that is not there.
    RemarkWithoutMark = "remark-without-mark", Warning, "There is a remark but no mark; it was not taken.";
    /// In a score form: a mark in a row without the code of an entry.
    MarkWithoutEntry = "mark-without-entry", Error, "The row has marks but no code of an entry; they were not taken.";
    /// In a score form: an entry in two rows.
    EntryTwice = "entry-twice", Error, "The entry already stands further up; this row was not taken.";
    /// Another sheet, or another part of the sheet, holds a table as well.
    OtherTable = "other-table", Warning, "Another sheet holds a table as well, which was not read. Choose that sheet to import it.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_has_a_name_of_its_own_in_kebab_case() {
        let names: BTreeSet<_> = FindingCode::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!(names.len(), FindingCode::ALL.len());
        let kebab = |name: &str| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        assert!(names.iter().all(|name| kebab(name)), "{names:?}");
    }
}
