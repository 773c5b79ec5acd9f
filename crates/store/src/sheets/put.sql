INSERT INTO sheet (stage, entry, state, remark, changed_at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (stage, entry) DO UPDATE
SET state = excluded.state, remark = excluded.remark, changed_at = excluded.changed_at
