SELECT CAST(number AS TEXT) AS name, hash, bytes FROM decision ORDER BY number
