SELECT photo FROM report_photo WHERE report = ?1 ORDER BY place
