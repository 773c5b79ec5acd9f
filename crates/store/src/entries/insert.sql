INSERT INTO entry (code, category, title, agency, title_key, agency_key, fields, other, file, sheet, row, import)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
