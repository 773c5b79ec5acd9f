UPDATE judge SET name = ?2, scope = ?3 WHERE code = ?1
