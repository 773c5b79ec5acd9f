INSERT INTO opened_packet (hash, judge, chair_key, chair_recipient, enrolment, opened_at, bytes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
