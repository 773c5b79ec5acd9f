use crate::api::competition::NewCompetition;
use crate::api::overview::Overview;
use crate::op::{self, Op};
use crate::{Error, Session, keys};
use judging::CompetitionId;
use judging::rules::Rules;
use std::path::Path;
use store::{Birth, Role, Store};

/// Makes a new competition from a template or a rules file, and opens it.
///
/// # Errors
/// That the rules do not hold (each flaw with its line), or that the file is there already or cannot be written.
pub fn create(session: &Session, asked: NewCompetition) -> Result<Overview, Error> {
    let mut rules = rules_from(&asked.rules)?;
    if let Some(name) = asked.name.filter(|name| !name.trim().is_empty()) {
        rules.name = name.trim().to_owned();
    }
    let store = make(session, Path::new(&asked.file), &rules, &asked.rules)?;
    session.adopt(store)?;
    let overview = super::overview(session, crate::api::common::Nothing {})?;
    crate::start::remember(session, &overview);
    Ok(overview)
}

fn make(session: &Session, file: &Path, rules: &Rules, from: &str) -> Result<Store, Error> {
    let mut id = [0; 32];
    session.host().random(&mut id)?;
    let birth = Birth {
        id: CompetitionId(id),
        role: Role::Chair,
        created_at: session.host().now(),
    };
    let device = keys::make_or_load(session, birth.id, keys::CHAIR)?.device();
    let text = exchange::rules::write(rules);
    op::create(file, &birth, device, |write| {
        store::rules::set(write, &text, birth.created_at)?;
        Ok(Op::Create {
            name: rules.name.clone(),
            rules: from.to_owned(),
            rules_hash: exchange::rules::hash(rules),
        })
    })
}

/// The rules named by a template's id, or else by the path of a file.
fn rules_from(named: &str) -> Result<Rules, Error> {
    let template = exchange::templates::templates()
        .iter()
        .find(|template| template.id == named);
    let file = Path::new(named);
    let text = match template {
        Some(template) => template.text.to_owned(),
        None if named.contains(['.', '/', '\\']) || file.exists() => return from_file(file),
        None => return Err(no_such_template(named)),
    };
    Ok(exchange::rules::read(&text)?)
}

fn from_file(file: &Path) -> Result<Rules, Error> {
    let bytes = crate::files::read_within(file, exchange::rules::LARGEST as u64)?;
    exchange::rules::read_bytes(&bytes).map_err(|error| Error::from(error).in_file(file))
}

fn no_such_template(named: &str) -> Error {
    let known: Vec<_> = exchange::templates::templates()
        .iter()
        .map(|template| template.id)
        .collect();
    Error::unknown("template", named).hint(format!(
        "There are: {}. A rules file is named by its path.",
        known.join(", ")
    ))
}
