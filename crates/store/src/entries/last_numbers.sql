SELECT category, last FROM entry_counter
