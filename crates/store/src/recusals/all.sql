SELECT stage, entry, reason FROM recusal ORDER BY stage, entry
