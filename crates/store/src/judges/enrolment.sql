SELECT enrolment FROM judge WHERE code = ?1
