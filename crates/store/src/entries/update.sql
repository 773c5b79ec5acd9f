UPDATE entry
SET category = ?2, title = ?3, agency = ?4, title_key = ?5, agency_key = ?6, fields = ?7, other = ?8,
    file = ?9, sheet = ?10, row = ?11, import = ?12
WHERE code = ?1
