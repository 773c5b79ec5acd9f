//! Remit: which folder of `app` and of `judging` knows which. Folders stand from bottom to top and know those below; who knows
//! one above is written down here with the reason, and inside a folder no files know each other in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The folders and single files of `crates/app/src`, from bottom to top.
const APP: [&str; 31] = [
    "api",
    "child",
    "host",
    "error",
    "time",
    "files",
    "base64",
    "predecessor",
    "visit_content",
    "keys",
    "case",
    "session",
    "photos",
    "moves",
    "op",
    "start",
    "competition",
    "rules",
    "entries",
    "messages",
    "panel",
    "standings",
    "plenary",
    "desk",
    "visits",
    "decisions",
    "documents",
    "handover",
    "audit",
    "demo",
    "commands",
];

/// The same of `crates/judging/src`; there nobody knows one above.
const JUDGING: [&str; 24] = [
    "words",
    "seeded",
    "code",
    "hash",
    "fixed",
    "entry",
    "rules",
    "exact",
    "panel",
    "sheet",
    "declaration",
    "visit",
    "handover",
    "revision",
    "decision",
    "case",
    "scoring",
    "ranking",
    "explain",
    "results",
    "agreement",
    "firmness",
    "progress",
    "receipt",
];

/// Which folder of `app` knows one above, which, and why. At most twelve.
const UPWARDS: [(&str, &str, &str); 7] = [
    (
        "desk",
        "visits",
        "a newer packet asks drafts of visits for what its rules ask now",
    ),
    (
        "case",
        "rules",
        "a case is read with the history of its rules",
    ),
    (
        "session",
        "desk",
        "an open working copy keeps what is known of its judge",
    ),
    (
        "competition",
        "desk",
        "the overview is the chair's or a judge's",
    ),
    (
        "competition",
        "standings",
        "the overview says whether the published result still stands",
    ),
    (
        "competition",
        "audit",
        "opening a file makes the backup that is due",
    ),
    (
        "rules",
        "decisions",
        "rules are changed by a signed decision",
    ),
];

/// From a name to the names that stand in its code.
type Knows = BTreeMap<String, BTreeSet<String>>;

/// The names that follow `before` in the code of a file. What only its tests name does not count, nor do comments.
fn named_after(before: &str, text: &str) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    let code: String = lines.collect();
    let is_of_a_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut named = BTreeSet::new();
    for after in code.split(before).skip(1) {
        match after.strip_prefix('{') {
            Some(group) => {
                let group = group.split('}').next().unwrap_or_default();
                named.extend(group.split(',').map(|name| name.trim().to_owned()));
            }
            None => named.extend(
                after
                    .split(|letter| !is_of_a_name(letter))
                    .next()
                    .map(str::to_owned),
            ),
        }
    }
    named
}

/// The Rust files below a folder, each with the name of what it belongs to directly under that folder.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            let inside = self::files(&path).into_iter();
            files.extend(inside.map(|(_, text)| (name.clone(), text)));
        } else if path.extension().is_some_and(|end| end == "rs") && name != "tests" {
            files.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
    files
}

/// Who under `folder` names whom under it, when names under it follow one of these.
fn knows(folder: &Path, before: &[&str]) -> Knows {
    let files = files(folder);
    let there: BTreeSet<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let mut knows = Knows::new();
    for (name, text) in &files {
        let named = before.iter().flat_map(|before| named_after(before, text));
        let others = named.filter(|other| there.contains(other) && other != name);
        knows.entry(name.clone()).or_default().extend(others);
    }
    knows
}

/// A circle of names that know each other, if there is one.
fn circle(knows: &Knows) -> Option<Vec<String>> {
    let mut left = knows.clone();
    loop {
        let leaf = |(_, known): &(&String, &BTreeSet<String>)| known.is_empty();
        let Some(leaf) = left.iter().find(leaf).map(|(name, _)| name.clone()) else {
            return (!left.is_empty()).then(|| left.into_keys().collect());
        };
        left.remove(&leaf);
        for known in left.values_mut() {
            known.remove(&leaf);
        }
    }
}

