SELECT revision, hash, text, set_at FROM rules ORDER BY revision DESC LIMIT 1
