SELECT lower(hex(hash)) AS name, hash, bytes FROM hand_over_bytes ORDER BY hash
