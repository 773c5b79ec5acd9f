use super::*;
use crate::templates::templates;
use proptest::prelude::*;

const SMALL: &str = r#"
format = 1
name = "Lomba"

[[category]]
code = "OPD"
name = "Perangkat Daerah"

[[stage]]
code = "penilaian"
name = "Penilaian"

[[stage.criterion]]
code = "kebaruan"
name = "Kebaruan"
scale = { min = 0, max = 100 }
"#;

/// What is said of [`SMALL`] after replacing one piece of it.
#[track_caller]
fn check(piece: &str, replacement: &str, expected: &[&str]) {
    assert!(SMALL.contains(piece), "“{piece}” is not in the text");
    let text = SMALL.replacen(piece, replacement, 1);
    let said = read(&text).map_or_else(|e| e.to_string(), |_| String::new());
    assert_eq!(said.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn what_is_left_out_has_a_default() {
    use judging::rules::{Aggregate, Missing, Rounding, Score};
    let rules = read(SMALL).unwrap();
    let stage = &rules.stages[0];
    let criterion = &stage.criteria[0];
    assert_eq!(rules.rounding, Rounding::default());
    assert_eq!(
        (stage.score, stage.aggregate, stage.missing),
        (Score::WeightedMean, Aggregate::Mean, Missing::RequireAll)
    );
    assert_eq!(
        (criterion.weight.to_string().as_str(), criterion.required),
        ("1", true)
    );
    assert_eq!(
        criterion
            .scale
            .as_ref()
            .map(|scale| scale.admits("0.5".parse().unwrap())),
        Some(false)
    );
}

#[test]
fn an_unknown_key_is_named_with_its_line_and_the_nearest_known_key() {
    check(
        "scale =",
        "wieght = 5\nscale =",
        &["line 16, stage[1].criterion[1].wieght: unknown key; the nearest known one is “weight”"],
    );
    check(
        "name = \"Lomba\"",
        "name = \"Lomba\"\norganiser = \"BRIDA\"",
        &["line 4, organiser: unknown key; the nearest known one is “organizer”"],
    );
}

#[test]
fn every_problem_is_named_at_once_in_the_order_of_the_lines() {
    check(
        "name = \"Penilaian\"",
        "name = 3\nkind = \"scorin\"\nweight = 1e3\nfrom = \"2023-11-01\"",
        &[
            "line 11, stage[1].name: must be a text in quotes, not a whole number",
            "line 12, stage[1].kind: “scorin” is none of registration, eligibility, scoring, verification, presentation, objection, award; the nearest is “scoring”",
            "line 13, stage[1].weight: “1e3” is not a decimal number",
            "line 14, stage[1].from: must be a day such as 2023-11-20, without quotes, not a text",
        ],
    );
}

#[test]
fn a_missing_key_is_named_at_the_table_that_lacks_it() {
    check(
        "code = \"OPD\"\n",
        "",
        &["line 5, category[1].code: is missing"],
    );
    check(
        "{ min = 0, max = 100 }",
        "{ min = 0 }",
        &["line 16, stage[1].criterion[1].scale.max: is missing"],
    );
}

#[test]
fn rules_that_make_no_sense_are_refused_with_the_line() {
    check(
        "max = 100",
        "max = 0",
        &["line 16, stage[1].criterion[1].scale: max 0 must be above min 0"],
    );
    check(
        "name = \"Penilaian\"",
        "name = \"Penilaian\"\ntie_break = [\"criterion:dampak\"]",
        &["line 12, stage[1].tie_break: there is no criterion “dampak” with marks in this stage"],
    );
    check(
        "name = \"Penilaian\"",
        "name = \"Penilaian\"\ntrim = 1\nmin_judges = 2",
        &[
            "line 12, stage[1].trim: means something only with aggregate = \"trimmed-mean\"",
            "line 13, stage[1].min_judges: means something only with missing = \"of-filed\"",
        ],
    );
}

/// [`SMALL`] with a second category and a second judged stage, each stage with these keys.
fn two_stages(first: &str, second: &str) -> String {
    let category = "[[category]]\ncode = \"DESA\"\nname = \"Desa\"\n\n[[stage]]";
    let text = SMALL.replacen("[[stage]]", category, 1);
    let text = text.replacen("\"Penilaian\"", &format!("\"Penilaian\"\n{first}"), 1);
    let criterion = text[text.find("[[stage.criterion]]").unwrap()..].to_owned();
    format!("{text}\n[[stage]]\ncode = \"desa\"\nname = \"Desa\"\n{second}\n{criterion}")
}

#[test]
fn a_stage_may_name_the_categories_it_is_for() {
    let text = two_stages(
        "categories = [\"OPD\", \"DESA\"]",
        "categories = [\"DESA\"]",
    );
    let rules = read(&text).unwrap();
    let (opd, desa) = (&rules.categories[0].code, &rules.categories[1].code);
    let stages = |code| {
        let stages = rules.judged_stages_of(code);
        stages.map(|stage| stage.code.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(
        (stages(opd), stages(desa)),
        (vec!["penilaian"], vec!["penilaian", "desa"])
    );
    let canonical = write(&rules);
    assert!(canonical.contains("kind = \"scoring\"\ncategories = [\"DESA\", \"OPD\"]\nscore"));
    assert_eq!(read(&canonical), Ok(rules));
}

#[test]
fn a_stage_may_be_judged_blind() {
    let rules = read(&two_stages("blind = [\"innovator\", \"agency\"]", "")).unwrap();
    assert!(rules.is_blind());
    let canonical = write(&rules);
    let expected = "judges = \"per-entry\"\nblind = [\"agency\", \"innovator\"]\n";
    assert_eq!(canonical.matches(expected).count(), 1);
    assert_eq!(read(&canonical), Ok(rules));
}

#[test]
fn blind_fields_that_make_no_sense_are_refused_with_the_line() {
    check(
        "name = \"Penilaian\"",
        "name = \"Penilaian\"\nblind = [\"agency\", \"agency\"]",
        &["line 12, stage[1].blind: “agency” stands there twice"],
    );
    check(
        "name = \"Penilaian\"",
        "name = \"Penilaian\"\nblind = []",
        &[
            "line 12, stage[1].blind: an empty list: leave the key out where judges may see everything",
        ],
    );
    check(
        "name = \"Penilaian\"",
        "name = \"Penilaian\"\nkind = \"verification\"\nblind = [\"agency\"]",
        &["line 13, stage[1].blind: verifiers visit the agency: a verification cannot be blind"],
    );
    let misspelt = SMALL.replacen("\"Penilaian\"", "\"Penilaian\"\nblind = [\"inovator\"]", 1);
    let said = read(&misspelt).unwrap_err().to_string();
    assert!(said.starts_with("line 12, stage[1].blind: “inovator” is none of agency, number, "));
    assert!(said.ends_with("; the nearest is “innovator”"), "{said}");
}

#[test]
fn categories_of_a_stage_that_make_no_sense_are_refused_with_the_line() {
    #[track_caller]
    fn check(first: &str, second: &str, expected: &[&str]) {
        let said =
            read(&two_stages(first, second)).map_or_else(|e| e.to_string(), |_| String::new());
        assert_eq!(said.lines().collect::<Vec<_>>(), expected);
    }
    check(
        "",
        "categories = [\"KEC\"]",
        &["line 26, stage[2].categories: there is no category “KEC”"],
    );
    check(
        "",
        "categories = [\"DESA\", \"DESA\"]",
        &["line 26, stage[2].categories: “DESA” stands there twice"],
    );
    check(
        "categories = []",
        "",
        &[
            "line 16, stage[1].categories: an empty list: leave the key out where the stage is for all categories",
        ],
    );
    check(
        "categories = \"OPD\"",
        "",
        &["line 16, stage[1].categories: must be a list of texts in quotes, not a text"],
    );
    check(
        "categories = [\"OPD\"]",
        "categories = [\"OPD\"]",
        &["line 10, category[2].code: no stage with criteria is for category “DESA”"],
    );
    check(
        "categories = [\"OPD\"]",
        "categories = [\"DESA\"]\ntie_break = [\"stage:penilaian\"]",
        &["line 27, stage[2].tie_break: no category goes through both this stage and “penilaian”"],
    );
}

#[test]
fn a_newer_format_is_refused_without_guessing_at_the_rest() {
    check(
        "format = 1",
        "format = 2\nnew_key = true",
        &[
            "line 2, format: format 2 is newer than this program understands (1); a newer version of the program is needed",
        ],
    );
}

#[test]
fn what_is_no_toml_is_refused_with_the_line() {
    let said = read("name = \"x\"\nname = \"y\"").unwrap_err().to_string();
    assert!(said.starts_with("line 2: duplicate key"), "{said}");
    let said = read_bytes(b"name = \"x\"\n\xff").unwrap_err().to_string();
    assert_eq!(said, "line 2: byte 11 is not UTF-8 text");
    assert!(read(&"[".repeat(100_000)).is_err());
}

#[test]
fn invisible_characters_are_refused() {
    check(
        "Lomba",
        "Lom\u{202e}ba",
        &["line 3, name: may not hold the invisible character U+202E"],
    );
}

#[test]
fn decimals_are_taken_from_their_text_whichever_way_they_are_written() {
    for (written, read_as) in [
        ("30", "30"),
        ("12.5", "12.5"),
        ("\"0.1\"", "0.1"),
        ("+1_0.10", "10.1"),
    ] {
        let text = SMALL.replacen("scale =", &format!("weight = {written}\nscale ="), 1);
        let weight = read(&text).unwrap().stages[0].criteria[0].weight;
        assert_eq!(weight.to_string(), read_as);
    }
    check(
        "scale =",
        "weight = 0.00001\nscale =",
        &["line 16, stage[1].criterion[1].weight: 0.00001 has more than 4 digits after the point"],
    );
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_taken() {
    let unix = SMALL.replacen("\"Lomba\"", "\"\"\"Lomba\nbesar\"\"\"", 1);
    let windows = format!("\u{feff}{}", unix.replace('\n', "\r\n"));
    assert_eq!(read(&windows).unwrap(), read(&unix).unwrap());
}

#[test]
fn the_canonical_text_reads_back_to_the_same_rules_and_the_same_bytes() {
    for template in templates() {
        let rules = read(template.text).unwrap_or_else(|e| panic!("{}: {e}", template.id));
        let text = write(&rules);
        assert_eq!(read(&text).as_ref(), Ok(&rules), "{}", template.id);
        assert_eq!(write(&read(&text).unwrap()), text, "{}", template.id);
    }
}

#[test]
fn comments_spacing_and_defaults_do_not_change_the_hash_but_a_weight_does() {
    let plain = hash(&read(SMALL).unwrap());
    let spelled = SMALL.replacen("scale", "# catatan\nrequired   = true\nscale", 1);
    assert_eq!(hash(&read(&spelled).unwrap()), plain);
    let other = SMALL.replacen("scale", "weight = 2\nscale", 1);
    assert_ne!(hash(&read(&other).unwrap()), plain);
}

proptest! {
    #[test]
    fn any_text_in_a_name_survives_writing(name in "[^\\p{C}]{1,40}|[\"\\\\\n\t'#=\\[\\]{}]{1,10}x") {
        prop_assume!(!name.trim().is_empty() && !name.chars().any(crate::text::is_unseen));
        let mut rules = read(SMALL).unwrap();
        rules.name = name;
        prop_assert_eq!(read(&write(&rules)), Ok(rules));
    }

    #[test]
    fn no_damaged_file_makes_it_panic(place in 0..SMALL.len(), with in "[\\PC\n]{0,4}") {
        if SMALL.is_char_boundary(place) {
            let mut text = SMALL.to_owned();
            text.insert_str(place, &with);
            let _ = read(&text);
            let _ = read(&SMALL[..place]);
        }
    }
}
