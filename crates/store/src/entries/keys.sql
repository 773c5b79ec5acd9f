SELECT code, category, title_key, agency_key FROM entry INDEXED BY entry_by_key
