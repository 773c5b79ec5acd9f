SELECT hash FROM hand_over WHERE hash NOT IN (SELECT hash FROM hand_over_bytes) ORDER BY hash
