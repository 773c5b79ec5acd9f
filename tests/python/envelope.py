"""The outer form of the files, as docs/file-format.md, parts 2 and 4, says it. Knows nothing of what payloads mean."""

from dataclasses import dataclass
from pathlib import Path

import pyrage
from blake3 import blake3
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MAGIC = b"TIMBANG\x1a"
FORMAT = 1
SIGNED, SEALED = 1, 2
PACKET, HAND_OVER, DECISION, PACK, BACKUP = 1, 2, 3, 4, 5
LARGEST = 1 << 30


class Refused(Exception):
    """A file is not what it should be; nothing of it is used."""


@dataclass(frozen=True)
class Signed:
    """A signed file whose signature holds."""

    name: bytes
    signer: bytes
    payload: bytes
    attachments: list[tuple[bytes, bytes]]

    def expect_attachments(self, named: list[bytes]) -> list[bytes]:
        if [name for name, _ in self.attachments] != named:
            raise Refused("the attachments are not those that the payload names")
        return [content for _, content in self.attachments]


def hash_of(content: bytes) -> bytes:
    return blake3(content).digest()


def _frames(data: bytes, form: int, kind: int) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """What stands between the header and the frames, and the frames."""
    if data[:8] != MAGIC:
        raise Refused("not a file of this program")
    if len(data) > LARGEST or len(data) < 12:
        raise Refused("cut short or too large")
    if int.from_bytes(data[8:10], "big") != FORMAT:
        raise Refused("of another format")
    if data[10] != form or data[11] != kind:
        raise Refused("of another form or kind")
    start, end = 12 + (96 if form == SIGNED else 0), len(data) - 32
    at = start + 4
    if at > end:
        raise Refused("cut short")
    frames = []
    for _ in range(int.from_bytes(data[start:at], "big")):
        if at + 36 > end:
            raise Refused("cut short")
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 36]
        if length > end - at - 36:
            raise Refused("cut short")
        content = data[at + 36 : at + 36 + length]
        if hash_of(content) != name:
            raise Refused(f"damaged between byte {at} and byte {at + 36 + length}")
        frames.append((name, content))
        at += 36 + length
    if at != end or not frames:
        raise Refused("too long, or without frames")
    if hash_of(data[:end]) != data[end:]:
        raise Refused("damaged")
    return data[12:start], frames


def verify(data: bytes, kind: int) -> Signed:
    before, frames = _frames(data, SIGNED, kind)
    signer, signature = before[:32], before[32:]
    (_, payload), *attachments = frames
    try:
        message = b"timbang/signed/1\x00" + bytes([kind]) + payload
        Ed25519PublicKey.from_public_bytes(signer).verify(signature, message)
    except InvalidSignature:
        raise Refused("the signature does not hold") from None
    return Signed(hash_of(payload), signer, payload, attachments)


def _sealed(data: bytes, kind: int) -> bytes:
    _, frames = _frames(data, SEALED, kind)
    if len(frames) != 1:
        raise Refused("a sealed file has one frame")
    return frames[0][1]


def open_with_passphrase(data: bytes, kind: int, passphrase: str) -> bytes:
    try:
        return pyrage.passphrase.decrypt(_sealed(data, kind), passphrase)
    except pyrage.DecryptError as error:
        raise Refused(f"the passphrase does not open it: {error}") from None


def open_with_identity(data: bytes, kind: int, identity: str) -> bytes:
    try:
        return pyrage.decrypt(_sealed(data, kind), [pyrage.x25519.Identity.from_str(identity)])
    except pyrage.DecryptError as error:
        raise Refused(f"sealed to someone else: {error}") from None


def fingerprint(device: bytes) -> str:
    """Six words for the first 66 bits of the hash."""
    folder = Path(__file__).resolve().parents[2]
    words = (folder / "crates/exchange/src/words.txt").read_text().split()
    bits = int.from_bytes(hash_of(device), "big") >> (256 - 66)
    return "-".join(words[bits >> (55 - 11 * n) & 2047] for n in range(6))
