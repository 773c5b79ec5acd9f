INSERT INTO entry_counter (category, last) VALUES (?1, ?2)
ON CONFLICT (category) DO UPDATE SET last = last + excluded.last
RETURNING last
