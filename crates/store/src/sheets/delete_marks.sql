DELETE FROM mark WHERE stage = ?1 AND entry = ?2
