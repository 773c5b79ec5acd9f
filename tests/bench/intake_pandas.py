"""Yardstick: a workbook read by pandas with openpyxl and inserted with sqlite3, without validation."""

import sqlite3
import sys

import pandas

workbook, database = sys.argv[1:]
table = pandas.read_excel(workbook, engine="openpyxl", dtype=str)
connection = sqlite3.connect(database)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("PRAGMA synchronous = FULL")
table.to_sql("entry", connection, if_exists="replace", index=False)
connection.commit()
