"""Files of the program, read by a program that knows docs/file-format.md and nothing else."""

import os
import random
import subprocess
import tempfile
import unittest
from dataclasses import replace
from datetime import date
from pathlib import Path

import contents
from envelope import HAND_OVER, PACK, PACKET, Refused, fingerprint, open_with_identity, open_with_passphrase, verify
from result import read_result
from standings import differences, standings

PROGRAM = os.environ.get("TIMBANG_BIN")
FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "exchange"
FLIPS = 20_000 if "TIMBANG_LONG" in os.environ else 300


def text(name):
    return (FOLDER / name).read_text().strip()


def data(name):
    return (FOLDER / name).read_bytes()


class Packets(unittest.TestCase):
    def test_a_packet_opens_with_its_passphrase_and_says_who_it_is_for(self):
        packet = contents.read_packet(open_with_passphrase(data("packet.paket"), PACKET, text("passphrase.txt")))
        self.assertEqual(packet["judge"].code, "J1")
        self.assertEqual(packet["enrolment"].hex(), text("enrolment.txt"))
        self.assertTrue(packet["entries"] and packet["rules"].stages)
        self.assertEqual(len(fingerprint(packet["chair"]).split("-")), 6)
        self.assertEqual(packet["unknown"], [])

    def test_a_packet_says_what_an_entry_was_in_an_earlier_competition(self):
        packet = contents.read_packet(open_with_passphrase(data("packet-return.paket"), PACKET, text("passphrase.txt")))
        [(entry, (code, competition, _, _, claims))] = packet["predecessors"].items()
        self.assertIn(entry, packet["entries"])
        self.assertEqual((code, competition), ("OPD-017", "Lomba 2022"))
        words = "Jumlah penerima manfaat", "500"
        self.assertEqual(claims[0], (*words, "410", "orang", "partly", date(2022, 11, 21)))
        self.assertEqual(claims[1], (*words, "", "orang", "not-checkable", None))
        self.assertEqual(packet["unknown"], [])

    def test_a_packet_for_a_blind_stage_leaves_out_what_the_rules_say_and_is_refused_otherwise(self):
        packet = contents.read_packet(open_with_passphrase(data("packet.paket"), PACKET, text("passphrase.txt")))
        self.assertEqual(packet["rules"].stages[0].blind, {"agency", "innovator"})
        entries = packet["entries"]
        self.assertTrue(all(entry.fields.keys() == {"summary"} and not entry.agency for entry in entries.values()))
        for change in [{"agency": "Dinas"}, {"fields": {"phone": "0812"}}, {"other": [["a", "b"]]}, {"source": {"row": 3}}]:
            code, entry = next(iter(entries.items()))
            with self.assertRaises(Refused):
                contents.expect_blind(packet["rules"], packet["judge"], entries | {code: replace(entry, **change)})

    def test_another_passphrase_does_not_open_it(self):
        with self.assertRaises(Refused):
            open_with_passphrase(data("packet.paket"), PACKET, "kopi-kopi-kopi-kopi-kopi-kopi")


