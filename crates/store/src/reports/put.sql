INSERT INTO report (id, stage, entry, content, changed_at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE
SET stage = excluded.stage, entry = excluded.entry, content = excluded.content, changed_at = excluded.changed_at
RETURNING id
