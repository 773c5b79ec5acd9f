use super::{RuleKey, write};
use judging::rules::Rules;
use std::collections::BTreeMap;

/// One thing that two rules say differently, in the words of the rules file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Codes from the outside in: nothing for the rules themselves, a category or stage, a criterion in a stage.
    pub place: Vec<String>,
    /// The key; none where the whole thing is new or gone.
    pub key: Option<RuleKey>,
    /// What the first says.
    pub before: Option<String>,
    /// What the second says.
    pub after: Option<String>,
}

/// What the two say differently, in the order of the second, then what is gone.
#[must_use]
pub fn differences(old: &Rules, new: &Rules) -> Vec<Difference> {
    let (old, new) = (things(&write(old)), things(&write(new)));
    let was: BTreeMap<&Path, &Thing> = old.iter().map(|thing| (&thing.path, thing)).collect();
    let is: BTreeMap<&Path, &Thing> = new.iter().map(|thing| (&thing.path, thing)).collect();
    let mut found = Vec::new();
    for thing in &new {
        match was.get(&thing.path) {
            Some(before) => compare(before, thing, &mut found),
            None if is_part_of_another(&thing.path, |whole| was.contains_key(whole)) => {
                found.push(thing.whole(None, Some(thing.name())));
            }
            None => {}
        }
    }
    for thing in &old {
        if !is.contains_key(&thing.path)
            && is_part_of_another(&thing.path, |whole| is.contains_key(whole))
        {
            found.push(thing.whole(Some(thing.name()), None));
        }
    }
    for kind in [RuleKey::Category, RuleKey::Stage] {
        let order = |things: &[Thing]| {
            let of_kind = things
                .iter()
                .filter(|thing| thing.path.0 == kind.code() && thing.path.1.len() == 1);
            let common = of_kind
                .filter(|thing| was.contains_key(&thing.path) && is.contains_key(&thing.path));
            common
                .map(|thing| thing.path.1[0].clone())
                .collect::<Vec<_>>()
                .join(", ")
        };
        let (before, after) = (order(&old), order(&new));
        if before != after {
            found.push(Difference {
                place: Vec::new(),
                key: Some(kind),
                before: Some(before),
                after: Some(after),
            });
        }
    }
    found
}

/// The kind of thing, and its codes from the outside in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Path(String, Vec<String>);

/// The rules themselves, a category, a stage or a criterion, with its keys as the canonical text has them.
#[derive(Debug, Clone)]
struct Thing {
    path: Path,
    keys: Vec<(RuleKey, String)>,
}

impl Thing {
    fn value(&self, key: RuleKey) -> Option<String> {
        let found = self.keys.iter().find(|(known, _)| *known == key);
        found.map(|(_, value)| value.clone())
    }

    fn name(&self) -> String {
        self.value(RuleKey::Name).unwrap_or_default()
    }

    fn whole(&self, before: Option<String>, after: Option<String>) -> Difference {
        Difference {
            place: self.path.1.clone(),
            key: None,
            before,
            after,
        }
    }
}

/// Whether the thing is not part of a stage that is new or gone itself.
fn is_part_of_another(path: &Path, known: impl Fn(&Path) -> bool) -> bool {
    let Path(_, codes) = path;
    codes.len() < 2 || known(&Path("stage".to_owned(), codes[..1].to_vec()))
}

fn compare(before: &Thing, after: &Thing, found: &mut Vec<Difference>) {
    let gone = before
        .keys
        .iter()
        .filter(|(key, _)| after.value(*key).is_none());
    for &(key, _) in after.keys.iter().chain(gone) {
        let (was, is) = (before.value(key), after.value(key));
        if was != is {
            found.push(Difference {
                place: after.path.1.clone(),
                key: Some(key),
                before: was,
                after: is,
            });
        }
    }
}

/// The things of a canonical text, whose form is known line by line.
fn things(text: &str) -> Vec<Thing> {
    let mut things = vec![Thing {
        path: Path(String::new(), Vec::new()),
        keys: Vec::new(),
    }];
    let mut stage = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(header) = line.strip_prefix("[[") {
            let kind = header.trim_end_matches("]]");
            let codes = match kind {
                "stage.criterion" => std::mem::take(&mut stage),
                _ => Vec::new(),
            };
            things.push(Thing {
                path: Path(kind.to_owned(), codes),
                keys: Vec::new(),
            });
        } else if let (Some((key, value)), Some(thing)) =
            (line.split_once(" = "), things.last_mut())
        {
            let value = if value == "[" {
                let levels = lines.by_ref().take_while(|line| *line != "]");
                levels.map(level).collect::<Vec<_>>().join(" · ")
            } else {
                unquoted(value)
            };
            // Besides the keys there are `code`, which is the place, and `format`, which is always the same.
            match key.parse() {
                Ok(key) => thing.keys.push((key, value)),
                Err(_) if key == "code" => thing.path.1.push(value),
                Err(_) => {}
            }
            if thing.path.0.starts_with("stage") {
                stage.clone_from(&thing.path.1);
                stage.truncate(1);
            }
        }
    }
    things
}

