"""The job of `rank_five_million` in floats, by Polars and by pandas, for comparison.

    rank_floats.py MARKS [--runs N]

MARKS is the file that `rank_five_million --write` makes: little-endian 64-bit ten-thousandths, ten a sheet, the five
sheets of one entry side by side. Timed is what the program itself does: each sheet's weighted mean, each entry's mean over
its sheets, rounded to two digits, and the rank with ties; not reading the file. Prints one JSON document; a library that
is not there is left out.
"""

import argparse
import json
import statistics
import time

import numpy

WEIGHTS = [30, 20, 10, 10, 5, 5, 5, 5, 5, 5]
JUDGES = 5


def with_polars(marks, entries):
    import polars

    names = [f"k{number}" for number in range(len(WEIGHTS))]
    columns = {name: marks[:, number].copy() for number, name in enumerate(names)}
    frame = polars.DataFrame({"entry": entries, **columns})
    score = sum(polars.col(name) * weight for name, weight in zip(names, WEIGHTS)) / sum(WEIGHTS)

    def job():
        return (
            frame.lazy()
            .select("entry", score.alias("score"))
            .group_by("entry")
            .agg(polars.col("score").mean().round(2))
            .with_columns(polars.col("score").rank("min", descending=True).alias("rank"))
            .sort("rank", "entry")
            .collect()
        )

    return job, lambda table: (table["entry"][0], table["score"][0]), polars.__version__


def with_pandas(marks, entries):
    import pandas

    names = [f"k{number}" for number in range(len(WEIGHTS))]
    frame = pandas.DataFrame(marks, columns=names)
    frame["entry"] = entries
    weights = numpy.array(WEIGHTS, dtype=float)

    def job():
        scores = frame[names].to_numpy() @ weights / weights.sum()
        scores = pandas.Series(scores).groupby(frame["entry"], sort=False).mean().round(2)
        ranks = scores.rank(method="min", ascending=False)
        table = pandas.DataFrame({"score": scores, "rank": ranks})
        return table.rename_axis("entry").reset_index().sort_values(["rank", "entry"])

    return job, lambda table: (table["entry"].iloc[0], table["score"].iloc[0]), pandas.__version__


def measure(job, first, version, runs):
    job()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        table = job()
        times.append((time.perf_counter() - start) * 1000)
    entry, score = first(table)
    return {
        "version": version,
        "median_ms": round(statistics.median(times), 3),
        "least_ms": round(min(times), 3),
        "most_ms": round(max(times), 3),
        "first": {"entry": int(entry), "score": float(score)},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("marks")
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()

    raw = numpy.fromfile(arguments.marks, dtype="<i8").reshape(-1, len(WEIGHTS))
    marks = raw / 10_000
    entries = numpy.repeat(numpy.arange(len(marks) // JUDGES), JUDGES)
    answer = {"marks": int(raw.size), "runs": arguments.runs}
    for name, prepare in [("polars", with_polars), ("pandas", with_pandas)]:
        try:
            answer[name] = measure(*prepare(marks, entries), arguments.runs)
        except ModuleNotFoundError:
            continue
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
