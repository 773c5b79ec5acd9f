"""From a result pack to its standings, as docs/file-format.md, part 9, says it. Fractions all the way."""

from dataclasses import replace
from fractions import Fraction
from math import isqrt

from contents import Recusal, as_decimal
from revision import History

DIGITS = 24  # of a square root that is no fraction


# --- what is in force -------------------------------------------------------------------------------------------------


def heads(hand_overs):
    devices = {}
    for one in hand_overs:
        devices.setdefault((one.judge, one.device), {})[one.number, one.name] = one
    for device in devices.values():
        known = {}
        for one in device.values():
            known.setdefault(one.number, set()).add(one.name)
            if one.previous:
                known.setdefault(one.number - 1, set()).add(one.previous)
        fork = min((number for number, names in known.items() if len(names) > 1), default=None)
        for one in device.values():
            later = (other for other in device.values() if other.number > one.number)
            if not any(supersedes(device, other, one, fork) for other in later):
                yield one


def supersedes(device, later, one, fork):
    at = later
    while at is not None:
        if at.number == one.number + 1:
            return at.previous == one.name
        at = device.get((at.number - 1, at.previous))
    return fork is None or one.number < fork


def in_force(decisions):
    undone, holding = set(), []
    for one in reversed(decisions):
        if one.name in undone:
            continue
        if one.act["kind"] == "undo":
            undone.add(one.act["decision"])
        else:
            holding.append(one)
    return holding[::-1]


def amended(entries, all_decisions, holding):
    """The entries with what the last amendment in force says, or the first one says was there before."""
    entries = dict(entries)
    amends = lambda decisions: [one.act for one in decisions if one.act["kind"] == "amend-entry" and one.act["entry"] in entries]
    for act in reversed(amends(all_decisions)):
        entries[act["entry"]] = replace(entries[act["entry"]], **act["before"])
    for act in amends(holding):
        entries[act["entry"]] = replace(entries[act["entry"]], **act["after"])
    return entries


def counted(hand_overs, decisions):
    """All hand-overs, or after a publication those that counted in it and those accepted late."""
    published = [one.act["hand_overs"] for one in decisions if one.act["kind"] == "publish"]
    if not published:
        return hand_overs
    accepted = [one.act["hand_over"] for one in decisions if one.act["kind"] == "accept-late"]
    return [one for one in hand_overs if one.name in (*published[-1], *accepted)]


class Conflict:
    """Values that differ and are not settled."""

    def __init__(self, values):
        self.values = values


def view(hand_overs, decisions):
    """What is in force, by (judge, stage, entry)."""
    by_name = {one.name: one for one in hand_overs}
    candidates = {}
    for one in heads(hand_overs):
        for (stage, entry), said in one.said.items():
            values = candidates.setdefault((one.judge, stage, entry), [])
            if said not in values:
                values.append(said)
    settled = {}
    for one in decisions:
        if one.act["kind"] == "settle-conflict":
            settled.setdefault((one.act["judge"], one.act["stage"], one.act["entry"]), []).append(one.act)
    result = {}
    for key, values in candidates.items():
        said_in = lambda name: by_name[name].said.get(key[1:]) if name in by_name else None
        acts = settled.get(key, [])
        chosen = said_in(acts[-1]["chosen"]) if acts else None
        if chosen is not None:
            rejected = [said_in(name) for act in acts for name in act["rejected"]]
            values = [said for said in values if said == chosen or said not in rejected] or [chosen]
        result[key] = values[0] if len(values) == 1 else Conflict(values)
    return result


# --- numbers ----------------------------------------------------------------------------------------------------------


def rounded(value, rules):
    """The nearest multiple of the last digit, as a fraction."""
    scaled = abs(value) * 10**rules.digits
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    up = {"half-up": twice >= 0, "half-even": twice > 0 or (twice == 0 and whole % 2 == 1), "down": False}
    whole += up[rules.mode]
    return Fraction(whole if value >= 0 else -whole, 10**rules.digits)


