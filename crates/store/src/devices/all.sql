SELECT key, judge, first_seen FROM device ORDER BY judge, first_seen, key
