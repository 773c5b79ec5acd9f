SELECT id, stage, entry, content FROM report ORDER BY stage, entry, id
