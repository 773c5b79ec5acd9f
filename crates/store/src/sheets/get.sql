SELECT stage, entry, state, remark, changed_at FROM sheet WHERE stage = ?1 AND entry = ?2
