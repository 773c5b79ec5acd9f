INSERT INTO rules (revision, hash, text, set_at)
VALUES ((SELECT coalesce(max(revision), 0) + 1 FROM rules), ?1, ?2, ?3)
RETURNING revision
