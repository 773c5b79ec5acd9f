SELECT code FROM entry WHERE title_key = ?1 AND agency_key = ?2 ORDER BY length(code), code
