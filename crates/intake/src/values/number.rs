//! Decimal numbers as Indonesians write them, kept as text: no digit passes through binary floating point.

/// Why a text is not a number without doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// `1.234`: a thousand, or one and a bit.
    Ambiguous,
    /// No number at all.
    Unreadable,
}

/// Reads `65,01`, `65.01`, `1.234,5`, `Rp. 10.000.000`, `1,234.5` into canonical text: digits, a point, no needless zeros.
pub(crate) fn decimal(text: &str) -> Result<String, Doubt> {
    let (money, rest) = without_currency(text);
    let (sign, digits) = match rest.strip_prefix(['-', '−']) {
        Some(digits) => ("-", digits.trim_start()),
        None => ("", rest),
    };
    let (whole, fraction) = split(digits, money)?;
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty()
        || whole.len() > 15
        || fraction.len() > 15
        || !plain(&whole)
        || !plain(fraction)
    {
        return Err(Doubt::Unreadable);
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.trim_end_matches('0');
    let sign = if whole == "0" && fraction.is_empty() {
        ""
    } else {
        sign
    };
    Ok(match fraction {
        "" => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction}"),
    })
}

/// Reads `-0,43`, `117.010°`, `0.43 LS` into canonical text; a lone point is never one of thousands. None when it is no number
/// of degrees up to `most`. Of `halves` the first two are above zero, the others below.
pub(crate) fn degrees(text: &str, most: u32, halves: [&str; 4]) -> Option<String> {
    let text = text.trim().to_uppercase();
    let half = halves.iter().position(|half| text.ends_with(half));
    let number = half.map_or(text.as_str(), |half| {
        text[..text.len() - halves[half].len()].trim_end()
    });
    let number = number.trim_end_matches('°').trim_end().replace(',', ".");
    let (sign, digits) = match number.strip_prefix(['-', '−']) {
        Some(digits) if half.is_none() => ("-", digits),
        Some(_) => return None,
        None if half.is_some_and(|half| half >= 2) => ("-", number.as_str()),
        None => ("", number.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || fraction.len() > 15 || !plain(fraction) {
        return None;
    }
    let (whole, fraction) = (whole.parse::<u32>().ok()?, fraction.trim_end_matches('0'));
    if whole > most || (whole == most && !fraction.is_empty()) {
        return None;
    }
    let sign = if whole == 0 && fraction.is_empty() {
        ""
    } else {
        sign
    };
    Some(match fraction {
        "" => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction}"),
    })
}

/// `Rp`, `IDR` before and `,-` behind mean money, which has no cents: a lone point is one of thousands.
fn without_currency(text: &str) -> (bool, &str) {
    let text = text.trim();
    let start = ["Rp.", "RP.", "rp.", "Rp", "RP", "rp", "IDR"];
    let marked = start.iter().find_map(|mark| text.strip_prefix(mark));
    let rest = marked.unwrap_or(text).trim();
    let whole = [",-", ".-", ",--"]
        .iter()
        .find_map(|end| rest.strip_suffix(end));
    (marked.is_some() || whole.is_some(), whole.unwrap_or(rest))
}

/// The whole part without marks of thousands, and the fraction.
fn split(digits: &str, money: bool) -> Result<(String, &str), Doubt> {
    let count = |mark| digits.matches(mark).count();
    let (mark, thousands) = match (count('.'), count(',')) {
        (0, 0) => return Ok((digits.to_owned(), "")),
        (0, 1) => (Some(','), '.'),
        (1, 0) if money => (None, '.'),
        (1, 0) if looks_like_thousands(digits) => return Err(Doubt::Ambiguous),
        (1, 0) => (Some('.'), ','),
        (_, 0) => (None, '.'),
        (0, _) => (None, ','),
        // Of both, the last one stands before the fraction.
        _ if digits.rfind('.') > digits.rfind(',') => (Some('.'), ','),
        _ => (Some(','), '.'),
    };
    let (whole, fraction) = match mark.and_then(|mark| digits.split_once(mark)) {
        Some((_, "")) => return Err(Doubt::Unreadable),
        Some(parts) => parts,
        None => (digits, ""),
    };
    let mut groups = whole.split(thousands);
    let first = groups.next().unwrap_or_default();
    let mut grouped = false;
    let rest_fits = groups.all(|group| {
        grouped = true;
        group.len() == 3
    });
    if !rest_fits || (grouped && !(1..=3).contains(&first.len())) {
        return Err(Doubt::Unreadable);
    }
    Ok((whole.replace(thousands, ""), fraction))
}

/// One to three digits, the first not zero, a point, and three digits.
fn looks_like_thousands(digits: &str) -> bool {
    digits.split_once('.').is_some_and(|(whole, fraction)| {
        (1..=3).contains(&whole.len()) && !whole.starts_with('0') && fraction.len() == 3
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, Doubt>) {
        assert_eq!(decimal(text), expected.map(str::to_owned), "{text}");
    }

    #[test]
    fn a_comma_or_a_point_stands_before_the_fraction() {
        check("65,01", Ok("65.01"));
        check("65.01", Ok("65.01"));
        check("7.10", Ok("7.1"));
        check("007", Ok("7"));
        check("-0,50", Ok("-0.5"));
        check("0.123", Ok("0.123"));
        check("-0", Ok("0"));
    }

    #[test]
    fn thousands_are_told_by_their_groups() {
        check("1.234,5", Ok("1234.5"));
        check("1,234.5", Ok("1234.5"));
        check("10.000.000", Ok("10000000"));
        check("1,234,567", Ok("1234567"));
        check("1.2345.678", Err(Doubt::Unreadable));
        check("1234.567,8", Err(Doubt::Unreadable));
    }

    #[test]
    fn money_has_no_cents() {
        check("Rp. 10.000.000", Ok("10000000"));
        check("Rp 1.234", Ok("1234"));
        check("IDR 5.000,-", Ok("5000"));
    }

    #[test]
    fn a_lone_point_before_three_digits_is_ambiguous() {
        check("1.234", Err(Doubt::Ambiguous));
        check("27.111", Err(Doubt::Ambiguous));
        check("1234.567", Ok("1234.567"));
    }

    #[test]
    fn what_is_no_number_is_not_made_one() {
        for text in [
            "", "abc", "1e3", "1_000", "12a", "5,", ",5", "1..2", "1,,2", "85%", "--1", "१२",
        ] {
            check(text, Err(Doubt::Unreadable));
        }
    }
}
