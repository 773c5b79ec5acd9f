INSERT INTO device (key, judge, first_seen) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
