INSERT INTO competition (one, id, role, created_at) VALUES (1, ?1, ?2, ?3)
