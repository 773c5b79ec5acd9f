SELECT seq, at, device, op, subject, detail, previous, hash FROM journal ORDER BY seq
