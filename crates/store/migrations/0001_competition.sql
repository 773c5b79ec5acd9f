-- Version 1: the chair's competition file and the judge's working copy, in one schema.
--
-- Times are whole seconds since 1970. Hashes and keys are 32 bytes. Marks are canonical decimal text, never REAL.
-- Scores, ranks and everything else that is computed are not stored.

CREATE TABLE competition (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    id          BLOB NOT NULL CHECK (length(id) = 32),
    role        TEXT NOT NULL CHECK (role IN ('chair', 'judge')),
    created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    key    TEXT PRIMARY KEY,
    value  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rules (
    revision  INTEGER PRIMARY KEY CHECK (revision >= 1),
    hash      BLOB NOT NULL CHECK (length(hash) = 32),
    text      TEXT NOT NULL,
    set_at    INTEGER NOT NULL
) STRICT;

-- Where entries come from -------------------------------------------------------------------------------------------

CREATE TABLE import (
    id         INTEGER PRIMARY KEY,
    file       TEXT NOT NULL,
    file_hash  BLOB NOT NULL CHECK (length(file_hash) = 32),
    sheet      TEXT NOT NULL,
    mapping    TEXT NOT NULL,
    taken      INTEGER NOT NULL CHECK (taken >= 0),
    changed    INTEGER NOT NULL CHECK (changed >= 0),
    unchanged  INTEGER NOT NULL CHECK (unchanged >= 0),
    skipped    INTEGER NOT NULL CHECK (skipped >= 0),
    at         INTEGER NOT NULL
) STRICT;

-- The mapping of columns last used for workbooks of one shape.
CREATE TABLE mapping (
    shape  TEXT PRIMARY KEY,
    toml   TEXT NOT NULL,
    at     INTEGER NOT NULL
) STRICT;

-- The last number given in a category. Numbers are never given again, even when the entry is gone.
CREATE TABLE entry_counter (
    category  TEXT PRIMARY KEY,
    last      INTEGER NOT NULL CHECK (last >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    code        TEXT PRIMARY KEY CHECK (code <> ''),
    category    TEXT NOT NULL CHECK (category <> ''),
    title       TEXT NOT NULL CHECK (title <> ''),
    agency      TEXT NOT NULL,
    title_key   TEXT NOT NULL,
    agency_key  TEXT NOT NULL,
    fields      TEXT NOT NULL,  -- JSON object: field name to canonical text
    other       TEXT NOT NULL,  -- JSON array of [heading, text]
    file        TEXT NOT NULL,
    sheet       TEXT NOT NULL,
    row         INTEGER NOT NULL CHECK (row >= 0),
    import      INTEGER REFERENCES import (id)
) STRICT;
CREATE INDEX entry_by_key ON entry (title_key, agency_key, category, code);

-- What the secretariat answered about a doubtful row, so that the next import of the grown file does not ask again.
CREATE TABLE import_choice (
    row_key  TEXT PRIMARY KEY,
    choice   TEXT NOT NULL CHECK (choice IN ('keep', 'drop', 'merge')),
    entry    TEXT REFERENCES entry (code),
    at       INTEGER NOT NULL,
    CHECK ((choice = 'merge') = (entry IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- The panel ---------------------------------------------------------------------------------------------------------

CREATE TABLE judge (
    code       TEXT PRIMARY KEY CHECK (code <> ''),
    name       TEXT NOT NULL,
    scope      TEXT NOT NULL,  -- JSON object of four arrays of codes
    enrolment  BLOB CHECK (length(enrolment) = 32)  -- the chair's file alone has it here
) STRICT;

CREATE TABLE packet (
    hash       BLOB PRIMARY KEY CHECK (length(hash) = 32),
    judge      TEXT NOT NULL REFERENCES judge (code),
    rules      BLOB NOT NULL CHECK (length(rules) = 32),
    issued_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX packet_by_judge ON packet (judge, issued_at);

-- What came back ----------------------------------------------------------------------------------------------------

CREATE TABLE device (
    key         BLOB NOT NULL CHECK (length(key) = 32),
    judge       TEXT NOT NULL REFERENCES judge (code),
    first_seen  INTEGER NOT NULL,
    PRIMARY KEY (key, judge)
) STRICT, WITHOUT ROWID;

-- Signed files are named by the hash of what is signed in them, so that attachments can be left out. Damage to the bytes that
-- are kept is found by a hash of their own, `digest`.
--
-- Unique by hash alone: two hand-overs of one device and number (a fork) must both have a place here.
CREATE TABLE hand_over (
    hash         BLOB PRIMARY KEY CHECK (length(hash) = 32),
    judge        TEXT NOT NULL REFERENCES judge (code),
    device       BLOB NOT NULL CHECK (length(device) = 32),
    number       INTEGER NOT NULL CHECK (number >= 1),
    previous     BLOB CHECK (length(previous) = 32),
    rules        BLOB NOT NULL CHECK (length(rules) = 32),
    made_at      INTEGER NOT NULL,
    received_at  INTEGER NOT NULL,
    file_name    TEXT NOT NULL,
    on_behalf    TEXT CHECK (on_behalf <> ''),  -- why the chair entered it for the judge; NULL when the judge signed it
    CHECK ((number = 1) = (previous IS NULL))
) STRICT;
CREATE INDEX hand_over_by_device ON hand_over (judge, device, number);

-- As signed, without attachments; apart from the rest so that a scan of hand_over stays small.
CREATE TABLE hand_over_bytes (
    hash    BLOB PRIMARY KEY REFERENCES hand_over (hash),
    digest  BLOB NOT NULL CHECK (length(digest) = 32),
    bytes   BLOB NOT NULL
) STRICT;

-- What stands beside statements: texts for the chair alone, photos. With their salt; once, whoever names them.
CREATE TABLE attachment (
    hash         BLOB PRIMARY KEY CHECK (length(hash) = 32),
    handed_over  INTEGER CHECK (handed_over >= 1),  -- in a working copy: the first own hand-over whose file held it
    bytes        BLOB NOT NULL
) STRICT;

CREATE TABLE decision (
    number  INTEGER PRIMARY KEY CHECK (number >= 1),
    hash    BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    digest  BLOB NOT NULL CHECK (length(digest) = 32),
    bytes   BLOB NOT NULL
) STRICT;

-- The judge's own work (working copy) -------------------------------------------------------------------------------

-- Packets opened on this device; the last one holds.
CREATE TABLE opened_packet (
    id               INTEGER PRIMARY KEY,
    hash             BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    judge            TEXT NOT NULL REFERENCES judge (code),
    chair_key        BLOB NOT NULL CHECK (length(chair_key) = 32),
    chair_recipient  TEXT NOT NULL,
    enrolment        BLOB NOT NULL CHECK (length(enrolment) = 32),
    opened_at        INTEGER NOT NULL,
    digest           BLOB NOT NULL CHECK (length(digest) = 32),
    bytes            BLOB NOT NULL
) STRICT;

CREATE TABLE sheet (
    stage       TEXT NOT NULL,
    entry       TEXT NOT NULL REFERENCES entry (code),
    state       TEXT NOT NULL CHECK (state IN ('draft', 'final')),
    remark      TEXT NOT NULL,
    changed_at  INTEGER NOT NULL,
    packet      INTEGER REFERENCES opened_packet (id),  -- the packet under which it was last changed
    finished    INTEGER CHECK (finished >= 1),  -- its place in the order in which sheets were final for the first time
    PRIMARY KEY (stage, entry)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sheet_by_finishing ON sheet (finished);

CREATE TABLE mark (
    stage      TEXT NOT NULL,
    entry      TEXT NOT NULL,
    criterion  TEXT NOT NULL,
    value      TEXT NOT NULL CHECK (value <> ''),
    remark     TEXT NOT NULL,
    PRIMARY KEY (stage, entry, criterion),
    FOREIGN KEY (stage, entry) REFERENCES sheet (stage, entry) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE declaration (
    entry   TEXT NOT NULL REFERENCES entry (code),
    stage   TEXT NOT NULL,  -- the only stage it holds in; empty: wherever the entry is judged
    kind    TEXT NOT NULL CHECK (kind IN ('actual', 'potential')),
    ground  TEXT NOT NULL CHECK (ground IN ('business', 'family', 'affiliation', 'other-work', 'other')),
    text    TEXT NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (entry, stage)
) STRICT, WITHOUT ROWID;

-- When the judge declared to have no conflict of interest except those above.
CREATE TABLE declaration_made (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    at   INTEGER NOT NULL
) STRICT;

-- A judge marks an entry or stands aside; never both.
CREATE TRIGGER recusal_without_sheet BEFORE INSERT ON declaration
WHEN NEW.kind = 'actual' AND EXISTS
    (SELECT 1 FROM sheet WHERE entry = NEW.entry AND NEW.stage IN ('', stage))
BEGIN
    SELECT RAISE(ABORT, 'there is a sheet for this entry');
END;
CREATE TRIGGER sheet_without_recusal BEFORE INSERT ON sheet
WHEN EXISTS (SELECT 1 FROM declaration
    WHERE entry = NEW.entry AND stage IN ('', NEW.stage) AND kind = 'actual')
BEGIN
    SELECT RAISE(ABORT, 'the judge stands aside for this entry');
END;

-- What the judge noted for nobody else. It goes along with a hand-over only if the judge chose so.
CREATE TABLE note (
    stage      TEXT NOT NULL,
    entry      TEXT NOT NULL REFERENCES entry (code),
    text       TEXT NOT NULL CHECK (text <> ''),
    hand_over  INTEGER NOT NULL CHECK (hand_over BETWEEN 0 AND 1),
    PRIMARY KEY (stage, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit (
    id          TEXT PRIMARY KEY CHECK (length(id) = 32),
    stage       TEXT NOT NULL,
    entry       TEXT NOT NULL REFERENCES entry (code),
    state       TEXT NOT NULL CHECK (state IN ('draft', 'final')),
    content     TEXT NOT NULL CHECK (json_valid(content)),
    changed_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX visit_by_entry ON visit (entry);

-- Hand-overs made on this device, as signed, without attachments.
CREATE TABLE handed_over (
    number   INTEGER PRIMARY KEY CHECK (number >= 1),
    hash     BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    made_at  INTEGER NOT NULL,
    digest   BLOB NOT NULL CHECK (length(digest) = 32),
    bytes    BLOB NOT NULL
) STRICT;

-- Who did what --------------------------------------------------------------------------------------------------------

CREATE TABLE journal (
    seq       INTEGER PRIMARY KEY CHECK (seq >= 1),
    at        INTEGER NOT NULL,
    device    BLOB NOT NULL CHECK (length(device) = 32),
    op        TEXT NOT NULL CHECK (op <> ''),
    subject   TEXT NOT NULL,
    detail    TEXT NOT NULL,  -- JSON, hashed as it stands
    previous  BLOB NOT NULL CHECK (length(previous) = 32),
    hash      BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX journal_by_op ON journal (op, seq);

-- The journal is append-only.
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_is_not_erased BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

-- Taking back -----------------------------------------------------------------------------------------------------------

-- The last operations, each named by its line of the journal. One that is open has none yet.
CREATE TABLE undo_step (
    id     INTEGER PRIMARY KEY,
    line   INTEGER UNIQUE REFERENCES journal (seq),
    state  TEXT NOT NULL CHECK (state IN ('open', 'done', 'taken-back', 'lasting')),
    CHECK ((line IS NULL) = (state = 'open'))
) STRICT;

-- The operation that goes on while a text is typed: what its line in the journal will say when it closes.
CREATE TABLE open_operation (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    step     INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
    field    TEXT NOT NULL CHECK (field <> ''),
    before   TEXT NOT NULL,  -- the text before it was begun
    at       INTEGER NOT NULL,
    device   BLOB NOT NULL CHECK (length(device) = 32),
    op       TEXT NOT NULL CHECK (op <> ''),
    subject  TEXT NOT NULL,
    detail   TEXT NOT NULL
) STRICT;

-- What each of them changed: JSON arrays of the row's key and of what it says; NULL where there is no row.
CREATE TABLE undo_change (
    step    INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
    noun    TEXT NOT NULL CHECK (noun IN
                ('import', 'entry', 'judge', 'declaration', 'declaration-made', 'sheet', 'mark', 'note', 'visit', 'choice',
                 'mapping')),
    key     TEXT NOT NULL,
    before  TEXT,
    after   TEXT,
    PRIMARY KEY (step, noun, key),
    CHECK (before IS NOT after)
) STRICT, WITHOUT ROWID;

-- The entries of imports that were taken back, until they are imported again or something else is done.
CREATE TABLE removed_entry (
    code        TEXT PRIMARY KEY,
    category    TEXT NOT NULL,
    title       TEXT NOT NULL,
    agency      TEXT NOT NULL,
    title_key   TEXT NOT NULL,
    agency_key  TEXT NOT NULL,
    fields      TEXT NOT NULL,
    other       TEXT NOT NULL,
    file        TEXT NOT NULL,
    sheet       TEXT NOT NULL,
    row         INTEGER NOT NULL,
    import      INTEGER NOT NULL
) STRICT;
CREATE INDEX removed_entry_by_import ON removed_entry (import);
