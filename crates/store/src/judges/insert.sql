INSERT INTO judge (code, name, scope, enrolment) VALUES (?1, ?2, ?3, ?4)
