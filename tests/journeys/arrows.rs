//! Remit: who knows whom. The arrows between the crates point down only, and each heavy library has one house.

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every crate of the workspace with those it may know.
const MAY_KNOW: [(&str, &[&str]); 10] = [
    ("judging", &[]),
    ("sandbox", &[]),
    ("intake", &["judging", "sandbox"]),
    ("photos", &["judging", "sandbox"]),
    ("exchange", &["judging"]),
    ("store", &["judging"]),
    ("reports", &["judging"]),
    (
        "app",
        &[
            "judging", "sandbox", "intake", "photos", "exchange", "store", "reports",
        ],
    ),
    ("timbang-cli", &["app"]),
    ("timbang-desktop", &["app"]),
];

/// Libraries with the one crate that may depend on them; a name covers its family (`tauri`, `tauri-build`).
const ONE_HOUSE: [(&str, &str); 11] = [
    ("calamine", "intake"),
    ("jpeg-decoder", "photos"),
    ("kamadak-exif", "photos"),
    ("rusqlite", "store"),
    ("age", "exchange"),
    ("ed25519-dalek", "exchange"),
    ("keyring", "app"),
    ("rust_xlsxwriter", "reports"),
    ("typst", "reports"),
    ("tauri", "timbang-desktop"),
    ("rfd", "timbang-desktop"),
];

/// The member that ships nothing: it may need what it tests with.
const TESTS: &str = "timbang-tests";

/// What `judging` may not reach by any way: it neither reads, writes, asks the time nor rolls dice.
const IMPURE: [&str; 6] = [
    "serde",
    "serde_core",
    "rusqlite",
    "rand",
    "tokio",
    "getrandom",
];

/// What neither `judging` nor `exchange` may name: both take bytes and times and give bytes, also in a browser.
const OPERATING_SYSTEM: [&str; 8] = [
    "std::fs",
    "std::env",
    "std::io::std",
    "std::net",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::now",
];

/// Libraries of the operating system that `exchange` may not declare.
const OF_THE_SYSTEM: [&str; 5] = [
    "keyring",
    "tempfile",
    "directories",
    "getrandom",
    "rusqlite",
];

/// A declared dependency.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Needs {
    name: String,
    /// `normal`, `dev` or `build`.
    kind: String,
}

/// The members of a workspace with what each declares.
type Workspace = BTreeMap<String, Vec<Needs>>;

fn this_workspace() -> Workspace {
    let answer = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let needs = |package: &Value| Needs {
        name: text(&package["name"]),
        kind: package["kind"].as_str().unwrap_or("normal").to_owned(),
    };
    let member = |package: &Value| {
        let declared = package["dependencies"].as_array().unwrap();
        (text(&package["name"]), declared.iter().map(needs).collect())
    };
    answer["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(member)
        .collect()
}

fn cargo(arguments: &[&str]) -> String {
    let asked = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&asked.stderr);
    assert!(asked.status.success(), "cargo {arguments:?}: {said}");
    String::from_utf8(asked.stdout).unwrap()
}

/// Every arrow that points where it must not, a sentence each.
fn wrong_arrows(workspace: &Workspace) -> Vec<String> {
    let mut wrong = Vec::new();
    for (member, declared) in workspace {
        let known = MAY_KNOW.iter().find(|(name, _)| name == member);
        if member == TESTS {
            continue;
        }
        if known.is_none() {
            wrong.push(format!("nobody has said whom {member} may know"));
        }
        for needs in declared {
            let below = known.is_none_or(|(_, below)| below.contains(&needs.name.as_str()));
            if workspace.contains_key(&needs.name) && !below {
                wrong.push(format!("{member} may not know {}", needs.name));
            }
            let house = ONE_HOUSE
                .iter()
                .find(|(family, _)| is_of(&needs.name, family));
            if let Some((_, house)) = house.filter(|(_, house)| house != member) {
                wrong.push(format!(
                    "only {house} may need {}, not {member}",
                    needs.name
                ));
            }
        }
    }
    wrong
}

