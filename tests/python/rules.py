"""The rules file, as docs/file-format.md, part 1, says it. Canonical text in, nothing is written."""

import tomllib
from fractions import Fraction

from blake3 import blake3


class Rules:
    """Rules with the defaults filled in. Decimals are fractions."""

    def __init__(self, text):
        document = tomllib.loads(text, parse_float=str)
        if document.get("format", 1) != 1:
            raise ValueError("rules of a newer format")
        self.hash = blake3(text.encode()).digest()
        self.name = document["name"]
        rounding = {"digits": 2, "mode": "half-up", "at": "final"} | document.get("rounding", {})
        self.digits, self.mode, self.at = rounding["digits"], rounding["mode"], rounding["at"]
        self.categories = [category["code"] for category in document["category"]]
        tables = document.get("stage", [])
        self.stages = [Stage(stage) for stage in tables if stage.get("criterion")]
        verification = [stage for stage in tables if stage["kind"] == "verification"]
        self.visited = {stage["code"]: frozenset(stage.get("categories", [])) for stage in verification}
        self.gates = [Gate(tables[: n + 1]) for n, stage in enumerate(tables) if stage.get("effect") == "gate"]


class Gate:
    """A stage behind which an entry goes on only when the chair passes it: the last of these tables."""

    def __init__(self, tables):
        self.code = tables[-1]["code"]
        self.categories = frozenset(tables[-1].get("categories", []))
        self.before = [table["code"] for table in tables if table.get("criterion")]
        self.is_judged = self.code in self.before

    def is_for(self, category):
        return not self.categories or category in self.categories


class Stage:
    """A judged stage."""

    def __init__(self, table):
        self.code = table["code"]
        self.categories = frozenset(table.get("categories", []))
        self.weight = decimal(table["weight"]) if "weight" in table else None
        self.score = table.get("score", "weighted-mean")
        self.aggregate = table.get("aggregate", "mean")
        self.trim = table.get("trim", 1)
        self.needed = None if table.get("missing", "require-all") == "require-all" else table.get("min_judges", 1)
        self.per_criterion = table.get("judges", "per-entry") == "per-criterion"
        self.blind = frozenset(table.get("blind", []))
        self.shortlist = table.get("shortlist")
        self.ladder = table.get("tie_break", [])
        self.criteria = {one["code"]: Criterion(one) for one in table["criterion"]}
        self.leaves = [one for one in self.criteria.values() if one.highest is not None]
        self.weights = {leaf.code: self._weight(leaf) for leaf in self.leaves}

    def is_for(self, category):
        return not self.categories or category in self.categories

    def _weight(self, leaf):
        if self.score == "points":
            return leaf.weight
        product, at = Fraction(1), leaf
        while at is not None:
            siblings = sum(one.weight for one in self.criteria.values() if one.parent == at.parent)
            if siblings == 0:
                return Fraction(0)
            product, at = product * at.weight / siblings, self.criteria.get(at.parent)
        return product


class Criterion:
    """A leaf, or a group with nothing as its highest mark."""

    def __init__(self, table):
        self.code = table["code"]
        self.parent = table.get("parent")
        self.weight = decimal(table.get("weight", 1))
        self.required = table.get("required", True)
        self.marks = marks(table)
        self.highest = self.marks[-1] if self.marks else None


def marks(table):
    """Every mark that may be given, ascending; nothing for a group."""
    if "levels" in table:
        return [decimal(level["value"]) for level in table["levels"]]
    if "scale" not in table:
        return None
    scale = table["scale"]
    lowest, highest, step = decimal(scale["min"]), decimal(scale["max"]), decimal(scale.get("step", 1))
    return [lowest + n * step for n in range((highest - lowest) // step + 1)]


def decimal(token):
    """A TOML integer, or the text of a float or string."""
    return Fraction(token)
