#!/usr/bin/env python3
"""Reads the files that people send each other, from docs/file-format.md alone: nothing here is shared with the program.

    read_files.py packet J1.paket --passphrase-file F
    read_files.py hand-over J1.nilai --identity-file F [--enrolment HEX]
    read_files.py pack P.hasil

Prints one JSON document; exits 1 when a file is refused or a pack's standings are not those that follow from it.
Needs cryptography, cbor2, blake3 and pyrage.
"""

import argparse
import json
import sys
from pathlib import Path

import contents
from envelope import HAND_OVER, PACKET, Refused, fingerprint, open_with_identity, open_with_passphrase
from result import read_result
from standings import differences, standings


def packet(arguments):
    passphrase = arguments.passphrase_file.read_text().strip()
    read = contents.read_packet(open_with_passphrase(arguments.file.read_bytes(), PACKET, passphrase))
    return {
        "competition": read["competition"].hex(),
        "rules": read["rules"].name,
        "rules_hash": read["rules"].hash.hex(),
        "chair": fingerprint(read["chair"]),
        "judge": read["judge"].code,
        "entries": list(read["entries"]),
        "enrolment": read["enrolment"].hex(),
        "recipient": read["recipient"],
        "unknown": read["unknown"],
    }, True


def hand_over(arguments):
    identity = arguments.identity_file.read_text().strip()
    read = contents.read_hand_over(open_with_identity(arguments.file.read_bytes(), HAND_OVER, identity))
    enrolled = None
    if arguments.enrolment:
        enrolled = contents.is_enrolled(read, bytes.fromhex(arguments.enrolment))
    sheets = {key: said for key, said in read.said.items() if isinstance(said, contents.Sheet)}
    return {
        "name": read.name.hex(),
        "competition": read.competition.hex(),
        "judge": read.judge,
        "device": fingerprint(read.device),
        "number": read.number,
        "previous": read.previous and read.previous.hex(),
        "enrolled": enrolled,
        "sheets": [
            {
                "stage": stage,
                "entry": entry,
                "final": sheet.final,
                "marks": {code: str(mark) for code, mark in sheet.marks.items()},
            }
            for (stage, entry), sheet in sheets.items()
        ],
        "recusals": [key for key in read.said if key not in sheets],
        "visits": [(visit["stage"], visit["entry"]) for visit in read.visits],
        "packets": [name.hex() for name in read.packets],
        "attachments": [
            {"kind": one.kind, "name": one.name.hex(), "held": one.content is not None} for one in read.attachments
        ],
        "unknown": read.unknown,
    }, enrolled is not False


def pack(arguments):
    read = contents.read_pack(arguments.file.read_bytes())
    computed = standings(read)
    found = list(differences(read_result(read["standings"], read["unknown"]), computed))
    return {
        "rules": read["rules"].name,
        "chair": fingerprint(read["chair"]),
        "hand_overs": len(read["hand_overs"]),
        "decisions": len(read["decisions"]),
        "journal": read["journal"][0],
        "unknown": read["unknown"],
        "equal": not found,
        "differences": found,
        "rows": computed["final"]["rows"],
    }, not found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(required=True)
    for name, run in [("packet", packet), ("hand-over", hand_over), ("pack", pack)]:
        kind = kinds.add_parser(name)
        kind.add_argument("file", type=Path)
        kind.set_defaults(run=run)
        if run is packet:
            kind.add_argument("--passphrase-file", type=Path, required=True)
        if run is hand_over:
            kind.add_argument("--identity-file", type=Path, required=True)
            kind.add_argument("--enrolment")
    arguments = parser.parse_args()
    try:
        answer, good = arguments.run(arguments)
    except (Refused, OSError) as refusal:
        sys.exit(f"{arguments.file}: {refusal}")
    json.dump(answer, sys.stdout, indent=2, ensure_ascii=False)
    print()
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
