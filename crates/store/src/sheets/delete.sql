DELETE FROM sheet WHERE stage = ?1 AND entry = ?2
