SELECT 1 FROM photo WHERE hash = ?1
