UPDATE import SET taken = ?2, changed = ?3, unchanged = ?4, skipped = ?5 WHERE id = ?1
