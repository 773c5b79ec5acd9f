"""The payloads of the files, as docs/file-format.md, parts 3 and 5 to 8, says them."""

import re
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from io import BytesIO

import cbor2
from blake3 import blake3

from envelope import DECISION, HAND_OVER, PACK, PACKET, Refused, verify
from rules import Rules

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}\Z")
DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]{1,4}0*)?\Z")
VERDICTS = {"confirmed", "partly", "refuted", "not-checkable"}
CARRIES = {"keep", "rescale", "again"}
RECOMMENDATIONS = {"eligible", "eligible-with-notes", "not-eligible"}
METHODS = {"original-document", "observation", "interview", "trial", "system-data"}
PHOTO_KINDS = {"document", "activity", "product", "site", "signed-minutes"}
GROUNDS = {"business", "family", "affiliation", "other-work", "other"}
KINDS = {"declarations", "notes", "persons", "photos"}
SALT = 16
# Fields that are left out with the innovator.
PERSON = frozenset({"nip", "nik", "position", "email", "phone"})
GROUNDS = {"business", "family", "affiliation", "other-work", "other"}
KINDS = {"declarations", "notes", "persons", "photos"}
SALT = 16


class Record:
    """A map read key by key; the keys that nobody asked for are unknown."""

    def __init__(self, value, path, unknown):
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            raise Refused(f"{path}: must be a map with text keys")
        self.fields, self.path, self.unknown = dict(value), path, unknown

    def optional(self, key, kind):
        value = self.fields.pop(key, None)
        if value is not None and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
            raise Refused(f"{self.path}{key}: must be {kind.__name__}")
        return value

    def take(self, key, kind):
        value = self.optional(key, kind)
        if value is None:
            raise Refused(f"{self.path}{key}: is missing")
        return value

    def code(self, key):
        return as_code(self.take(key, str))

    def codes(self, key):
        return [as_code(code) for code in self.take(key, list)]

    def bytes32(self, key):
        return as_bytes32(self.take(key, bytes))

    def names(self, key):
        return [as_bytes32(name) for name in self.take(key, list)]

    def word(self, key, words):
        word = self.take(key, str)
        if word not in words:
            raise Refused(f"{self.path}{key}: “{word}” is not known")
        return word

    def record(self, key):
        return Record(self.take(key, dict), f"{self.path}{key}.", self.unknown)

    def records(self, key, optional=False):
        items = enumerate(self.optional(key, list) or [] if optional else self.take(key, list))
        return [Record(item, f"{self.path}{key}[{n}].", self.unknown) for n, item in items]

    def finish(self):
        self.unknown.extend(self.path + key for key in sorted(self.fields))


def as_code(text):
    if not isinstance(text, str) or not CODE.match(text):
        raise Refused(f"{text!r} is not a code")
    return text


def as_bytes32(value):
    if not isinstance(value, bytes) or len(value) != 32:
        raise Refused("32 bytes are expected")
    return value


def as_decimal(text):
    if not isinstance(text, str) or not DECIMAL.match(text) or abs(Fraction(text)) > 10**9:
        raise Refused(f"{text!r} is not a decimal")
    return Fraction(text)


def payload(data, unknown):
    stream = BytesIO(data)
    try:
        value = cbor2.CBORDecoder(stream).decode()
    except (cbor2.CBORDecodeError, ValueError) as error:
        raise Refused(f"the payload is not CBOR: {error}") from None
    if stream.read(1):
        raise Refused("the payload goes on after its end")
    return Record(value, "", unknown)


@dataclass(frozen=True)
class Judge:
    code: str
    name: str
    stages: frozenset
    categories: frozenset
    entries: frozenset
    criteria: frozenset

    def has_to_judge(self, stage, entry):
        """Whether the judge has that entry to mark in that stage."""
        named = [(self.stages, stage.code), (self.categories, entry.category), (self.entries, entry.code)]
        leaves = {leaf.code for leaf in stage.leaves}
        marks = not stage.per_criterion or not self.criteria or leaves & self.criteria
        return stage.is_for(entry.category) and all(not codes or code in codes for codes, code in named) and bool(marks)


@dataclass(frozen=True)
class Entry:
    code: str
    category: str
    title: str
    agency: str
    fields: dict
    other: list
    source: dict


@dataclass(frozen=True)
class Sheet:
    final: bool
    marks: dict
    remarks: dict
    remark: str
    # Say nothing about what counts, so that sheets that differ in them alone are equal.
    packet: int | None = field(compare=False)
    finished: int | None = field(compare=False)


