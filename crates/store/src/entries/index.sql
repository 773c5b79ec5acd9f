CREATE INDEX entry_by_key ON entry (title_key, agency_key, category, code)
