use judging::rules::Place;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The byte at which a place of the rules stands in the file: its value, or the table that lacks it, or the beginning.
pub(super) fn locate(top: &DeTable<'_>, place: &Place) -> usize {
    let (above, key) = match place {
        Place::Top(key) => (vec![], *key),
        Place::Category(n, key) => (vec![("category", *n)], *key),
        Place::Stage(n, key) => (vec![("stage", *n)], *key),
        Place::Criterion(n, m, key) => (vec![("stage", *n), ("criterion", *m)], *key),
    };
    let (mut table, mut byte) = (top, 0);
    for (list, n) in above {
        let item = table.get(list).and_then(|value| value.get_ref().get(n));
        let Some((item, keys)) = item.and_then(|item| Some((item, item.get_ref().as_table()?)))
        else {
            return byte;
        };
        (table, byte) = (keys, item.span().start);
    }
    let other_name = if key == "scale" { "levels" } else { key };
    let value: Option<&Spanned<DeValue<'_>>> = table.get(key).or_else(|| table.get(other_name));
    value.map_or(byte, |value| value.span().start)
}
