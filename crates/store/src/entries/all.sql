SELECT code, category, title, agency, fields, other, file, sheet, row FROM entry ORDER BY category, length(code), code