@dataclass(frozen=True)
class Recusal:
    ground: str


@dataclass
class HandOver:
    name: bytes
    device: bytes
    competition: bytes
    chair: bytes
    rules: bytes
    judge: str
    enrolment: bytes
    number: int
    previous: bytes | None
    made_at: int
    packets: list
    said: dict = field(default_factory=dict)
    visits: list = field(default_factory=list)
    attachments: list = field(default_factory=list)
    unknown: list = field(default_factory=list)


@dataclass(frozen=True)
class Decision:
    name: bytes
    chair: bytes
    competition: bytes
    number: int
    reason: str
    act: dict


def read_judge(record):
    sets = {key: frozenset(record.codes(key)) for key in ("stages", "categories", "entries", "criteria")}
    judge = Judge(code=record.code("code"), name=record.take("name", str), **sets)
    record.finish()
    return judge


def read_entries(record):
    entries = {}
    for one in record.records("entries"):
        place = one.record("source")
        source = {"file": place.take("file", str), "sheet": place.take("sheet", str), "row": place.take("row", int)}
        place.finish()
        title, agency = one.take("title", str), one.take("agency", str)
        fields, other = one.take("fields", dict), one.take("other", list)
        entry = Entry(one.code("code"), one.code("category"), title, agency, fields, other, source)
        if entry.code in entries:
            raise Refused(f"{entry.code} stands there twice")
        entries[entry.code] = entry
        one.finish()
    return entries


def read_packet(signed_file):
    signed = verify(signed_file, PACKET)
    signed.expect_attachments([])
    unknown = []
    record = payload(signed.payload, unknown)
    packet = {
        "chair": signed.signer,
        "competition": record.bytes32("competition"),
        "rules": Rules(record.take("rules", str)),
        "earlier": read_rules_before(record),
        "changes": read_changes(record),
        "judge": read_judge(record.record("judge")),
        "entries": (entries := read_entries(record)),
        "predecessors": read_predecessors(record, entries),
        "recipient": record.take("recipient", str),
        "enrolment": record.bytes32("enrolment"),
        "made_at": record.take("made_at", int),
        "unknown": unknown,
    }
    record.finish()
    if expect_blind(packet["rules"], packet["judge"], entries) and packet["predecessors"]:
        raise Refused("a blind packet says what entries were in an earlier competition")
    return packet


def read_predecessors(record, entries):
    """What entries were in an earlier competition, by entry: competition, code, title, agency, claims."""
    found = {}
    for one in record.records("predecessors", optional=True):
        entry = one.code("entry")
        if entry not in entries or entry in found:
            raise Refused(f"{entry} stands there twice, or is not in the packet")
        texts = [one.take(key, str) for key in ("competition", "title", "agency")]
        claims = []
        for claim in one.records("claims"):
            said = [claim.take(key, str) for key in ("text", "claimed", "found")]
            unit, verdict, day = claim.optional("unit", str), claim.word("verdict", VERDICTS), claim.optional("day", str)
            claims.append((*said, unit, verdict, day and date.fromisoformat(day)))
            claim.finish()
        found[entry] = (one.code("code"), *texts, claims)
        one.finish()
    return found


def expect_blind(rules, judge, entries):
    """Refuses a packet that holds what a blind stage of its judge leaves out. Says whether one is blind."""
    covered = [s for s in rules.stages if s.blind and any(judge.has_to_judge(s, entry) for entry in entries.values())]
    blind = frozenset().union(*(stage.blind for stage in covered))
    if not blind:
        return False
    left_out = blind | {"number"} | (PERSON if "innovator" in blind else frozenset())
    for entry in entries.values():
        held = left_out & entry.fields.keys()
        if held or entry.other or any(entry.source.values()) or ("agency" in blind and entry.agency):
            raise Refused(f"{entry.code} says more than a blind stage allows")
    return True


def read_sheet(items, criteria, path, unknown):
    if not isinstance(items, list) or len(items) < 7:
        raise Refused(f"{path}: a sheet is a list of seven items")
    unknown.extend(f"{path}[{n}]" for n in range(7, len(items)))
    entry, final, marks, remarks, remark, packet, finished = items[:7]
    if not isinstance(final, bool) or not isinstance(marks, list) or len(marks) != len(criteria):
        raise Refused(f"{path}: is of the wrong form")
    given = {code: as_decimal(mark) for code, mark in zip(criteria, marks) if mark is not None}
    if not isinstance(remarks, dict) or not set(remarks) <= set(given) or not isinstance(remark, str):
        raise Refused(f"{path}: has remarks without marks")
    for place, least in ((packet, 0), (finished, 1)):
        if place is not None and (type(place) is not int or place < least):
            raise Refused(f"{path}: a place counts from {least}")
    return as_code(entry), Sheet(final, given, remarks, remark, packet, finished)


