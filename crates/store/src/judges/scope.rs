//! What a judge is assigned to, as JSON: `{"stages": [], "categories": ["OPD"], "entries": [], "criteria": []}`.

use crate::StoreError;
use judging::panel::Scope;
use serde::de::Error as _;
use serde::{Deserialize, Serialize};
use serde_json::Error;
use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Json {
    stages: Vec<String>,
    categories: Vec<String>,
    entries: Vec<String>,
    criteria: Vec<String>,
}

pub fn to_json(scope: &Scope) -> Result<String, StoreError> {
    let json = Json {
        stages: texts(&scope.stages),
        categories: texts(&scope.categories),
        entries: texts(&scope.entries),
        criteria: texts(&scope.criteria),
    };
    serde_json::to_string(&json).map_err(|error| StoreError::Damaged(error.to_string()))
}

pub fn from_json(text: &str) -> Result<Scope, Error> {
    let json: Json = serde_json::from_str(text)?;
    Ok(Scope {
        stages: codes(&json.stages)?,
        categories: codes(&json.categories)?,
        entries: codes(&json.entries)?,
        criteria: codes(&json.criteria)?,
    })
}

fn texts(codes: &BTreeSet<impl Display>) -> Vec<String> {
    codes.iter().map(ToString::to_string).collect()
}

fn codes<T: Ord + FromStr<Err: Display>>(texts: &[String]) -> Result<BTreeSet<T>, Error> {
    let parsed = texts.iter().map(|text| text.parse().map_err(Error::custom));
    parsed.collect()
}
