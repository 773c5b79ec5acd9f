SELECT lower(hex(hash)) AS name, hash, bytes FROM opened_packet ORDER BY id
