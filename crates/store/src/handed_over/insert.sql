INSERT INTO handed_over (number, hash, made_at, bytes) VALUES (?1, ?2, ?3, ?4)