def read_visit(record):
    """A visit without the people met, which stand in an attachment."""
    visit = {"id": record.take("id", bytes), "photos": [], "claims": []}
    if len(visit["id"]) != 16:
        raise Refused("the name of a visit has 16 bytes")
    for key in ("stage", "entry"):
        visit[key] = record.code(key)
    for key in ("place", "office", "notes", "objection", "dissent", "reason"):
        visit[key] = record.take(key, str)
    visit["state"] = record.word("state", {"draft", "final"})
    visit["mode"] = record.word("mode", {"site", "online"})
    visit["recommendation"] = optional_word(record, "recommendation", RECOMMENDATIONS)
    visit["began"], visit["ended"] = record.optional("began", str), record.optional("ended", str)
    visit["position"] = None
    if record.fields.get("position") is not None:
        place = record.record("position")
        visit["position"] = as_position(place.take("at", list))
        place.optional("accuracy", int)
        place.finish()
    record.fields.pop("position", None)
    for photo in record.records("photos"):
        visit["photos"].append(photo.bytes32("name"))
        photo.bytes32("original")
        for key in ("width", "height", "bytes", "original_bytes"):
            photo.take(key, int)
        for key in ("taken", "device"):
            photo.optional(key, str)
        if photo.fields.get("position") is not None:
            as_position(photo.take("position", list))
        photo.fields.pop("position", None)
        optional_word(photo, "kind", PHOTO_KINDS)
        photo.take("caption", str)
        photo.finish()
    for claim in record.records("claims"):
        texts = tuple(claim.take(key, str) for key in ("text", "claimed", "found", "note"))
        for key in ("criterion", "unit"):
            claim.optional(key, str)
        optional_word(claim, "method", METHODS)
        visit["claims"].append((*texts, optional_word(claim, "verdict", VERDICTS)))
        if not set(claim.names("photos")) <= set(visit["photos"]):
            raise Refused("a claim shows a photo that is not one of its visit")
        claim.finish()
    record.finish()
    return visit


def optional_word(record, key, words):
    if record.fields.get(key) is None:
        record.fields.pop(key, None)
        return None
    return record.word(key, words)


def as_position(axes):
    """Whole microdegrees north and east."""
    if len(axes) != 2 or not all(type(axis) is int for axis in axes):
        raise Refused("a position is two whole numbers")
    if abs(axes[0]) > 90_000_000 or abs(axes[1]) > 180_000_000:
        raise Refused("a position is not on earth")
    return tuple(axes)


@dataclass(frozen=True)
class Attachment:
    kind: str
    name: bytes
    content: bytes | None  # without its salt; None where the file leaves it out


def read_attachments(record, frames):
    named = []
    for one in record.records("attachments"):
        named.append((one.word("kind", KINDS), one.bytes32("name")))
        one.finish()
    names = [name for _, name in named]
    kinds = [kind for kind, _ in named]
    if len(set(names)) != len(names) or any(kinds.count(kind) > 1 for kind in TEXTS):
        raise Refused("an attachment is named twice")
    held = dict(frames)
    if [name for name in names if name in held] != [name for name, _ in frames]:
        raise Refused("attachments that are not named, twice, or in another order")
    if any(len(content) < SALT for content in held.values()):
        raise Refused("an attachment is shorter than its salt")
    found = [Attachment(kind, name, held[name][SALT:] if name in held else None) for kind, name in named]
    for one in found:
        if one.content is not None and one.kind in TEXTS:
            TEXTS[one.kind](one.content)
    return found


def read_persons(content):
    record = payload(content, [])
    for one in record.records("visits"):
        if len(one.take("visit", bytes)) != 16:
            raise Refused("the name of a visit has 16 bytes")
        persons = one.records("team")
        if one.fields.get("officer") is not None:
            persons.append(one.record("officer"))
        for person in persons:
            for key in ("name", "nip", "post", "institution"):
                person.take(key, str)
        for asked in one.records("respondents"):
            asked.optional("satisfied", bool)
            for key in ("initials", "role", "why"):
                asked.take(key, str)


def read_declarations(content):
    record = payload(content, [])
    record.optional("stated_at", int)
    declared = []
    for one in record.records("declarations"):
        stage = one.optional("stage", str)
        said = one.word("kind", {"actual", "potential"}), one.word("ground", GROUNDS), one.take("text", str)
        declared.append((one.code("entry"), stage and as_code(stage), *said))
    return declared


