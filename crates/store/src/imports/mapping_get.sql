SELECT toml FROM mapping WHERE shape = ?1
