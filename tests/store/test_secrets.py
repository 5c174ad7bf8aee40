"""What a passphrase opens: slowly, and however its letters were typed."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from recoverplan.store import keys

KEY, SALT, NAME = bytes(range(32)), b"salt of this slot", b"name"
COMPOSED, APART = "caf\u00e9", "cafe\u0301"


def slot_by_hand(kind: str, typed: bytes) -> keys.Slot:
    """Make a slot as safekeeping asks for: scrypt of 2^17, 8, 1; half hides, half checks."""
    both = hashlib.scrypt(typed, salt=SALT, n=131_072, r=8, p=1, maxmem=2**28, dklen=64)
    hidden = bytes(one ^ other for one, other in zip(KEY, both[:32], strict=True))
    said = f"recoverplan/keys/1 {kind} ".encode() + NAME + SALT + hidden
    return keys.Slot(kind, SALT, hidden, hmac.digest(both[32:], said, hashlib.sha256), NAME)


def test_a_guess_costs_what_was_promised() -> None:
    """A slot made by hand with that cost opens; with any other it would not."""
    slot = slot_by_hand("passphrase", b"tea and the radio")
    assert keys.key_in(slot, "tea and the radio") == KEY
    assert keys.key_in(slot, "tea and the radios") is None


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch quickly, where it is only letters that matter."""
    monkeypatch.setattr(keys, "COST", 2)


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize(
    ("set_as", "typed"),
    [
        (COMPOSED, APART),  # one keyboard gives the letter whole, another in two pieces
        (APART, COMPOSED),
        ("\uff54\uff45\uff41 1", "tea 1"),  # full width, as an input method for Japanese gives it
        ("\ufb01ve", "five"),  # a ligature out of a document
        ("\u212b", "\u00c5"),  # the sign of the unit, and the letter
        ("two\u00a0words", "two words"),  # a space that does not break
    ],
)
def test_a_passphrase_opens_however_its_letters_are_typed(set_as: str, typed: str) -> None:
    slot = keys.secret_slot("passphrase", set_as, KEY, NAME)
    assert keys.key_in(slot, typed) == KEY


@pytest.mark.usefixtures("cheap")
def test_what_is_another_passphrase_does_not_open() -> None:
    slot = keys.secret_slot("passphrase", COMPOSED, KEY, NAME)
    for typed in ("cafe", "CAF\u00c9", f" {COMPOSED}", f"{COMPOSED} ", ""):
        assert keys.key_in(slot, typed) is None, typed


@pytest.mark.usefixtures("cheap")
def test_a_recovery_code_opens_with_its_letters_as_they_are_read_aloud() -> None:
    slot = keys.secret_slot("recovery", "0110-1111-2222-3333-4444-ABCD", KEY, NAME)
    for typed in ("olio 1111 2222 3333 4444 abcd", "OIL0I11122223333 4444ABCD"):
        assert keys.key_in(slot, typed) == KEY, typed
    assert keys.key_in(slot, "0110-1111-2222-3333-4444-ABCE") is None
