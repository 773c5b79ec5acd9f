DELETE FROM recusal WHERE stage = ?1 AND entry = ?2
