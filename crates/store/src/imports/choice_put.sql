INSERT INTO import_choice (row_key, choice, entry, at) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (row_key) DO UPDATE SET choice = excluded.choice, entry = excluded.entry, at = excluded.at
