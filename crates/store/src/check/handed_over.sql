SELECT CAST(number AS TEXT) AS name, hash, bytes FROM handed_over ORDER BY number