def read_notes(content):
    record = payload(content, [])
    why = record.optional("why", str)
    return why, [(one.code("stage"), one.code("entry"), one.take("text", str)) for one in record.records("notes")]


TEXTS = {"declarations": read_declarations, "notes": read_notes, "persons": read_persons}


def read_hand_over(signed_file):
    signed = verify(signed_file, HAND_OVER)
    unknown = []
    record = payload(signed.payload, unknown)
    if record.bytes32("device") != signed.signer:
        raise Refused("another device signed the file")
    one = HandOver(
        name=signed.name,
        device=signed.signer,
        competition=record.bytes32("competition"),
        chair=record.bytes32("chair"),
        rules=record.bytes32("rules"),
        judge=record.code("judge"),
        enrolment=record.bytes32("enrolment"),
        number=record.take("number", int),
        previous=record.optional("previous", bytes),
        made_at=record.take("made_at", int),
        packets=record.names("packets"),
        unknown=unknown,
    )
    if len(set(one.packets)) != len(one.packets):
        raise Refused("a packet is named twice")
    if one.number < 1 or (one.number == 1) != (one.previous is None):
        raise Refused("number 1 has no hand-over before it, every other number names the one before")

    def say(stage, entry, what):
        if (stage, entry) in one.said:
            raise Refused(f"{entry} in {stage} is spoken of twice")
        one.said[stage, entry] = what

    for stage in record.records("stages"):
        code, criteria = stage.code("stage"), stage.codes("criteria")
        if len(set(criteria)) != len(criteria):
            raise Refused("a criterion is named twice")
        for n, items in enumerate(stage.take("sheets", list)):
            entry, sheet = read_sheet(items, criteria, f"{stage.path}sheets[{n}]", unknown)
            say(code, entry, sheet)
        stage.finish()
    for recusal in record.records("recusals"):
        say(recusal.code("stage"), recusal.code("entry"), Recusal(recusal.word("ground", GROUNDS)))
        recusal.finish()
    one.visits = [read_visit(visit) for visit in record.records("visits")]
    if len({visit["id"] for visit in one.visits}) != len(one.visits):
        raise Refused("a visit stands there twice")
    sheets = [what for what in one.said.values() if isinstance(what, Sheet)]
    if any(sheet.packet is not None and sheet.packet >= len(one.packets) for sheet in sheets):
        raise Refused("a sheet names a packet that is not there")
    places = [sheet.finished for sheet in sheets if sheet.finished is not None]
    if len(set(places)) != len(places):
        raise Refused("two sheets were finished at the same place")
    one.attachments = read_attachments(record, signed.attachments)
    photos = {attachment.name for attachment in one.attachments if attachment.kind == "photos"}
    if not {photo for visit in one.visits for photo in visit["photos"]} <= photos:
        raise Refused("a visit shows a photo that is not among the attachments")
    record.finish()
    return one


def is_enrolled(one, secret):
    """Whether the device proved that it opened the packet with that secret."""
    said = b"timbang/enrolment/1\x00" + one.competition + one.device + one.judge.encode()
    return blake3(said, key=secret).digest() == one.enrolment


ACTS = {
    "disqualify": ({"entry": str}, {"report": bytes}),
    "withdraw": ({"entry": str}, {}),
    "reinstate": ({"entry": str}, {}),
    "deduct": ({"entry": str, "points": str}, {}),
    "settle-tie": ({"order": list}, {"stage": str}),
    "pass": ({"stage": str}, {}),
    "fail": ({"stage": str}, {}),
    "settle-visit": ({"stage": str, "entry": str, "claim": str, "chosen": bytes}, {}),
    "settle-conflict": ({"judge": str, "stage": str, "entry": str, "chosen": bytes, "rejected": list}, {}),
    "accept-late": ({"hand_over": bytes}, {}),
    "publish": ({"standings": bytes, "hand_overs": list}, {}),
    "amend-entry": ({"entry": str}, {}),
    "change-rules": ({"from": bytes, "to": bytes}, {}),
    "undo": ({"decision": bytes}, {}),
}


def read_choices(record):
    """What becomes of marks, by stage and criterion."""
    choices = {}
    for one in record.records("marks"):
        of = one.code("stage"), one.code("criterion")
        if of in choices:
            raise Refused(f"{of} is chosen for twice")
        choices[of] = one.word("carry", CARRIES)
        one.finish()
    return choices


