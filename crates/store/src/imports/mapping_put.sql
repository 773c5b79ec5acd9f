INSERT INTO mapping (shape, toml, at) VALUES (?1, ?2, ?3)
ON CONFLICT (shape) DO UPDATE SET toml = excluded.toml, at = excluded.at
