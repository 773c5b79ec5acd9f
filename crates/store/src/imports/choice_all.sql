SELECT row_key, choice, entry FROM import_choice
