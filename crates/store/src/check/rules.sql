SELECT CAST(revision AS TEXT) AS name, hash, text AS bytes FROM rules ORDER BY revision
