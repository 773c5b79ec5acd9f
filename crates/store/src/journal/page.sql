SELECT seq, at, device, op, subject, detail, previous, hash
FROM journal
WHERE (?1 IS NULL OR op = ?1)
  AND (?2 IS NULL OR instr(lower(op || ' ' || subject || ' ' || detail), lower(?2)) > 0)
  AND (?3 IS NULL OR at >= ?3)
  AND (?4 IS NULL OR at < ?4)
  AND (?5 IS NULL OR seq < ?5)
ORDER BY seq DESC
LIMIT ?6
