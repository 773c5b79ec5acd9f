//! Telephone numbers, with the zero that spreadsheets swallow.

/// A telephone number that was understood.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Phone {
    /// `081234567890`; of several, joined by ` / `.
    pub text: String,
    /// Whether a zero that had been lost was put back.
    pub restored: bool,
}

/// Reads `0812-3456-7890`, `812…`, `62812…`, `+62 812…`, and several of them; `None` for anything else.
pub(crate) fn phone(text: &str) -> Option<Phone> {
    if is_plain(text) {
        // Most are.
        return Some(Phone {
            text: text.to_owned(),
            restored: false,
        });
    }
    let mut restored = false;
    let numbers = text.split(['/', ',', ';', '\n']).map(|number| {
        let (number, changed) = single(number)?;
        restored |= changed;
        Some(number)
    });
    let numbers: Vec<_> = numbers.collect::<Option<_>>()?;
    Some(Phone {
        text: numbers.join(" / "),
        restored,
    })
}

/// Digits alone, as many as a number has, with the zero.
fn is_plain(text: &str) -> bool {
    (8..=15).contains(&text.len())
        && text.starts_with('0')
        && text.bytes().all(|b| b.is_ascii_digit())
}

fn single(text: &str) -> Option<(String, bool)> {
    let text = text.trim().trim_start_matches(['\'', '’', '`']);
    let mark = |c: &char| !(c.is_whitespace() || matches!(c, '-' | '.' | '(' | ')' | '–' | '‑'));
    let plain: String = text.chars().filter(mark).collect();
    let digits = plain.strip_prefix('+').unwrap_or(&plain);
    if !(8..=15).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if digits.starts_with('0') && plain == digits {
        return Some((plain, false));
    }
    if let Some(rest) = digits.strip_prefix("62") {
        // Also `+62 0812…`.
        return Some((format!("0{}", rest.trim_start_matches('0')), false));
    }
    (digits.starts_with('8') && plain == digits).then(|| (format!("0{digits}"), true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, bool)>) {
        let read = phone(text);
        let read = read
            .as_ref()
            .map(|phone| (phone.text.as_str(), phone.restored));
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn the_leading_zero_comes_back() {
        check("81286641776", Some(("081286641776", true)));
        check("0812 8664 1776", Some(("081286641776", false)));
        check("(0541) 123456", Some(("0541123456", false)));
        let both = "081286641776 / 081212345678";
        check("081286641776/81212345678", Some((both, true)));
    }

    #[test]
    fn the_country_code_means_a_zero() {
        for text in ["6281286641776", "+62 812-8664-1776", "+62 081286641776"] {
            check(text, Some(("081286641776", false)));
        }
    }

    #[test]
    fn what_is_no_number_is_left_alone() {
        for text in [
            "",
            "12",
            "+1 555 123 4567",
            "belum ada",
            "0812x664177",
            "5551234567",
        ] {
            check(text, None);
        }
    }
}
