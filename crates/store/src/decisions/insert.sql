INSERT INTO decision (number, hash, bytes) VALUES (?1, ?2, ?3)
