DELETE FROM entry WHERE code = ?1
