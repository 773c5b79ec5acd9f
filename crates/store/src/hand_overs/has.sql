SELECT 1 FROM hand_over WHERE hash = ?1
