SELECT code, name, scope FROM judge ORDER BY length(code), code