class HandOvers(unittest.TestCase):
    def setUp(self):
        self.signed = open_with_identity(data("hand-over.nilai"), HAND_OVER, text("chair-identity.txt"))

    def test_a_hand_over_verifies_and_lists(self):
        one = contents.read_hand_over(self.signed)
        self.assertEqual((one.judge, one.unknown), ("J1", []))
        self.assertTrue(one.said)

    def test_what_is_attached_reads_and_what_is_left_out_is_known(self):
        one = contents.read_hand_over(self.signed)
        declarations, notes, photo = one.attachments
        self.assertEqual([declarations.kind, notes.kind, photo.kind], ["declarations", "notes", "photos"])
        self.assertEqual(contents.read_notes(notes.content)[0], "Belum selesai")
        recused = {entry for (_, entry), said in one.said.items() if isinstance(said, contents.Recusal)}
        self.assertEqual({entry for entry, *_ in contents.read_declarations(declarations.content)}, recused)
        self.assertIsNone(photo.content)

    def test_an_attachment_is_known_by_its_name_alone_and_stands_in_its_place(self):
        frames = verify(self.signed, HAND_OVER).attachments
        named = [(one.kind, one.name) for one in contents.read_hand_over(self.signed).attachments]
        record = lambda: contents.Record({"attachments": [{"kind": kind, "name": name} for kind, name in named]}, "", [])
        for wrong in (frames[::-1], [frames[0], frames[0]], [(bytes(32), b"a text that nobody names")]):
            with self.assertRaises(Refused):
                contents.read_attachments(record(), wrong)
        for right in (frames, frames[:1], frames[1:], []):
            self.assertEqual(len(contents.read_attachments(record(), right)), 3)

    def test_its_device_was_enrolled_by_the_packet(self):
        one = contents.read_hand_over(self.signed)
        self.assertTrue(contents.is_enrolled(one, bytes.fromhex(text("enrolment.txt"))))
        self.assertFalse(contents.is_enrolled(one, bytes(32)))

    def test_any_flipped_bit_and_any_cut_is_refused(self):
        dice = random.Random(1)
        for _ in range(FLIPS):
            place = dice.randrange(len(self.signed))
            flipped = bytearray(self.signed)
            flipped[place] ^= 1 << dice.randrange(8)
            for damaged in (bytes(flipped), self.signed[:place]):
                with self.assertRaises(Refused):
                    verify(damaged, HAND_OVER)


class Packs(unittest.TestCase):
    def test_the_standings_in_a_pack_follow_from_what_is_in_it(self):
        packs = sorted(FOLDER.glob("pack-*.hasil"))
        self.assertGreater(len(packs), 5)
        for path in packs:
            with self.subTest(path.name):
                pack = contents.read_pack(path.read_bytes())
                self.assertEqual(list(differences(read_result(pack["standings"], pack["unknown"]), standings(pack))), [])

    def test_among_the_packs_are_some_whose_rules_changed_after_scoring_began(self):
        changed = [path.name for path in FOLDER.glob("pack-*.hasil") if contents.read_pack(path.read_bytes())["earlier"]]
        self.assertGreater(len(changed), 3)

    def test_a_pack_says_nothing_of_persons(self):
        pack = contents.read_pack(data("pack-1.hasil"))
        self.assertTrue(all(entry.fields == {} for entry in pack["entries"].values()))
        self.assertFalse(any(kept.content for one in pack["hand_overs"] for kept in one.attachments))

    def test_a_pack_with_attachments_is_read_as_one_without(self):
        pack = contents.read_pack(data("pack-3.hasil"))
        self.assertTrue(all(kept.content for one in pack["hand_overs"] for kept in one.attachments[:2]))

    def test_a_pack_is_not_a_hand_over(self):
        with self.assertRaises(Refused):
            verify(data("pack-1.hasil"), HAND_OVER)
        verify(data("pack-1.hasil"), PACK)


@unittest.skipUnless(PROGRAM, "TIMBANG_BIN does not name the program")
class Demonstration(unittest.TestCase):
    def test_the_result_packs_of_the_program_itself_follow_from_what_is_in_them(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            own = {**os.environ, "TIMBANG_DATA": str(folder / "data")}
            run = lambda *words: subprocess.run([PROGRAM, *words], env=own, check=True, capture_output=True)
            run("demo", "--out", str(folder))
            for name in ("kukar-2023", "metro-2027"):
                path = folder / f"{name}.hasil"
                run("export", str(folder / f"{name}.timbang"), "--pack", str(path))
                pack = contents.read_pack(path.read_bytes())
                computed = standings(pack)
                self.assertEqual(len(computed["final"]["rows"]), len(pack["entries"]))
                self.assertEqual(list(differences(read_result(pack["standings"], pack["unknown"]), computed)), [])


if __name__ == "__main__":
    unittest.main()
