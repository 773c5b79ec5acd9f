INSERT INTO import (file, file_hash, sheet, mapping, taken, changed, unchanged, skipped, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
RETURNING id
