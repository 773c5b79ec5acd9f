SELECT code, category, title, agency, fields, other, file, sheet, row FROM entry WHERE code = ?1
