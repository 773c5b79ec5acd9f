INSERT INTO hand_over_bytes (hash, bytes) VALUES (?1, ?2)
