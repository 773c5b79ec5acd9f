//! What the window and the command line see: plain types, one table of commands, nothing of how it is done.
//!
//! **Never here**: computing, SQL, files. A command of the table names its request, its response and the use case that
//! answers it; the TypeScript side is generated from the same table, so a gap on either side fails to compile.

pub mod decisions;
pub mod desk;
pub mod documents;
pub mod entries;
pub mod error;
pub mod import;
pub mod merge;
pub mod panel;
pub mod rules;
pub mod standings;
pub mod start;
pub mod word;

pub mod commands;
mod typescript;

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// Run with `TIMBANG_WRITE_TYPES=1` to write the file anew.
    #[test]
    fn the_typescript_types_are_those_of_the_command_table() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/generated/api.ts");
        let text = super::commands::typescript();
        if std::env::var_os("TIMBANG_WRITE_TYPES").is_some() {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, &text).unwrap();
        }
        let written = std::fs::read_to_string(&file).unwrap();
        assert!(written == text, "the types are old: run `./dev fmt`");
    }
}
