SELECT bytes FROM photo WHERE hash = ?1
