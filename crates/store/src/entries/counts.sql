SELECT category, count(*) AS n FROM entry INDEXED BY entry_by_key GROUP BY category