/// `  { value = 1, label = "SK" },` as `1 SK`.
fn level(line: &str) -> String {
    let inner = line.trim().trim_start_matches("{ value = ");
    let inner = inner.trim_end_matches(',').trim_end_matches(" }");
    let (value, label) = inner.split_once(", label = ").unwrap_or((inner, ""));
    format!("{value} {}", unquoted(label)).trim_end().to_owned()
}

/// What stands in quotes, with its escapes resolved; anything else as it is.
fn unquoted(value: &str) -> String {
    let is_one = value.len() >= 2 && value.starts_with('"') && value.ends_with('"');
    if !is_one {
        return value.to_owned();
    }
    let mut text = String::with_capacity(value.len());
    let mut chars = value[1..value.len() - 1].chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            (_, Some('n')) => text.push('\n'),
            (_, Some('t')) => text.push('\t'),
            (_, Some(escaped)) => text.push(escaped),
            (plain, None) => text.push(plain),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::read;

    const RULES: &str = r#"name = "Lomba"
[[category]]
code = "OPD"
name = "Perangkat daerah"
[[category]]
code = "DESA"
name = "Desa"
[[stage]]
code = "nilai"
name = "Penilaian"
weight = 40
[[stage.criterion]]
code = "a"
name = "Dampak"
weight = 30
scale = { min = 0, max = 10 }
[[stage.criterion]]
code = "b"
name = "Regulasi"
levels = [{ value = 1, label = "SK" }, { value = 2, label = "Perda \"baru\"" }]
[[stage]]
code = "presentasi"
name = "Presentasi"
[[stage.criterion]]
code = "c"
name = "Paparan"
scale = { min = 0, max = 10 }
"#;

    #[track_caller]
    fn check(from: &str, to: &str, expected: &[&str]) {
        let after = RULES.replace(from, to);
        assert_ne!(after, RULES);
        let found = differences(&read(RULES).unwrap(), &read(&after).unwrap());
        let shown = |difference: &Difference| {
            let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_owned());
            let place = difference.place.join("/");
            format!(
                "{place} {}: {} → {}",
                difference.key.map_or("", RuleKey::code),
                side(&difference.before),
                side(&difference.after)
            )
        };
        assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn each_thing_said_differently_is_named_with_its_place() {
        check(
            "weight = 30",
            "weight = 35.5",
            &["nilai/a weight: 30 → 35.5"],
        );
        check("weight = 40\n", "", &["nilai weight: 40 → –"]);
        check(
            "{ value = 1, label = \"SK\" }",
            "{ value = 1, label = \"Surat keputusan\" }",
            &["nilai/b levels: 1 SK · 2 Perda \"baru\" → 1 Surat keputusan · 2 Perda \"baru\""],
        );
        check(
            "name = \"Lomba\"",
            "name = \"Lomba\\nInovasi\"",
            &[" name: Lomba → Lomba\nInovasi"],
        );
    }

    #[test]
    fn categories_of_a_stage_that_differ_are_named() {
        check(
            "name = \"Presentasi\"",
            "name = \"Presentasi\"\ncategories = [\"OPD\"]",
            &["presentasi categories: – → [\"OPD\"]"],
        );
    }

    #[test]
    fn what_is_new_or_gone_is_named_once() {
        check(
            "[[stage]]\ncode = \"presentasi\"\nname = \"Presentasi\"\n",
            "[[stage]]\ncode = \"final\"\nname = \"Final\"\n",
            &["final : – → Final", "presentasi : Presentasi → –"],
        );
        check(
            "code = \"b\"\nname = \"Regulasi\"",
            "code = \"d\"\nname = \"Regulasi\"",
            &["nilai/d : – → Regulasi", "nilai/b : Regulasi → –"],
        );
    }

    #[test]
    fn another_order_is_named() {
        let opd = "[[category]]\ncode = \"OPD\"\nname = \"Perangkat daerah\"\n";
        let desa = "[[category]]\ncode = \"DESA\"\nname = \"Desa\"\n";
        check(
            &format!("{opd}{desa}"),
            &format!("{desa}{opd}"),
            &[" category: OPD, DESA → DESA, OPD"],
        );
    }
}
