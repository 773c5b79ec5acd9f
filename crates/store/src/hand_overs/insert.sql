INSERT INTO hand_over (hash, judge, device, number, previous, rules, made_at, received_at, file_name, on_behalf)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (hash) DO NOTHING