/// Every arrow that points up, given the order.
fn upwards(knows: &Knows, order: &[&str]) -> BTreeSet<(String, String)> {
    let height = |name: &str| order.iter().position(|known| *known == name);
    let arrows = knows
        .iter()
        .flat_map(|(from, known)| known.iter().map(move |to| (from.clone(), to.clone())));
    arrows
        .filter(|(from, to)| height(from) < height(to))
        .collect()
}

fn sources(member: &str) -> PathBuf {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    crates.join(member).join("src")
}

#[test]
fn folders_of_the_use_cases_know_those_below_them() {
    let known = UPWARDS.map(|(from, to, _)| (from.to_owned(), to.to_owned()));
    assert_eq!(upwards_in("app", &APP), known.into());
    assert!(UPWARDS.len() <= 12);
}

#[test]
fn folders_of_judging_know_those_below_them() {
    assert_eq!(upwards_in("judging", &JUDGING), BTreeSet::new());
}

/// Every arrow that points up in a crate of which all folders have their place in the order.
#[track_caller]
fn upwards_in(member: &str, order: &[&str]) -> BTreeSet<(String, String)> {
    let mut knows = knows(&sources(member), &["crate::"]);
    for above_all in ["lib", "test_support"] {
        knows.remove(above_all);
    }
    let listed: BTreeSet<&str> = order.iter().copied().collect();
    let there: BTreeSet<&str> = knows.keys().map(String::as_str).collect();
    assert_eq!(there, listed, "every folder has its place");
    upwards(&knows, order)
}

#[test]
fn no_files_of_a_folder_know_each_other_in_a_circle() {
    let app = APP.map(|folder| sources("app").join(folder));
    let judging = JUDGING.map(|folder| sources("judging").join(folder));
    for path in app.iter().chain(&judging) {
        if !path.is_dir() {
            continue;
        }
        let folder = path.file_name().unwrap().to_str().unwrap();
        let own = format!("crate::{folder}::");
        let mut knows = knows(path, &["super::", &own]);
        knows.remove("mod");
        for known in knows.values_mut() {
            known.remove("mod");
        }
        assert_eq!(circle(&knows), None, "in {folder}");
    }
}

#[track_caller]
fn check(arrows: &[(&str, &str)], is_circle: bool, expected: &[(&str, &str)]) {
    let mut knows = Knows::new();
    for (from, to) in arrows {
        knows.entry((*to).to_owned()).or_default();
        knows
            .entry((*from).to_owned())
            .or_default()
            .insert((*to).to_owned());
    }
    assert_eq!(circle(&knows).is_some(), is_circle);
    let expected = expected
        .iter()
        .map(|(from, to)| ((*from).to_owned(), (*to).to_owned()));
    assert_eq!(upwards(&knows, &["a", "b", "c"]), expected.collect());
}

#[test]
fn an_arrow_upwards_and_a_circle_are_seen() {
    check(&[("c", "b"), ("b", "a")], false, &[]);
    check(&[("a", "b")], false, &[("a", "b")]);
    check(&[("a", "c"), ("c", "a")], true, &[("a", "c")]);
    check(&[("c", "b"), ("b", "a"), ("a", "c")], true, &[("a", "c")]);
    let text = "use crate::{Error, keys};\nfn f() { crate::time::text(1) } // crate::demo\n#[cfg(test)] crate::desk";
    let named: Vec<String> = named_after("crate::", text).into_iter().collect();
    assert_eq!(named, ["Error", "keys", "time"]);
}

#[test]
fn every_file_in_the_folder_of_templates_ships() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/exchange/templates");
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let id = path.file_stem().unwrap().to_str().unwrap();
        let ships = exchange::templates::template(id).is_some();
        assert!(ships, "{id} is not named in templates.rs");
    }
}
