SELECT lower(hex(hash)) AS name, hash, bytes FROM photo ORDER BY hash
