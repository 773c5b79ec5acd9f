INSERT INTO recusal (stage, entry, reason, at) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (stage, entry) DO UPDATE SET reason = excluded.reason, at = excluded.at
