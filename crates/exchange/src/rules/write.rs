use super::RuleKey;
use judging::ClosedSet;
use judging::rules::{
    Aggregate, Category, Claim, Criterion, FORMAT, Missing, RemarkRule, Rules, Scale, Stage,
    StageKind, TieBreak,
};
use std::collections::BTreeSet;
use std::fmt::Display;

/// The canonical text of rules: the same bytes for the same rules, on every machine.
#[must_use]
pub fn write(rules: &Rules) -> String {
    let mut out = Lines(format!("format = {FORMAT}\n"));
    out.text(RuleKey::Name, &rules.name);
    out.text(RuleKey::Organizer, &rules.organizer);
    out.text(RuleKey::Source, &rules.source);
    let (digits, mode, at) = (
        rules.rounding.digits,
        rules.rounding.mode,
        rules.rounding.at,
    );
    out.plain(
        RuleKey::Rounding,
        format!("{{ digits = {digits}, mode = \"{mode}\", at = \"{at}\" }}"),
    );
    if let Some(owed) = &rules.obligation {
        out.plain(
            RuleKey::Obligation,
            format!("{{ per_agency = {} }}", owed.per_agency),
        );
    }
    for each in &rules.categories {
        category(&mut out, each);
    }
    for each in &rules.stages {
        stage(&mut out, each);
    }
    out.0
}

/// Lines of `key = value`.
struct Lines(String);

impl Lines {
    fn header(&mut self, header: &str) {
        self.0.push_str(&format!("\n{header}\n"));
    }

    fn code(&mut self, code: &str) {
        self.0.push_str(&format!("code = {}\n", quoted(code)));
    }

    fn plain(&mut self, key: RuleKey, value: impl Display) {
        self.0.push_str(&format!("{key} = {value}\n"));
    }

    fn text(&mut self, key: RuleKey, text: &str) {
        self.plain(key, quoted(text));
    }

    fn texts(&mut self, key: RuleKey, texts: impl Iterator<Item = String>) {
        let quoted: Vec<String> = texts.map(|text| quoted(&text)).collect();
        if !quoted.is_empty() {
            self.plain(key, format!("[{}]", quoted.join(", ")));
        }
    }
}

fn category(out: &mut Lines, category: &Category) {
    out.header("[[category]]");
    out.code(category.code.as_str());
    out.text(RuleKey::Name, &category.name);
    out.texts(RuleKey::Synonyms, category.synonyms.iter().cloned());
}

fn stage(out: &mut Lines, stage: &Stage) {
    out.header("[[stage]]");
    out.code(stage.code.as_str());
    out.text(RuleKey::Name, &stage.name);
    out.text(RuleKey::Kind, stage.kind.code());
    out.texts(
        RuleKey::Categories,
        stage.categories.iter().map(ToString::to_string),
    );
    if let Some(from) = stage.from {
        out.plain(RuleKey::From, from);
    }
    if let Some(to) = stage.to {
        out.plain(RuleKey::To, to);
    }
    if let Some(weight) = stage.weight {
        out.plain(RuleKey::Weight, weight);
    }
    out.text(RuleKey::Score, stage.score.code());
    out.text(RuleKey::Aggregate, stage.aggregate.kind().code());
    if let Aggregate::TrimmedMean { trim } = stage.aggregate {
        out.plain(RuleKey::Trim, trim);
    }
    out.text(RuleKey::Missing, stage.missing.kind().code());
    if let Missing::OfFiled { min_judges } = stage.missing {
        out.plain(RuleKey::MinJudges, min_judges);
    }
    out.text(RuleKey::Judges, stage.judged_by.code());
    let blind: BTreeSet<&str> = stage.blind.iter().map(|field| field.code()).collect();
    out.texts(RuleKey::Blind, blind.into_iter().map(str::to_owned));
    if let Some(cut) = stage.shortlist {
        out.plain(RuleKey::Shortlist, format!("{{ {cut} }}"));
    }
    out.texts(
        RuleKey::TieBreak,
        stage.tie_break.iter().map(TieBreak::to_string),
    );
    if stage.kind == StageKind::Verification {
        out.text(RuleKey::Effect, stage.effect.code());
    }
    if !stage.claims.is_empty() {
        let claims: Vec<String> = stage.claims.iter().map(claim).collect();
        out.plain(RuleKey::Claims, format!("[{}]", claims.join(", ")));
    }
    if let Some(minutes) = stage.slot_minutes {
        out.plain(RuleKey::SlotMinutes, minutes);
    }
    for each in &stage.criteria {
        criterion(out, each);
    }
}

/// Its text alone where it says no more.
fn claim(claim: &Claim) -> String {
    let text = quoted(&claim.text);
    if claim.criterion.is_none() && claim.unit.is_none() {
        return text;
    }
    let mut keys = format!("text = {text}");
    if let Some(criterion) = &claim.criterion {
        keys.push_str(&format!(", criterion = {}", quoted(&criterion.to_string())));
    }
    if let Some(unit) = &claim.unit {
        keys.push_str(&format!(", unit = {}", quoted(unit)));
    }
    format!("{{ {keys} }}")
}

fn criterion(out: &mut Lines, criterion: &Criterion) {
    out.header("[[stage.criterion]]");
    out.code(criterion.code.as_str());
    if let Some(parent) = &criterion.parent {
        out.text(RuleKey::Parent, parent.as_str());
    }
    out.text(RuleKey::Name, &criterion.name);
    out.plain(RuleKey::Weight, criterion.weight);
    match &criterion.scale {
        Some(Scale::Range { min, max, step }) => {
            out.plain(
                RuleKey::Scale,
                format!("{{ min = {min}, max = {max}, step = {step} }}"),
            );
        }
        Some(Scale::Levels(levels)) => {
            let level = |level: &judging::rules::Level| {
                format!(
                    "  {{ value = {}, label = {} }},\n",
                    level.value,
                    quoted(&level.label)
                )
            };
            let levels: String = levels.iter().map(level).collect();
            out.plain(RuleKey::Levels, format!("[\n{levels}]"));
        }
        None => {}
    }
    if !criterion.required {
        out.plain(RuleKey::Required, false);
    }
    if criterion.remark != RemarkRule::default() {
        out.text(RuleKey::Remark, criterion.remark.code());
    }
    if let Some(guidance) = &criterion.guidance {
        out.text(RuleKey::Guidance, guidance);
    }
}

/// A TOML basic string.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
