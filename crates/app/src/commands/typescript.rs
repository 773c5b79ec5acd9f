//! The TypeScript side of the command tables.

use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

/// Types already written, by name.
#[derive(Default)]
pub(super) struct Declared {
    config: Config,
    types: BTreeMap<String, String>,
}

impl Declared {
    /// Adds a type and all it is made of.
    pub(super) fn add<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let text = format!("{docs}export {}\n\n", T::decl(&self.config));
            if self.types.insert(T::ident(&self.config), text).is_some() {
                return;
            }
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }

    pub(super) fn name<T: TS>(&self) -> String {
        T::name(&self.config)
    }

    pub(super) fn row(&self, command: &str, request: &str, response: &str) -> String {
        format!("  {command}: {{ request: {request}; response: {response} }};\n")
    }

    pub(super) fn text(&self) -> String {
        let head =
            "// Generated from crates/app/src/api by its tests. Do not edit: run `./dev fmt`.\n\n";
        self.types
            .values()
            .fold(head.to_owned(), |text, declared| text + declared)
    }
}

impl TypeVisitor for Declared {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// The type of each table with its rows, and of all commands together.
pub(super) fn tables(tables: &[(&str, &str, String)]) -> String {
    let mut text = String::new();
    for (name, doc, rows) in tables {
        text.push_str(&format!(
            "/** {doc} */\nexport type {name} = {{\n{rows}}};\n\n"
        ));
    }
    let names: Vec<&str> = tables.iter().map(|(name, ..)| *name).collect();
    let all = names.join(" & ");
    text + &format!(
        "/** Every command with its request and response. */\nexport type Commands = {all};\n"
    )
}
