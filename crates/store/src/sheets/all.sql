SELECT stage, entry, state, remark, changed_at FROM sheet ORDER BY stage, entry
