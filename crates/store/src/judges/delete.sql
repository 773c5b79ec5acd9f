DELETE FROM judge WHERE code = ?1
