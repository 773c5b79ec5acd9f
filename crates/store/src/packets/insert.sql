INSERT INTO packet (hash, judge, rules, issued_at) VALUES (?1, ?2, ?3, ?4)