fn is_of(name: &str, family: &str) -> bool {
    name.strip_prefix(family)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[test]
fn arrows_between_crates_point_down_only_and_each_heavy_library_has_one_house() {
    let workspace = this_workspace();
    for (member, _) in MAY_KNOW {
        assert!(
            workspace.contains_key(member),
            "{member} is not in the workspace"
        );
    }
    assert_eq!(wrong_arrows(&workspace), Vec::<String>::new());
}

#[test]
fn judging_reaches_nothing_impure_by_any_way() {
    let tree = cargo(&["tree", "-p", "judging", "-e", "normal", "--prefix", "none"]);
    let reached: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .filter(|name| IMPURE.contains(name))
        .collect();
    assert!(tree.starts_with("judging "), "{tree}");
    assert_eq!(reached, Vec::<&str>::new());
}

#[test]
fn judging_and_exchange_name_no_operating_system() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    let mut named = Vec::new();
    for member in ["judging", "exchange"] {
        let sources = sources_in(&crates.join(member).join("src"));
        assert!(sources.len() > 10, "{member} has its sources elsewhere");
        for file in sources {
            let text = std::fs::read_to_string(&file).unwrap();
            let found = OPERATING_SYSTEM.iter().filter(|name| text.contains(**name));
            named.extend(found.map(|name| format!("{}: {name}", file.display())));
        }
    }
    assert_eq!(named, Vec::<String>::new());
    let workspace = this_workspace();
    let declared = workspace["exchange"]
        .iter()
        .filter(|needs| needs.kind == "normal");
    let of_the_system: Vec<_> = declared
        .filter(|needs| OF_THE_SYSTEM.contains(&needs.name.as_str()))
        .collect();
    assert_eq!(of_the_system, Vec::<&Needs>::new());
}

#[test]
fn one_place_alone_begins_a_transaction() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/app/src");
    let begins: Vec<PathBuf> = sources_in(&sources)
        .into_iter()
        .filter(|file| {
            let text = std::fs::read_to_string(file).unwrap();
            text.contains(".transact(") || text.contains("Store::create")
        })
        .map(|file| file.strip_prefix(&sources).unwrap().to_owned())
        .collect();
    assert_eq!(begins, [Path::new("op/transact.rs")]);
}

fn sources_in(folder: &Path) -> Vec<PathBuf> {
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources.extend(sources_in(&path));
        } else if path.extension() == Some("rs".as_ref()) {
            sources.push(path);
        }
    }
    sources
}

/// The arrows of a made-up workspace, written `member -> needs` or `member -dev-> needs`.
#[track_caller]
fn check(arrows: &[&str], expected: &[&str]) {
    let mut workspace: Workspace = MAY_KNOW
        .iter()
        .map(|(name, _)| ((*name).to_owned(), Vec::new()))
        .collect();
    workspace.insert(TESTS.to_owned(), Vec::new());
    for arrow in arrows {
        let (from, name) = arrow.split_once("-> ").unwrap();
        let (member, kind) = match from.split_once(" -") {
            Some((member, kind)) => (member, kind),
            None => (from.trim_end(), "normal"),
        };
        let needs = Needs {
            name: name.to_owned(),
            kind: kind.to_owned(),
        };
        workspace.entry(member.to_owned()).or_default().push(needs);
    }
    assert_eq!(wrong_arrows(&workspace), expected);
}

#[test]
fn a_wrong_arrow_is_seen() {
    check(
        &[
            "app -> store",
            "intake -> calamine",
            "timbang-desktop -build-> tauri-build",
        ],
        &[],
    );
    check(&["judging -> store"], &["judging may not know store"]);
    check(&["store -> intake"], &["store may not know intake"]);
    check(
        &["timbang-cli -> judging"],
        &["timbang-cli may not know judging"],
    );
    check(&["store -dev-> exchange"], &["store may not know exchange"]);
    check(
        &["app -> calamine"],
        &["only intake may need calamine, not app"],
    );
    check(&["reports -> typst-pdf"], &[]);
    check(
        &["app -> typst-as-lib"],
        &["only reports may need typst-as-lib, not app"],
    );
    check(
        &["timbang-cli -build-> tauri-build"],
        &["only timbang-desktop may need tauri-build, not timbang-cli"],
    );
    check(&["timbang-tests -> calamine"], &[]);
    check(
        &["app -> timbang-tests"],
        &["app may not know timbang-tests"],
    );
    check(
        &["extras -> agenda"],
        &["nobody has said whom extras may know"],
    );
}
