INSERT INTO mark (stage, entry, criterion, value, remark) VALUES (?1, ?2, ?3, ?4, ?5)
