//! The kinds of rows that can be taken back, each with how one row is read, put and taken away as JSON.
//!
//! In every statement `?1` is the row's key and `?2` what the row says, both JSON arrays of texts and numbers.

use crate::{Contents, StoreError, Write};

judging::words! {
    /// A kind of row that can be taken back. A row may refer to rows of the kinds before its own.
    pub enum Noun {
        /// An import with the entries it added. Key: its id.
        Import = "import",
        /// An entry. Key: the code.
        Entry = "entry",
        /// What an entry was in an earlier competition. Key: the entry's code.
        Predecessor = "predecessor",
        /// A member of the panel. Key: the code.
        Judge = "judge",
        /// A conflict of interest. Key: entry and stage, which may be empty. Before sheets: a sheet comes back only when
        /// the judge no longer stands aside.
        Declaration = "declaration",
        /// When the whole declaration was made. No key.
        DeclarationMade = "declaration-made",
        /// A sheet without its marks. Key: stage and entry.
        Sheet = "sheet",
        /// A mark. Key: stage, entry and criterion.
        Mark = "mark",
        /// A private note. Key: stage and entry.
        Note = "note",
        /// A visit. Key: its id.
        Visit = "visit",
        /// An answer about a doubtful row. Key: the row's name.
        Choice = "choice",
        /// A mapping of columns. Key: the shape of the workbook.
        Mapping = "mapping",
    }
}

/// How one row is read, put and taken away.
struct Statements {
    read: &'static str,
    put: &'static [&'static str],
    take_away: &'static [&'static str],
}

impl Noun {
    /// What the row says now; `None` when there is none.
    pub fn read(self, contents: &Contents, key: &str) -> Result<Option<String>, StoreError> {
        contents.row(self.statements().read, [key], |row| row.get("says"))
    }

    /// Makes the row say this.
    pub fn put(self, write: &Write<'_>, key: &str, says: &str) -> Result<(), StoreError> {
        for sql in self.statements().put {
            write.change(sql, (key, says))?;
        }
        Ok(())
    }

    /// Takes the row away.
    pub fn take_away(self, write: &Write<'_>, key: &str) -> Result<(), StoreError> {
        for sql in self.statements().take_away {
            write.change(sql, [key])?;
        }
        Ok(())
    }

