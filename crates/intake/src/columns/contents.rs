//! What a column holds, by its cells.

use crate::category::Categories;
use crate::values::{date, identity, is_email, option, phone};
use crate::workbook::Value;
use judging::entry::Field;

/// Cells of a column that are looked at.
pub(crate) const SAMPLE: usize = 100;

/// How many cells of a column are of each kind.
#[derive(Debug, Default, Clone)]
pub(crate) struct Contents {
    cells: usize,
    emails: usize,
    videos: usize,
    links: usize,
    phones: usize,
    nips: usize,
    niks: usize,
    dates: usize,
    kinds: usize,
    forms: usize,
    phases: usize,
    categories: usize,
    /// The first values, as shown.
    pub examples: Vec<String>,
}

/// What a column holds by its cells alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    Field(Field),
    Category,
}

impl Contents {
    /// Looks at one cell more.
    pub fn look(&mut self, value: Value<'_>, categories: &Categories<'_>) {
        let shown = value.shown();
        let text = shown.trim();
        self.cells += 1;
        if self.examples.len() < 3 {
            self.examples.push(text.chars().take(80).collect());
        }
        let is_option = |field| option::known(field, text).is_some();
        let digits = identity::digits(text).unwrap_or_default();
        let link = text.starts_with("http://") || text.starts_with("https://");
        let video = link && (text.contains("youtu") || text.contains("vimeo"));
        let plain_date = matches!(value, Value::Moment(_))
            || matches!(value, Value::Text(text) if text.len() > 5 && date::written(text).is_some());
        self.emails += usize::from(is_email(text));
        self.videos += usize::from(video);
        self.links += usize::from(link && !video);
        self.phones += usize::from(digits.len() < 15 && phone::phone(text).is_some());
        self.nips += usize::from(identity::is_nip(&digits));
        self.niks += usize::from(identity::is_nik(&digits));
        self.dates += usize::from(plain_date);
        self.kinds += usize::from(is_option(Field::Kind));
        self.forms += usize::from(is_option(Field::Form));
        self.phases += usize::from(is_option(Field::Phase));
        self.categories += usize::from(categories.named(text).is_some());
    }

    /// How many cells were looked at.
    pub const fn cells(&self) -> usize {
        self.cells
    }

    /// Whether there is nothing in the column.
    pub const fn is_blank(&self) -> bool {
        self.cells == 0
    }

    /// Whether most cells are options of *Bentuk* and next to none of *Jenis*.
    pub const fn holds_forms(&self) -> bool {
        self.forms * 10 >= self.cells * 6 && self.forms > 0 && self.kinds * 10 <= self.cells * 2
    }

    /// Whether most cells are options of *Jenis* and next to none of *Bentuk*.
    pub const fn holds_kinds(&self) -> bool {
        self.kinds * 10 >= self.cells * 6 && self.kinds > 0 && self.forms * 10 <= self.cells * 2
    }

    /// Whether no cell names a category.
    pub const fn names_no_category(&self) -> bool {
        self.categories == 0
    }

    /// What the column holds when four cells of five say so.
    pub fn held(&self) -> Option<Held> {
        let most = |count: usize| count > 0 && count * 5 >= self.cells * 4;
        // The rarer kinds first: a NIP could be taken for many things, hardly anything for a NIP.
        let kinds = [
            (self.emails, Held::Field(Field::Email)),
            (self.videos, Held::Field(Field::Video)),
            (self.links, Held::Field(Field::Evidence)),
            (self.nips, Held::Field(Field::Nip)),
            (self.niks, Held::Field(Field::Nik)),
            (self.phones, Held::Field(Field::Phone)),
            (self.kinds, Held::Field(Field::Kind)),
            (self.forms, Held::Field(Field::Form)),
            (self.phases, Held::Field(Field::Phase)),
            (self.categories, Held::Category),
            (self.dates, Held::Field(Field::StartDate)),
        ];
        let found = kinds.into_iter().find(|&(count, _)| most(count));
        found.map(|(_, held)| held)
    }
}
