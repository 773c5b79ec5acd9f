//! Numbers of persons: NIP (civil servants) and NIK (residents). Checked by their structure, never repaired.

use jiff::civil::Date;

/// Whether a text is a number that a spreadsheet program has rounded and written with an exponent: `1,99E+17`.
pub(crate) fn is_damaged(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.trim().split_once(['E', 'e']) else {
        return false;
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let mantissa = mantissa.replacen([',', '.'], "", 1);
    digits(&mantissa) && digits(exponent.trim_start_matches('+'))
}

/// The digits of a number that may be written with spaces, points, dashes or an apostrophe before it.
pub(crate) fn digits(text: &str) -> Option<String> {
    let mark = |c: &char| !(c.is_whitespace() || matches!(c, '.' | '-' | '\'' | '’' | '`'));
    let mut digits = String::with_capacity(text.len());
    digits.extend(text.chars().filter(mark));
    let all = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    all.then_some(digits)
}

/// 18 digits: birth date, year and month of appointment (or year and turn, for contract staff), sex, serial number.
pub(crate) fn is_nip(digits: &str) -> bool {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse().ok());
    let born = || Date::new(number(0, 4)?, number(4, 6)? as i8, number(6, 8)? as i8).ok();
    let appointed = number(8, 12).is_some_and(|year| (1950..=2100).contains(&year));
    let sex = number(14, 15).is_some_and(|sex| sex == 1 || sex == 2);
    digits.len() == 18 && born().is_some_and(|date| date.year() > 1900) && appointed && sex
}

/// 16 digits: region, birth date (the day of women plus 40), serial number.
pub(crate) fn is_nik(digits: &str) -> bool {
    let number = |from: usize, to: usize| {
        digits
            .get(from..to)
            .and_then(|part| part.parse::<u8>().ok())
    };
    let day = number(6, 8).is_some_and(|day| matches!(day, 1..=31 | 41..=71));
    let month = number(8, 10).is_some_and(|month| matches!(month, 1..=12));
    let region = number(0, 2).is_some_and(|region| region >= 11);
    digits.len() == 16 && region && day && month
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, nip: bool, nik: bool) {
        let digits = digits(text).unwrap_or_default();
        assert_eq!((is_nip(&digits), is_nik(&digits)), (nip, nik), "{text}");
    }

    #[test]
    fn numbers_are_known_by_their_structure() {
        check("19860926 201505 1 001", true, false);
        check("'198609262015051001", true, false);
        check("198609262023211004", true, false);
        check("198613262015051001", false, false);
        check("198609262015053001", false, false);
        check("6402015009860001", false, true);
        check("6402018009860001", false, false);
        check("12345", false, false);
        check("NIP. 123", false, false);
    }

    #[test]
    fn an_exponent_means_lost_digits() {
        for text in ["1,99E+17", "1.98605E+17", "2e17", "1,98E17"] {
            assert!(is_damaged(text), "{text}");
        }
        for text in ["198609262015051001", "E17", "SEHAT", "1E+x", ""] {
            assert!(!is_damaged(text), "{text}");
        }
    }
}
