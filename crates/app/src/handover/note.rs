//! What is said beside a hand-over that may come in.

/// A code to translate by, and the same in plain English.
#[derive(Debug, Clone, Copy)]
pub(super) struct Note {
    pub code: &'static str,
    pub words: &'static str,
}

impl Note {
    pub const FORKED: Self = Self {
        code: "forked",
        words: "the same device has said something else under this number or before it: a copied laptop or a restored backup?",
    };
    pub const OTHER_DEVICE: Self = Self {
        code: "other-device",
        words: "another device of this judge gives other marks",
    };
    pub const SUPERSEDED: Self = Self {
        code: "superseded",
        words: "a later hand-over of this device is here already; kept in the archive",
    };
    pub const EARLIER_RULES: Self = Self {
        code: "earlier-rules",
        words: "made under earlier rules: its marks count as was chosen when the rules were changed",
    };
    pub const LATE: Self = Self {
        code: "late",
        words: "the result is published: it counts when the chair accepts it late",
    };
}
