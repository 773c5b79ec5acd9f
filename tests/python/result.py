"""The archived result in a result pack, as docs/file-format.md, part 8, says it."""

import re

from contents import as_code, payload
from envelope import Refused

FRACTION = re.compile(r"-?[0-9]+(/[0-9]+)?\Z")
STATUSES = {"ranked", "incomplete", "conflict", "at-gate", "failed-gate", "not-nominated", "withdrawn", "disqualified"}
OUTCOMES = {"counted", "draft", "lacks-marks", "no-weight", "not-filed", "recused", "conflict", "not-assigned"}
OBSTACLES = {
    "decision", "conflict", "not-filed", "no-judge", "all-recused", "too-few",
    "unmarked", "nothing-left", "no-spread", "cut", "gate", "not-begun",
}


def read_result(data, unknown):
    """The final standing and those of the stages: maps of `stage` and `rows`."""
    record = payload(data, unknown)
    if record.take("format", int) != 1:
        raise Refused("a result of another format")
    final = read_standing(record.record("final"))
    stages = [read_standing(stage) for stage in record.records("stages")]
    record.finish()
    return {"final": final, "stages": stages}


def read_standing(record):
    stage = record.optional("stage", str)
    rows = []
    for category in record.records("categories"):
        category.code("category"), category.codes("counted")
        rows += [read_row(row) for row in category.records("rows")]
        category.finish()
    record.finish()
    return {"stage": stage and as_code(stage), "rows": rows}


def read_row(record):
    fraction(record, "deducted")
    for stage in record.records("stages"):
        stage.code("stage"), read_score(stage)
    obstacle = read_obstacle(record.record("obstacle")) if "obstacle" in record.fields else None
    exact, rounded = read_score(record.record("score")) if "score" in record.fields else (None, None)
    row = {
        "entry": record.code("entry"),
        "rank": record.optional("rank", int),
        "score": rounded,
        "exact": exact,
        "status": record.word("status", STATUSES),
        "obstacle": obstacle,
        "tied": record.take("tied", bool),
        "decided_by": record.optional("decided_by", str),
        "shortlisted": record.optional("shortlisted", bool),
        "sheets": record.take("sheets", int),
        "judges": [read_sheet(sheet) for sheet in record.records("judges")] if "judges" in record.fields else [],
    }
    for key in ("missing", "recused", "unassigned"):
        row[key] = record.codes(key)
    record.finish()
    return row


def read_sheet(record):
    has_score = "exact" in record.fields
    sheet = {
        "judge": record.code("judge"),
        "outcome": record.word("outcome", OUTCOMES),
        "exact": fraction(record, "exact") if has_score else None,
        "rounded": record.take("rounded", str) if has_score else None,
        "lacking": record.codes("lacking") if "lacking" in record.fields else [],
        "late": bool(record.optional("late", bool)),
    }
    record.finish()
    return sheet


def read_obstacle(record):
    obstacle = {"kind": record.word("kind", OBSTACLES), "judges": record.codes("judges")}
    for key, kind in (("stage", str), ("decision", bytes), ("criterion", str), ("cut", str)):
        obstacle[key] = record.optional(key, kind)
    for key in ("filed", "needed", "trim"):
        obstacle[key] = record.optional(key, int)
    record.finish()
    return obstacle


def read_score(record):
    exact, rounded = fraction(record, "exact"), record.take("rounded", str)
    record.finish()
    return exact, rounded


def fraction(record, key):
    text = record.take(key, str)
    if not FRACTION.match(text):
        raise Refused(f"{record.path}{key}: must be a fraction")
    return text
