SELECT judge, chair_key, chair_recipient, enrolment, opened_at, bytes FROM opened_packet ORDER BY id DESC LIMIT 1
