//! How cells look: quiet, printable in black and white, one accent.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const ACCENT: Color = Color::RGB(0x0F_6B62);
const SOFT: Color = Color::RGB(0xE3_F1EF);
const LINE: Color = Color::RGB(0xB8_C7C5);
const INK_SOFT: Color = Color::RGB(0x55_6666);

/// The name of the competition, over everything.
pub fn title() -> Format {
    Format::new()
        .set_bold()
        .set_font_size(14)
        .set_align(FormatAlign::VerticalCenter)
}

/// What the document is.
pub fn subtitle() -> Format {
    Format::new().set_bold().set_font_size(12)
}

/// A line beside the matter: who, when, how far settled.
pub fn note() -> Format {
    Format::new().set_font_color(INK_SOFT)
}

/// A column's heading.
pub fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(ACCENT)
        .set_border(FormatBorder::Thin)
        .set_border_color(ACCENT)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// A row that begins a section.
pub fn section() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(SOFT)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE)
        .set_align(FormatAlign::VerticalCenter)
        .set_align(FormatAlign::Left)
        .set_indent(1)
}

/// A heading over several headings.
pub fn band() -> Format {
    section().set_indent(0).set_align(FormatAlign::Center)
}

/// A cell of text.
pub fn text() -> Format {
    Format::new()
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE)
        .set_align(FormatAlign::VerticalCenter)
        .set_align(FormatAlign::Left)
        .set_indent(1)
        .set_text_wrap()
}

/// A short text or number in the middle of its column.
pub fn centred() -> Format {
    text().set_indent(0).set_align(FormatAlign::Center)
}

/// A score.
pub fn score() -> Format {
    text().unset_text_wrap().set_align(FormatAlign::Right)
}

/// The score that decides.
pub fn total() -> Format {
    score().set_bold()
}

/// A cell for a mark.
pub fn open_mark() -> Format {
    open(score())
}

/// A cell for a remark.
pub fn open_text() -> Format {
    open(text())
}

fn open(format: Format) -> Format {
    format
        .set_unlocked()
        .set_background_color(Color::RGB(0xFF_FBE6))
}
