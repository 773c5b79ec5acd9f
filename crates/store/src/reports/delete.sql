DELETE FROM report WHERE id = ?1
