SELECT number, hash, made_at, bytes FROM handed_over ORDER BY number DESC LIMIT 1
