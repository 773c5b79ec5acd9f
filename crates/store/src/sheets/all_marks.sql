SELECT stage, entry, criterion, value, remark FROM mark ORDER BY stage, entry, criterion
