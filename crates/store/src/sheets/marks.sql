SELECT criterion, value, remark FROM mark WHERE stage = ?1 AND entry = ?2 ORDER BY criterion
