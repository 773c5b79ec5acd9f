"""Marks under rules that changed, as docs/file-format.md, part 9, says it."""

from dataclasses import replace

from contents import Sheet
from envelope import Refused


class History:
    """The rules in force, those before them, and the changes that hold."""

    def __init__(self, rules, earlier, decisions, holding, entries):
        self.entries = entries
        self.rules = {one.hash: one for one in (*earlier, rules)}
        self.changes = [one.act for one in holding if one.act["kind"] == "change-rules"]
        every = [one.act for one in decisions if one.act["kind"] == "change-rules"]
        self.current = rules.hash
        if every and self.current != (self.changes[-1]["to"] if self.changes else every[0]["from"]):
            raise Refused("the rules are not those that were decided")
        for change in self.changes:
            self.of(change["from"]), self.of(change["to"])

    def of(self, name):
        if name not in self.rules:
            raise Refused(f"the rules {name.hex()[:8]} are not in the pack")
        return self.rules[name]

    def way(self, name):
        """From the rules of that name to those in force: pairs of rules, and what was chosen between them."""
        self.of(name)
        if name == self.current:
            return []
        starts = [n for n, change in enumerate(self.changes) if change["from"] == name]
        since = self.changes[starts[-1] :] if starts else []
        linked = all(one["to"] == after["from"] for one, after in zip(since, since[1:]))
        if not since or not linked or since[-1]["to"] != self.current:
            return [(self.of(name), self.of(self.current), {})]
        return [(self.of(change["from"]), self.of(change["to"]), change["marks"]) for change in since]

    def carried(self, one):
        """The hand-over as it is under the rules in force."""
        way = self.way(one.rules)
        if not way:
            return one
        said = one.said
        for old, new, choices in way:
            judged = {stage.code: stage for stage in new.stages}
            goes_through = lambda stage, entry: stage in judged and judged[stage].is_for(self.entries[entry].category)
            before = {stage.code: stage for stage in old.stages}
            said = {
                (stage, entry): carried(what, before[stage], judged[stage], choices) if isinstance(what, Sheet) else what
                for (stage, entry), what in said.items()
                if goes_through(stage, entry) and (stage in before or not isinstance(what, Sheet))
            }
        visits = [visit for visit in one.visits if self.is_visited(self.of(self.current), visit)]
        return replace(one, said=said, visits=visits)

    def is_visited(self, rules, visit):
        """Whether the rules have the visit's stage, of kind verification and for the category of its entry."""
        categories, entry = rules.visited.get(visit["stage"]), self.entries.get(visit["entry"])
        return categories is not None and entry is not None and (not categories or entry.category in categories)


def carried(sheet, old, new, choices):
    marks = {}
    for code, mark in sheet.marks.items():
        was, now = old.criteria[code].marks, new.criteria[code].marks if code in new.criteria else None
        if was is None or now is None:
            continue
        match choices.get((new.code, code), "keep" if was == now else "again"):
            case "keep" if mark in now:
                marks[code] = mark
            case "rescale" if mark in was:
                exact = now[0] + (mark - was[0]) / (was[-1] - was[0]) * (now[-1] - now[0])
                marks[code] = min(now, key=lambda one: (abs(one - exact), -one))
    remarks = {code: remark for code, remark in sheet.remarks.items() if code in marks}
    return replace(sheet, marks=marks, remarks=remarks)
