//! What is said beside a hand-over that may come in, in plain English.

use crate::api::handover::MergeNote;

impl MergeNote {
    /// The same in plain English.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Forked => {
                "the same device has said something else under this number or before it: a copied laptop or a restored backup?"
            }
            Self::OtherDevice => "another device of this judge gives other marks",
            Self::Superseded => {
                "a later hand-over of this device is here already; kept in the archive"
            }
            Self::EarlierRules => {
                "made under earlier rules: its marks count as was chosen when the rules were changed"
            }
            Self::Late => "the result is published: it counts when the chair accepts it late",
        }
    }
}