def read_particulars(record):
    """What an entry is known by."""
    known = {"title": record.take("title", str), "agency": record.take("agency", str), "category": record.code("category")}
    record.finish()
    return known


def read_seen_visits(record, key):
    """Visits as the chair saw them when deciding."""
    visits = []
    for one in record.records(key):
        visit = one.take("visit", bytes)
        if len(visit) != 16:
            raise Refused("the name of a visit has 16 bytes")
        visits.append({"entry": one.code("entry"), "visit": visit, "hand_over": one.bytes32("hand_over")})
        one.finish()
    if not visits:
        raise Refused("a decision names no visit")
    return visits


def read_rules_before(record):
    """The rules there were before those in force."""
    earlier = [Rules(text) for text in record.optional("earlier", list) or []]
    names = [rules.hash for rules in earlier]
    if names != sorted(set(names)):
        raise Refused("the earlier rules are not in ascending order")
    return earlier


def read_changes(record):
    changes = []
    for one in record.records("changes") if record.fields.get("changes") else []:
        changes.append({"from": one.bytes32("from"), "to": one.bytes32("to"), "marks": read_choices(one)})
        one.finish()
    record.fields.pop("changes", None)
    return changes


def read_decision(signed_file, unknown):
    signed = verify(signed_file, DECISION)
    signed.expect_attachments([])
    record = payload(signed.payload, unknown)
    act = record.record("act")
    kind = act.word("kind", ACTS)
    needed, optional = ACTS[kind]
    content = {"kind": kind, **{key: act.take(key, type_) for key, type_ in needed.items()}}
    content |= {key: act.optional(key, type_) for key, type_ in optional.items()}
    if kind == "change-rules":
        content["marks"] = read_choices(act)
    if kind == "amend-entry":
        content |= {key: read_particulars(act.record(key)) for key in ("before", "after")}
        if content["before"] == content["after"] or not content["after"]["title"].strip():
            raise Refused("an amendment gives the entry a title, and changes something")
    if kind in ("pass", "fail"):
        content["visits"] = read_seen_visits(act, "visits")
    if kind == "settle-visit":
        content["seen"] = read_seen_visits(act, "seen")
        if content["chosen"] not in {seen["visit"] for seen in content["seen"]}:
            raise Refused("the visit chosen is not among those seen")
    act.finish()
    decision = Decision(
        name=signed.name,
        chair=signed.signer,
        competition=record.bytes32("competition"),
        number=record.take("number", int),
        reason=record.take("reason", str),
        act=content,
    )
    record.take("made_at", int)
    record.finish()
    return decision


def read_pack(data):
    signed = verify(data, PACK)
    unknown = []
    record = payload(signed.payload, unknown)
    hand_overs, decisions = record.names("hand_overs"), record.names("decisions")
    if any(names != sorted(set(names)) for names in (hand_overs, decisions)):
        raise Refused("names are not in ascending order")
    names, files = [name for name, _ in signed.attachments], [content for _, content in signed.attachments]
    if len(files) != len(hand_overs) + len(decisions) + 1 or names[-1] != record.bytes32("standings"):
        raise Refused("the attachments are not those that the payload names")
    journal = record.record("journal")
    pack = {
        "chair": signed.signer,
        "competition": record.bytes32("competition"),
        "rules": Rules(record.take("rules", str)),
        "earlier": read_rules_before(record),
        "entries": read_entries(record),
        "judges": [read_judge(judge) for judge in record.records("judges")],
        "hand_overs": [read_hand_over(file) for file in files[: len(hand_overs)]],
        "decisions": [read_decision(file, unknown) for file in files[len(hand_overs) : -1]],
        "standings": files[-1],
        "journal": (journal.take("length", int), journal.bytes32("hash")),
        "made_at": record.take("made_at", int),
        "unknown": unknown,
    }
    journal.finish()
    record.finish()
    known = {judge.code for judge in pack["judges"]}
    if [one.name for one in (*pack["hand_overs"], *pack["decisions"])] != [*hand_overs, *decisions]:
        raise Refused("the hand-overs and decisions are not those that the payload names")
    for one in pack["hand_overs"]:
        unknown.extend(f"hand-over {one.name.hex()[:8]}: {place}" for place in one.unknown)
        if (one.competition, one.chair) != (pack["competition"], pack["chair"]) or one.judge not in known:
            raise Refused("a hand-over of another competition, chair or judge")
    for one in pack["decisions"]:
        if (one.competition, one.chair) != (pack["competition"], pack["chair"]):
            raise Refused("a decision of another competition or chair")
    pack["decisions"].sort(key=lambda one: (one.number, one.name))
    return pack
