SELECT shape, toml FROM mapping ORDER BY at DESC, shape