def shown(value, rules):
    whole = int(rounded(value, rules) * 10**rules.digits)
    digits = str(abs(whole)).rjust(rules.digits + 1, "0")
    text = digits if rules.digits == 0 else f"{digits[:-rules.digits]}.{digits[-rules.digits:]}"
    return f"-{text}" if whole < 0 else text


def mean(values):
    return sum(values, Fraction(0)) / len(values)


def aggregated(stage, values):
    """Several scores made one; none when nothing remains."""
    values = sorted(values)
    if stage.aggregate == "trimmed-mean":
        values = values[stage.trim : len(values) - stage.trim]
    if stage.aggregate == "median":
        values = values[(len(values) - 1) // 2 : len(values) // 2 + 1]
    if not values:
        return None
    return sum(values, Fraction(0)) if stage.aggregate == "sum" else mean(values)


def sheet_score(stage, marks):
    given = [(stage.weights[leaf.code], leaf, marks[leaf.code]) for leaf in stage.leaves if leaf.code in marks]
    total = sum((weight * mark for weight, _, mark in given), Fraction(0))
    if stage.score == "points":
        return total if given else None
    if stage.score == "weighted-mean":
        below = sum(weight for weight, _, _ in given)
    else:
        below = sum(weight * leaf.highest for weight, leaf, _ in given) / 100
    return total / below if below else None


def square_root(value):
    above, below = isqrt(value.numerator), isqrt(value.denominator)
    if above**2 == value.numerator and below**2 == value.denominator:
        return Fraction(above, below)
    return Fraction(isqrt(value.numerator * 10 ** (2 * DIGITS) // value.denominator), 10**DIGITS)


# --- one stage in one category ----------------------------------------------------------------------------------------


class StageScores:
    """The scores of one stage in one category, and what became of each judge's sheet."""

    def __init__(self, pack, said, late, stage, entries):
        self.stage, self.rules, self.pack = stage, pack["rules"], pack
        self.sheets, self.judges, self.against, self.begun, self.spoken_of = {}, {}, {}, False, set()
        for entry in entries:
            self._gather(said, late, entry)
        self.scores = {entry: self._sheet_scores(entry) for entry in self.sheets}
        self.exact = {}
        standardised = self._standardised() if stage.aggregate == "standardised-mean" else None
        for entry in entries:
            if self.against[entry] is None:
                exact = standardised.get(entry) if standardised is not None else self._score(entry)
                if exact is None:
                    self.against[entry] = "incomplete"
                else:
                    self.exact[entry] = exact
        self.units = {entry: rounded(exact, self.rules) for entry, exact in self.exact.items()}

    def _marks(self, judge, code):
        return not self.stage.per_criterion or not judge.criteria or code in judge.criteria

    def _covers(self, judge, entry):
        within = lambda codes, code: not codes or code in codes
        category = self.pack["entries"][entry].category
        return (
            within(judge.stages, self.stage.code)
            and within(judge.categories, category)
            and within(judge.entries, entry)
            and any(self._marks(judge, leaf.code) for leaf in self.stage.leaves)
        )

    def _outcome(self, judge, value):
        """Whether an assigned judge's sheet counts, else why not; and the required marks that it lacks."""
        if value is None:
            return "not-filed", []
        if isinstance(value, Conflict):
            drafts = all(not isinstance(one, Recusal) and not one.final for one in value.values)
            return "draft" if drafts else "conflict", []
        if isinstance(value, Recusal):
            return "recused", []
        if not value.final:
            return "draft", []
        own = [leaf for leaf in self.stage.leaves if self._marks(judge, leaf.code)]
        lacking = [leaf.code for leaf in own if leaf.required and leaf.code not in value.marks]
        if lacking:
            return "lacks-marks", lacking
        any_will_do = self.stage.score == "points" or self.stage.per_criterion
        given = [leaf.code for leaf in own if leaf.code in value.marks]
        weighs = any(any_will_do or self.stage.weights[code] for code in given)
        return "counted" if weighs else "no-weight", []

    def _gather(self, said, late, entry):
        sheets, judges, unassigned = {}, [], []
        for judge in self.pack["judges"]:
            key = (judge.code, self.stage.code, entry)
            value = said.get(key)
            values = value.values if isinstance(value, Conflict) else [value]
            final = any(one is not None and not isinstance(one, Recusal) and one.final for one in values)
            if final:
                self.spoken_of.add(entry)
            sheet = {"judge": judge.code, "exact": None, "rounded": None, "lacking": [], "late": key in late}
            if self._covers(judge, entry):
                self.begun |= final
                sheet["outcome"], sheet["lacking"] = self._outcome(judge, value)
                judges.append(sheet)
            elif final:
                unassigned.append({**sheet, "outcome": "not-assigned"})
            if sheet.get("outcome") == "counted":
                marks = {code: mark for code, mark in value.marks.items() if self._marks(judge, code)}
                sheets[judge.code] = marks
                exact = None if self.stage.per_criterion else sheet_score(self.stage, marks)
                if exact is not None:
                    sheet["exact"], sheet["rounded"] = str(exact), shown(exact, self.rules)
        self.sheets[entry] = sheets
        self.judges[entry] = judges + sorted(unassigned, key=lambda sheet: sheet["judge"])
        self.against[entry] = self._shortfall(entry, [sheet["outcome"] for sheet in judges])

    def _shortfall(self, entry, outcomes):
        """What stands against the entry, by the outcomes of the assigned judges' sheets."""
        if "conflict" in outcomes:
            return "conflict"
        missing = any(outcome not in ("counted", "recused") for outcome in outcomes)
        # Also where nobody is assigned.
        all_recused = all(outcome == "recused" for outcome in outcomes)
        if all_recused or (self.stage.needed is None and missing) or self._too_few(entry):
            return "incomplete"
        return None

    def judges_with(self, entry, *outcomes):
        """Codes of the judges whose sheets came to one of these."""
        return [sheet["judge"] for sheet in self.judges[entry] if sheet["outcome"] in outcomes]

    def _too_few(self, entry):
        needed = self.stage.needed or 1
        if not self.stage.per_criterion:
            return len(self.sheets[entry]) < needed
        least = 2 * self.stage.trim + 1 if self.stage.aggregate == "trimmed-mean" else 1
        for leaf in self.stage.leaves:
            marks = len(self._marks_for(entry, leaf.code))
            if leaf.required and marks < max(needed, least) or not leaf.required and 0 < marks < least:
                return True
        return False

    def _marks_for(self, entry, code):
        return [marks[code] for marks in self.sheets[entry].values() if code in marks]

    def _sheet_scores(self, entry):
        scores = {judge: sheet_score(self.stage, marks) for judge, marks in self.sheets[entry].items()}
        scores = {judge: score for judge, score in scores.items() if score is not None}
        if self.rules.at == "sheet":
            scores = {judge: rounded(score, self.rules) for judge, score in scores.items()}
        return scores

    def criterion(self, entry, code):
        return aggregated(self.stage, self._marks_for(entry, code))

    def _score(self, entry):
        if self.stage.per_criterion:
            marks = {leaf.code: self.criterion(entry, leaf.code) for leaf in self.stage.leaves}
            return sheet_score(self.stage, {code: mark for code, mark in marks.items() if mark is not None})
        return aggregated(self.stage, self.scores[entry].values())

    def _standardised(self):
        by_judge = {}
        for scores in self.scores.values():
            for judge, score in scores.items():
                by_judge.setdefault(judge, []).append(score)
        by_judge = {judge: own for judge, own in by_judge.items() if len(own) >= 3 and len(set(own)) > 1}
        every = [score for own in by_judge.values() for score in own]
        measures = {}
        for judge, own in by_judge.items():
            factor = square_root(variance(every) / variance(own))
            measures[judge] = (factor, mean(every) - mean(own) * factor)
        result = {}
        for entry, scores in self.scores.items():
            if scores and all(judge in measures for judge in scores):
                moved = [score * measures[judge][0] + measures[judge][1] for judge, score in scores.items()]
                result[entry] = mean(moved)
        return result


def variance(values):
    middle = mean(values)
    return mean([(value - middle) ** 2 for value in values])


# --- order ------------------------------------------------------------------------------------------------------------


class CategoryRanking:
    """One category from the first judged stage to the last."""

    def __init__(self, pack, said, late, decisions, category):
        self.rules, self.panel, self.decisions = pack["rules"], pack["judges"], decisions
        self.entries = sorted(code for code, entry in pack["entries"].items() if entry.category == category)
        self.out, self.deducted = effects(decisions)
        own = [stage for stage in self.rules.stages if stage.is_for(category)]
        self.stages = {stage.code: StageScores(pack, said, late, stage, self.entries) for stage in own}
        self.gates = [gate for gate in self.rules.gates if gate.is_for(category)]
        self.at_gates = at_gates(decisions)
        self.listed, self.order, self.passed, self.held, self.held_in = {}, {}, {}, {}, {}
        before, over = None, []
        for code, scored in self.stages.items():
            self._close(over, before)
            goes_on = lambda entry: before is None or self.passed[before].get(entry, False)
            is_there = lambda entry: goes_on(entry) or entry in self.held or entry in scored.spoken_of
            self.listed[code] = [entry for entry in self.entries if is_there(entry)]
            is_out = lambda entry: entry in self.out or entry in self.held
            ranked = [entry for entry in self.listed[code] if entry in scored.units and not is_out(entry)]
            self.order[code] = self._rank({entry: scored.units[entry] for entry in ranked}, scored, code)
            self.passed[code] = None
            if scored.stage.shortlist:
                self.passed[code] = self._cut(scored, self.order[code])
                before = code
            over.append(code)
            if self.gates and self.gates[0].code == code:
                self._close(over, before)
            self.held_in[code] = dict(self.held)
        self._close(over, before)

    def _close(self, over, before):
        """Holds back who stands at the gates whose judged stages are over and is not passed there. Of a gate that is judged
        itself only that one is closed: those behind it say nothing of its own standing."""
        while self.gates and all(code in over for code in self.gates[0].before if code in self.stages):
            gate = self.gates.pop(0)
            for entry in self.entries:
                stands = before is None or self.passed[before].get(entry, False)
                if stands and entry not in self.out:
                    status = self.at_gates.get((gate.code, entry), "at-gate")
                    if status != "passed":
                        self.held.setdefault(entry, status)
            if over and gate.code == over[-1]:
                return

    def _rank(self, scores, scored, standing):
        """Rows of (entry, rank, tied, decided by), best first."""
        rows = []
        for score in sorted(set(scores.values()), reverse=True):
            parts = [([entry for entry in scores if scores[entry] == score], None)]
            for step in scored.stage.ladder:
                parts = [piece for part in parts for piece in self._part(part, step, scored, standing)]
            for entries, decided_by in parts:
                rank = len(rows) + 1
                rows += [(entry, rank, len(entries) > 1, decided_by) for entry in entries]
        return rows

    def _part(self, part, step, scored, standing):
        entries, _ = part
        values = self._values(entries, step, scored, standing) if len(entries) > 1 else None
        if values is None or None in values or len(set(values)) == 1:
            return [part]
        by_value = dict(zip(entries, values))
        steps = sorted(set(values), reverse=True)
        return [([entry for entry in entries if by_value[entry] == value], step) for value in steps]

    def _values(self, entries, step, scored, standing):
        kind, _, code = step.partition(":")
        if kind == "criterion":
            return [scored.criterion(entry, code) for entry in entries]
        if kind == "stage":
            return [self.stages[code].units.get(entry) for entry in entries] if code in self.stages else None
        if kind == "highest-median":
            median = lambda scores: mean(sorted(scores)[(len(scores) - 1) // 2 : len(scores) // 2 + 1])
            return [median(scored.scores[entry].values()) if scored.scores[entry] else None for entry in entries]
        if kind == "head-to-head":
            return [sum(above(scored.scores[a], scored.scores[b]) for b in entries) for a in entries]
        for one in reversed(self.decisions):
            act = one.act
            if act["kind"] == "settle-tie" and act["stage"] == standing and set(entries) <= set(act["order"]):
                return [-act["order"].index(entry) for entry in entries]
        return None

    def _cut(self, scored, order):
        (rule, value), = scored.stage.shortlist.items()
        if rule == "threshold":
            return {entry: scored.units[entry] >= Fraction(value) for entry, *_ in order}
        places = value if rule == "per_category" else -(-Fraction(value) * len(order) // 100)
        return {entry: rank <= places for entry, rank, *_ in order}

    def stage_rows(self, code):
        if code not in self.stages:
            return
        scored, held = self.stages[code], self.held_in[code]
        passed = lambda entry: None if self.passed[code] is None else self.passed[code].get(entry)
        beside = lambda entry: self._sheets(entry, [scored]) | {"judges": scored.judges[entry]}
        ranked = [row for row in self.order[code] if row[0] not in held]
        for entry, rank, tied, decided_by in ranked:
            row = self._row(entry, scored.exact[entry], "ranked", rank, tied, decided_by, passed(entry))
            yield row | beside(entry)
        for entry in set(self.listed[code]) - {entry for entry, *_ in ranked}:
            status = self.out.get(entry) or held.get(entry) or scored.against[entry]
            yield self._row(entry, scored.exact.get(entry), status, shortlisted=passed(entry)) | beside(entry)

    def final_rows(self):
        counted = [scored for scored in self.stages.values() if scored.begun]
        if any(scored.stage.weight is not None for scored in self.stages.values()):
            counted = [scored for scored in counted if scored.stage.weight is not None]
        else:
            counted = counted[-1:]
        exact = {entry: self._final(entry, counted) for entry in self.entries}
        scores = {
            entry: rounded(score, self.rules)
            for entry, score in exact.items()
            if score is not None and entry not in self.out and entry not in self.held
        }
        order = self._rank(scores, counted[-1], None) if counted else []
        for entry, rank, tied, decided_by in order:
            yield self._row(entry, exact[entry], "ranked", rank, tied, decided_by) | self._sheets(entry, counted)
        for entry in self.entries:
            if entry not in scores:
                status = self.out.get(entry) or self.held.get(entry) or self._apart(entry, counted)
                yield self._row(entry, exact[entry], status) | self._sheets(entry, counted)

    def _final(self, entry, counted):
        if not counted or any(entry not in scored.exact for scored in counted):
            return None
        total = below = Fraction(0)
        for scored in counted:
            weight = Fraction(1) if scored.stage.weight is None else scored.stage.weight
            score = scored.exact[entry] if self.rules.at == "final" else scored.units[entry]
            total, below = total + weight * score, below + weight
        return total / below - self.deducted.get(entry, 0)

    def _apart(self, entry, counted):
        """A conflict before anything else, then what the first stage says that has something against the entry."""
        found = [status for scored in counted if (status := self._against(entry, scored.stage.code))]
        return "conflict" if "conflict" in found else (found or ["incomplete"])[0]

    def _against(self, entry, code):
        if entry in self.listed[code]:
            return self.stages[code].against[entry]
        codes = list(self.stages)
        cuts = [one for one in codes[: codes.index(code)] if self.passed[one] is not None]
        if not cuts:
            return None
        if self.passed[cuts[-1]].get(entry) is False:
            return "not-nominated"
        return self._against(entry, cuts[-1])

    def _sheets(self, entry, counted):
        """How many sheets count over these stages, and whose do not, in the stages that list the entry."""
        listed = [scored for scored in counted if entry in self.listed[scored.stage.code]]
        found = lambda *outcomes: {code for scored in listed for code in scored.judges_with(entry, *outcomes)}
        in_panel = lambda codes: [judge.code for judge in self.panel if judge.code in codes]
        return {
            "sheets": sum(len(scored.sheets[entry]) for scored in counted),
            "missing": in_panel(found("not-filed", "draft", "lacks-marks", "no-weight")),
            "recused": in_panel(found("recused")),
            "unassigned": sorted(found("not-assigned")),
            "judges": [],
        }

    def _row(self, entry, exact, status, rank=None, tied=False, decided_by=None, shortlisted=None):
        return {
            "entry": entry,
            "rank": rank,
            "score": None if exact is None else shown(exact, self.rules),
            "exact": None if exact is None else str(exact),
            "status": status,
            "tied": tied,
            "decided_by": decided_by,
            "shortlisted": shortlisted,
        }


def above(one, other):
    """Judges who put one above the other, minus those who put it below."""
    both = [(one[judge], other[judge]) for judge in one if judge in other]
    return sum(a > b for a, b in both) - sum(a < b for a, b in both)


def effects(decisions):
    out, deducted = {}, {}
    for one in decisions:
        entry = one.act.get("entry")
        match one.act["kind"]:
            case "disqualify":
                out[entry] = "disqualified"
            case "withdraw":
                out[entry] = "withdrawn"
            case "deduct":
                deducted[entry] = deducted.get(entry, 0) + as_decimal(one.act["points"])
            case "reinstate":
                out.pop(entry, None), deducted.pop(entry, None)
    return out, deducted


def at_gates(decisions):
    """What was decided last of each entry at each gate."""
    words = {"pass": "passed", "fail": "failed-gate"}
    acts = [one.act for one in decisions if one.act["kind"] in words]
    return {(act["stage"], seen["entry"]): words[act["kind"]] for act in acts for seen in act["visits"]}


def standings(pack):
    """The final standing and that of each judged stage."""
    decisions = in_force(pack["decisions"])
    pack = {**pack, "entries": amended(pack["entries"], pack["decisions"], decisions)}
    history = History(pack["rules"], pack["earlier"], pack["decisions"], decisions, pack["entries"])
    hand_overs = [history.carried(one) for one in pack["hand_overs"]]
    counting = counted(hand_overs, decisions)
    said = view(counting, decisions)
    names = {one.name for one in counting}
    said_late = view([one for one in hand_overs if one.name not in names], [])
    late = {key for key, value in said_late.items() if said.get(key) != value}
    rankings = [CategoryRanking(pack, said, late, decisions, category) for category in pack["rules"].categories]
    stage = lambda code: {"stage": code, "rows": [row for ranking in rankings for row in ranking.stage_rows(code)]}
    return {
        "final": {"stage": None, "rows": [row for ranking in rankings for row in ranking.final_rows()]},
        "stages": [stage(one.code) for one in pack["rules"].stages],
    }


def differences(packed, computed):
    """Where the standings in a pack differ from those computed, in words."""
    pairs = [(packed["final"], computed["final"]), *zip(packed["stages"], computed["stages"], strict=True)]
    for one, other in pairs:
        where = one["stage"] or "final"
        mine, theirs = ({row["entry"]: row for row in standing["rows"]} for standing in (other, one))
        for entry in sorted(mine.keys() | theirs.keys()):
            if entry not in mine or entry not in theirs:
                yield f"{where}: {entry} stands in one of them only"
                continue
            for key, value in mine[entry].items():
                if theirs[entry].get(key) != value:
                    yield f"{where}: {entry} {key}: {theirs[entry].get(key)} in the pack, {value} computed"
