SELECT number, hash, bytes FROM decision ORDER BY number
