INSERT INTO report_photo (report, place, photo) VALUES (?1, ?2, ?3)
