SELECT bytes FROM hand_over_bytes WHERE hash = ?1
