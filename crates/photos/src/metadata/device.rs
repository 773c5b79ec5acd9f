//! Maker and model of the camera, as a text that can be shown anywhere.

use super::text;
use exif::{Exif, Tag};

/// Characters of a device's name at most.
const LONGEST: usize = 80;

/// Maker and model; the maker only once where the model begins with it.
pub(super) fn device(exif: &Exif) -> Option<String> {
    let part = |tag| text(exif, tag).map(clean).filter(|part| !part.is_empty());
    let name = match (part(Tag::Make), part(Tag::Model)) {
        (None, None) => return None,
        (Some(only), None) | (None, Some(only)) => only,
        (Some(make), Some(model)) if begins_with(&model, &make) => model,
        (Some(make), Some(model)) => format!("{make} {model}"),
    };
    Some(
        name.chars()
            .take(LONGEST)
            .collect::<String>()
            .trim_end()
            .to_owned(),
    )
}

fn begins_with(model: &str, make: &str) -> bool {
    model.to_lowercase().starts_with(&make.to_lowercase())
}

/// Letters, digits and ordinary signs, with single spaces: nothing that controls a screen or turns a line around.
fn clean(bytes: &[u8]) -> String {
    let shown = |c: char| c.is_alphanumeric() || c.is_ascii_graphic();
    let text: String = String::from_utf8_lossy(bytes)
        .chars()
        .map(|c| if shown(c) { c } else { ' ' })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
