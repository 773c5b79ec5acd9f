SELECT id, role, created_at FROM competition
