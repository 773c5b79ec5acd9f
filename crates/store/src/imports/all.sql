SELECT id, file, file_hash, sheet, mapping, taken, changed, unchanged, skipped, at FROM import ORDER BY id
