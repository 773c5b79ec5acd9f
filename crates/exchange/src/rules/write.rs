use judging::rules::{
    Aggregate, Category, Criterion, FORMAT, Missing, RemarkRule, Rules, Scale, Stage, TieBreak,
};
use std::fmt::Display;

/// The canonical text of rules: the same bytes for the same rules, on every machine.
#[must_use]
pub fn write(rules: &Rules) -> String {
    let mut out = Lines(String::new());
    out.plain("format", FORMAT);
    out.text("name", &rules.name);
    out.text("organizer", &rules.organizer);
    out.text("source", &rules.source);
    let (digits, mode, at) = (
        rules.rounding.digits,
        rules.rounding.mode,
        rules.rounding.at,
    );
    out.plain(
        "rounding",
        format!("{{ digits = {digits}, mode = \"{mode}\", at = \"{at}\" }}"),
    );
    if let Some(owed) = &rules.obligation {
        out.plain(
            "obligation",
            format!("{{ per_agency = {} }}", owed.per_agency),
        );
    }
    rules
        .categories
        .iter()
        .for_each(|one| category(&mut out, one));
    rules.stages.iter().for_each(|one| stage(&mut out, one));
    out.0
}

/// Lines of `key = value`.
struct Lines(String);

impl Lines {
    fn header(&mut self, header: &str) {
        self.0.push_str(&format!("\n{header}\n"));
    }

    fn plain(&mut self, key: &str, value: impl Display) {
        self.0.push_str(&format!("{key} = {value}\n"));
    }

    fn text(&mut self, key: &str, text: &str) {
        self.plain(key, quoted(text));
    }

    fn texts(&mut self, key: &str, texts: impl Iterator<Item = String>) {
        let quoted: Vec<String> = texts.map(|text| quoted(&text)).collect();
        if !quoted.is_empty() {
            self.plain(key, format!("[{}]", quoted.join(", ")));
        }
    }
}

fn category(out: &mut Lines, category: &Category) {
    out.header("[[category]]");
    out.text("code", category.code.as_str());
    out.text("name", &category.name);
    out.texts("synonyms", category.synonyms.iter().cloned());
}

fn stage(out: &mut Lines, stage: &Stage) {
    out.header("[[stage]]");
    out.text("code", stage.code.as_str());
    out.text("name", &stage.name);
    out.text("kind", stage.kind.code());
    out.texts(
        "categories",
        stage.categories.iter().map(ToString::to_string),
    );
    if let Some(from) = stage.from {
        out.plain("from", from);
    }
    if let Some(to) = stage.to {
        out.plain("to", to);
    }
    if let Some(weight) = stage.weight {
        out.plain("weight", weight);
    }
    out.text("score", stage.score.code());
    out.text("aggregate", stage.aggregate.kind().code());
    if let Aggregate::TrimmedMean { trim } = stage.aggregate {
        out.plain("trim", trim);
    }
    out.text("missing", stage.missing.kind().code());
    if let Missing::OfFiled { min_judges } = stage.missing {
        out.plain("min_judges", min_judges);
    }
    out.text("judges", stage.judged_by.code());
    if let Some(cut) = stage.shortlist {
        out.plain("shortlist", format!("{{ {cut} }}"));
    }
    out.texts("tie_break", stage.tie_break.iter().map(TieBreak::to_string));
    out.texts("claims", stage.claims.iter().cloned());
    if let Some(minutes) = stage.slot_minutes {
        out.plain("slot_minutes", minutes);
    }
    stage.criteria.iter().for_each(|one| criterion(out, one));
}

fn criterion(out: &mut Lines, criterion: &Criterion) {
    out.header("[[stage.criterion]]");
    out.text("code", criterion.code.as_str());
    if let Some(parent) = &criterion.parent {
        out.text("parent", parent.as_str());
    }
    out.text("name", &criterion.name);
    out.plain("weight", criterion.weight);
    match &criterion.scale {
        Some(Scale::Range { min, max, step }) => {
            out.plain(
                "scale",
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
            out.plain("levels", format!("[\n{levels}]"));
        }
        None => {}
    }
    if !criterion.required {
        out.plain("required", false);
    }
    if criterion.remark != RemarkRule::default() {
        out.text("remark", criterion.remark.code());
    }
    if let Some(guidance) = &criterion.guidance {
        out.text("guidance", guidance);
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
