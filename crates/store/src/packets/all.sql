SELECT hash, judge, rules, issued_at FROM packet ORDER BY issued_at, hash
