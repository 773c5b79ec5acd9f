INSERT INTO entry_counter (category, last) VALUES (?1, 1)
ON CONFLICT (category) DO UPDATE SET last = last + 1
RETURNING last
