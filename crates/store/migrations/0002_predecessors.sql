-- Version 2: what entries were in an earlier competition, for return visits.

-- One row for an entry of which the chair confirmed that it competed before. In a working copy: as the packet says.
CREATE TABLE predecessor (
    entry         TEXT PRIMARY KEY REFERENCES entry (code),
    content       TEXT NOT NULL CHECK (json_valid(content)),  -- competition, code, title, agency, what was found then
    confirmed_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- It can be taken back as other rows can. SQLite cannot change the list of kinds in place.
CREATE TABLE undo_change_2 (
    step    INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
    noun    TEXT NOT NULL CHECK (noun IN
                ('import', 'entry', 'predecessor', 'judge', 'declaration', 'declaration-made', 'sheet', 'mark', 'note', 'visit',
                 'choice', 'mapping')),
    key     TEXT NOT NULL,
    before  TEXT,
    after   TEXT,
    PRIMARY KEY (step, noun, key),
    CHECK (before IS NOT after)
) STRICT, WITHOUT ROWID;
INSERT INTO undo_change_2 (step, noun, key, before, after) SELECT step, noun, key, before, after FROM undo_change;
DROP TABLE undo_change;
ALTER TABLE undo_change_2 RENAME TO undo_change;
