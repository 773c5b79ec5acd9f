SELECT hash, judge, device, number, previous, rules, made_at, received_at, file_name, on_behalf
FROM hand_over
ORDER BY judge, device, number, hash
