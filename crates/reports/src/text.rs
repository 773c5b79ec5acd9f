//! Texts from strangers, made fit for a cell.

use std::borrow::Cow;

/// Longest text of a cell, in UTF-16 units.
const LONGEST: usize = 32_767;
const CUT: &str = " … [dipotong]";

/// The text, cut with a visible mark where a cell cannot hold more.
pub fn fit(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return Cow::Borrowed(text);
    }
    let room = LONGEST - CUT.encode_utf16().count();
    Cow::Owned(prefix(text, room) + CUT)
}

/// As much of the beginning as has room, in UTF-16 units.
pub fn prefix(text: &str, mut room: usize) -> String {
    let fits = |c: &char| match room.checked_sub(c.len_utf16()) {
        Some(rest) => {
            room = rest;
            true
        }
        None => false,
    };
    text.chars().take_while(fits).collect()
}

/// The text for a CSV cell: an apostrophe goes before what a spreadsheet program would take for a formula.
pub fn guard(text: &str) -> Cow<'_, str> {
    match fit(text) {
        text if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']) => {
            Cow::Owned(format!("'{text}"))
        }
        text => text,
    }
}

/// The text for a header or footer of a page, where `&` begins a command and 255 characters are the most.
pub fn margin(text: &str) -> String {
    let short: String = text.chars().take(80).collect();
    short.replace('&', "&&").replace(['\n', '\r'], " ")
}

/// A name for a sheet: numbered, so that no two are the same, at most 31 characters, none that sheets forbid.
pub fn sheet_name(number: usize, name: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !"[]:*?/\\'".contains(*c);
    let name: String = name.chars().filter(allowed).collect();
    prefix(&format!("{number}. {}", name.trim()), 31)
}

/// A decimal with the comma of Indonesian numbers; without a dot between thousands, for machines read on.
pub fn comma(decimal: &str) -> String {
    decimal.replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_guard(text: &str, expected: &str) {
        assert_eq!(guard(text), expected);
    }

    #[test]
    fn what_could_be_a_formula_is_guarded_and_nothing_else() {
        check_guard("=1+1", "'=1+1");
        check_guard("+62 812", "'+62 812");
        check_guard("-", "'-");
        check_guard("@SUM(A1)", "'@SUM(A1)");
        check_guard("\t=1", "'\t=1");
        check_guard("\0=1", "'\0=1");
        check_guard("Sehat = Bahagia", "Sehat = Bahagia");
        check_guard("", "");
    }

    #[test]
    fn a_text_too_long_for_a_cell_is_cut_where_one_sees_it() {
        let long = "a𝒳".repeat(20_000);
        let cut = fit(&long);
        assert!(cut.ends_with(CUT));
        assert!((LONGEST - 1..=LONGEST).contains(&cut.encode_utf16().count()));
        let just = "x".repeat(LONGEST);
        assert_eq!(fit(&just), just);
    }

    #[test]
    fn a_stage_of_any_name_makes_a_name_for_a_sheet() {
        assert_eq!(sheet_name(1, "Penilaian"), "1. Penilaian");
        assert_eq!(sheet_name(2, "Uji/Coba: [a]*?"), "2. UjiCoba a");
        assert_eq!(sheet_name(3, &"x".repeat(40)).len(), 31);
    }

    #[test]
    fn an_ampersand_in_a_page_margin_stays_one() {
        assert_eq!(margin("Riset & Inovasi"), "Riset && Inovasi");
    }
}
