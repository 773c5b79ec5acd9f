//! The rules that ship with the program. Each says in its `source` what of it is confirmed and what is a default.

/// One shipped rules file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// Its name on the command line.
    pub id: &'static str,
    /// The rules file.
    pub text: &'static str,
}

macro_rules! templates {
    ($($id:literal,)*) => {
        const TEMPLATES: &[Template] = &[$(Template {
            id: $id,
            text: include_str!(concat!("../templates/", $id, ".toml")),
        },)*];
    };
}

templates! {
    "kukar-pekan-inovasi",
    "metro-penilaian-judul",
}

/// All shipped rules, the most complete first.
#[must_use]
pub fn templates() -> &'static [Template] {
    TEMPLATES
}

/// The shipped rules of that name.
#[must_use]
pub fn template(id: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.id == id)
}
