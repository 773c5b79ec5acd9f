"""Yardstick: a workbook read by fastexcel into Polars and inserted with sqlite3, without validation."""

import sqlite3
import sys

import polars

workbook, database = sys.argv[1:]
table = polars.read_excel(workbook, engine="calamine", infer_schema_length=0)
connection = sqlite3.connect(database)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("PRAGMA synchronous = FULL")
connection.execute("DROP TABLE IF EXISTS entry")
connection.execute("CREATE TABLE entry (" + ", ".join(f"c{n} TEXT" for n in range(table.width)) + ")")
places = ", ".join("?" * table.width)
connection.executemany(f"INSERT INTO entry VALUES ({places})", table.iter_rows())
connection.commit()
