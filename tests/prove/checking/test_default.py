"""A mutable default counts where the function changes it, or gives it away."""

import pytest

from backstay.prove.checking.default import is_changed


@pytest.mark.parametrize(
    "body",
    [
        "boats.append(1)",
        "boats[0] = 1",
        "del boats[0]",
        "boats += [1]",
        "self.boats = boats",
        "return boats",
    ],
)
def test_what_changes_it_or_keeps_it(body):
    assert is_changed(f"def moor(self, boats=[]):\n    {body}\n", 1)


@pytest.mark.parametrize(
    "body", ["return len(boats)", "print(boats)", "boat = boats", "other.append(1)", "names[0] = 1"]
)
def test_what_only_reads_it(body):
    assert not is_changed(f"def moor(self, *, boats={{}}):\n    {body}\n", 1)


def test_what_cannot_be_told_counts():
    assert is_changed("def broken(:\n", 1)
    assert is_changed("a = 1\n", 1)
