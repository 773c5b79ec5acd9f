DELETE FROM report_photo WHERE report = ?1