    const fn statements(self) -> Statements {
        match self {
            Self::Import => Statements {
                read: "SELECT json_array(file, hex(file_hash), sheet, mapping, taken, changed, \
                       unchanged, skipped, at) AS says \
                       FROM import WHERE id = ?1 ->> 0",
                put: &[
                    "INSERT INTO import (id, file, file_hash, sheet, mapping, taken, changed, \
                     unchanged, skipped, at) \
                     VALUES (?1 ->> 0, ?2 ->> 0, unhex(?2 ->> 1), ?2 ->> 2, ?2 ->> 3, ?2 ->> 4, \
                     ?2 ->> 5, ?2 ->> 6, ?2 ->> 7, ?2 ->> 8)",
                    "INSERT INTO entry (code, category, title, agency, title_key, agency_key, \
                     fields, other, file, sheet, row, import) \
                     SELECT code, category, title, agency, title_key, agency_key, \
                     fields, other, file, sheet, row, import \
                     FROM removed_entry WHERE import = ?1 ->> 0 AND ?2 IS NOT NULL",
                    "DELETE FROM removed_entry WHERE import = ?1 ->> 0 AND ?2 IS NOT NULL",
                ],
                take_away: &[
                    "INSERT INTO removed_entry (code, category, title, agency, title_key, \
                     agency_key, fields, other, file, sheet, row, import) \
                     SELECT code, category, title, agency, title_key, agency_key, \
                     fields, other, file, sheet, row, import \
                     FROM entry WHERE import = ?1 ->> 0",
                    "DELETE FROM entry WHERE import = ?1 ->> 0",
                    "DELETE FROM import WHERE id = ?1 ->> 0",
                ],
            },
            Self::Entry => Statements {
                read: "SELECT json_array(category, title, agency, title_key, agency_key, fields, \
                       other, file, sheet, row, import) AS says \
                       FROM entry WHERE code = ?1 ->> 0",
                put: &[
                    "INSERT INTO entry (code, category, title, agency, title_key, agency_key, \
                     fields, other, file, sheet, row, import) \
                     VALUES (?1 ->> 0, ?2 ->> 0, ?2 ->> 1, ?2 ->> 2, ?2 ->> 3, ?2 ->> 4, \
                     ?2 ->> 5, ?2 ->> 6, ?2 ->> 7, ?2 ->> 8, ?2 ->> 9, ?2 ->> 10) \
                     ON CONFLICT (code) DO UPDATE \
                     SET category = excluded.category, title = excluded.title, \
                     agency = excluded.agency, title_key = excluded.title_key, \
                     agency_key = excluded.agency_key, fields = excluded.fields, \
                     other = excluded.other, file = excluded.file, sheet = excluded.sheet, \
                     row = excluded.row, import = excluded.import",
                ],
                take_away: &["DELETE FROM entry WHERE code = ?1 ->> 0"],
            },
            Self::Predecessor => Statements {
                read: "SELECT json_array(content, confirmed_at) AS says FROM predecessor \
                       WHERE entry = ?1 ->> 0",
                put: &["INSERT INTO predecessor (entry, content, confirmed_at) \
                     VALUES (?1 ->> 0, ?2 ->> 0, ?2 ->> 1) \
                     ON CONFLICT (entry) DO UPDATE \
                     SET content = excluded.content, confirmed_at = excluded.confirmed_at"],
                take_away: &["DELETE FROM predecessor WHERE entry = ?1 ->> 0"],
            },
            Self::Judge => Statements {
                // A judge without an office says what it said before there were offices.
                read: "SELECT iif(post || institution || nip = '', \
                       json_array(name, scope, iif(enrolment IS NULL, NULL, hex(enrolment))), \
                       json_array(name, scope, iif(enrolment IS NULL, NULL, hex(enrolment)), \
                       post, institution, nip)) AS says \
                       FROM judge WHERE code = ?1 ->> 0",
                put: &[
                    "INSERT INTO judge (code, name, scope, enrolment, post, institution, nip) \
                     VALUES (?1 ->> 0, ?2 ->> 0, ?2 ->> 1, unhex(?2 ->> 2), \
                     coalesce(?2 ->> 3, ''), coalesce(?2 ->> 4, ''), coalesce(?2 ->> 5, '')) \
                     ON CONFLICT (code) DO UPDATE \
                     SET name = excluded.name, scope = excluded.scope, \
                     enrolment = excluded.enrolment, post = excluded.post, \
                     institution = excluded.institution, nip = excluded.nip",
                ],
                take_away: &["DELETE FROM judge WHERE code = ?1 ->> 0"],
            },
            Self::Sheet => Statements {
                read: "SELECT json_array(state, remark, changed_at, packet, finished) AS says \
                       FROM sheet WHERE stage = ?1 ->> 0 AND entry = ?1 ->> 1",
                put: &[
                    "INSERT INTO sheet (stage, entry, state, remark, changed_at, packet, finished) \
                     VALUES (?1 ->> 0, ?1 ->> 1, ?2 ->> 0, ?2 ->> 1, ?2 ->> 2, ?2 ->> 3, \
                     ?2 ->> 4) \
                     ON CONFLICT (stage, entry) DO UPDATE \
                     SET state = excluded.state, remark = excluded.remark, \
                     changed_at = excluded.changed_at, packet = excluded.packet, \
                     finished = excluded.finished",
                ],
                take_away: &["DELETE FROM sheet WHERE stage = ?1 ->> 0 AND entry = ?1 ->> 1"],
            },
            Self::Mark => Statements {
                read: "SELECT json_array(value, remark) AS says FROM mark \
                       WHERE stage = ?1 ->> 0 AND entry = ?1 ->> 1 AND criterion = ?1 ->> 2",
                put: &["INSERT INTO mark (stage, entry, criterion, value, remark) \
                     VALUES (?1 ->> 0, ?1 ->> 1, ?1 ->> 2, ?2 ->> 0, ?2 ->> 1) \
                     ON CONFLICT (stage, entry, criterion) DO UPDATE \
                     SET value = excluded.value, remark = excluded.remark"],
                take_away: &["DELETE FROM mark \
                     WHERE stage = ?1 ->> 0 AND entry = ?1 ->> 1 AND criterion = ?1 ->> 2"],
            },
            Self::Declaration => Statements {
                read: "SELECT json_array(kind, ground, text, at) AS says FROM declaration \
                       WHERE entry = ?1 ->> 0 AND stage = ?1 ->> 1",
                put: &[
                    "INSERT INTO declaration (entry, stage, kind, ground, text, at) \
                     VALUES (?1 ->> 0, ?1 ->> 1, ?2 ->> 0, ?2 ->> 1, ?2 ->> 2, ?2 ->> 3) \
                     ON CONFLICT (entry, stage) DO UPDATE SET kind = excluded.kind, \
                     ground = excluded.ground, text = excluded.text, at = excluded.at",
                ],
                take_away: &["DELETE FROM declaration WHERE entry = ?1 ->> 0 AND stage = ?1 ->> 1"],
            },
            Self::DeclarationMade => Statements {
                read: "SELECT json_array(at) AS says FROM declaration_made WHERE ?1 IS NOT NULL",
                put: &[
                    "INSERT INTO declaration_made (one, at) SELECT 1, ?2 ->> 0 WHERE ?1 IS NOT NULL \
                     ON CONFLICT (one) DO UPDATE SET at = excluded.at",
                ],
                take_away: &["DELETE FROM declaration_made WHERE ?1 IS NOT NULL"],
            },
            Self::Note => Statements {
                read: "SELECT json_array(text, hand_over) AS says FROM note \
                       WHERE stage = ?1 ->> 0 AND entry = ?1 ->> 1",
                put: &["INSERT INTO note (stage, entry, text, hand_over) \
                     VALUES (?1 ->> 0, ?1 ->> 1, ?2 ->> 0, ?2 ->> 1) \
                     ON CONFLICT (stage, entry) DO UPDATE \
                     SET text = excluded.text, hand_over = excluded.hand_over"],
                take_away: &["DELETE FROM note WHERE stage = ?1 ->> 0 AND entry = ?1 ->> 1"],
            },
            Self::Visit => Statements {
                read: "SELECT json_array(stage, entry, state, content, changed_at) AS says \
                       FROM visit WHERE id = ?1 ->> 0",
                put: &[
                    "INSERT INTO visit (id, stage, entry, state, content, changed_at) \
                     VALUES (?1 ->> 0, ?2 ->> 0, ?2 ->> 1, ?2 ->> 2, ?2 ->> 3, ?2 ->> 4) \
                     ON CONFLICT (id) DO UPDATE \
                     SET stage = excluded.stage, entry = excluded.entry, state = excluded.state, \
                     content = excluded.content, changed_at = excluded.changed_at",
                ],
                take_away: &["DELETE FROM visit WHERE id = ?1 ->> 0"],
            },
            Self::Choice => Statements {
                read: "SELECT json_array(choice, entry, at) AS says FROM import_choice \
                       WHERE row_key = ?1 ->> 0",
                put: &["INSERT INTO import_choice (row_key, choice, entry, at) \
                     VALUES (?1 ->> 0, ?2 ->> 0, ?2 ->> 1, ?2 ->> 2) \
                     ON CONFLICT (row_key) DO UPDATE \
                     SET choice = excluded.choice, entry = excluded.entry, at = excluded.at"],
                take_away: &["DELETE FROM import_choice WHERE row_key = ?1 ->> 0"],
            },
            Self::Mapping => Statements {
                read: "SELECT json_array(toml, at) AS says FROM mapping WHERE shape = ?1 ->> 0",
                put: &["INSERT INTO mapping (shape, toml, at) \
                     VALUES (?1 ->> 0, ?2 ->> 0, ?2 ->> 1) \
                     ON CONFLICT (shape) DO UPDATE SET toml = excluded.toml, at = excluded.at"],
                take_away: &["DELETE FROM mapping WHERE shape = ?1 ->> 0"],
            },
        }
    }
}
