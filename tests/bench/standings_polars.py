"""The standings of a CSV file of marks in floats, by Polars: standings_polars.py MARKS

The file has the columns judge, entry, criterion, mark; all criteria weigh the same. Prints the first ranks.
"""

import sys

import polars


def main():
    sheets = polars.scan_csv(sys.argv[1]).group_by("entry", "judge").agg(polars.col("mark").mean())
    entries = sheets.group_by("entry").agg(polars.col("mark").mean().round(2).alias("score"))
    ranks = entries.with_columns(polars.col("score").rank("min", descending=True).alias("rank")).sort("rank", "entry")
    print(ranks.collect())


if __name__ == "__main__":
    main()
