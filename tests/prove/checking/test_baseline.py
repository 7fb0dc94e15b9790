"""The baseline holds back what was there, and its number may only fall."""

import pytest

from backstay.prove.checking.baseline import (
    BaselineError,
    beyond,
    fallen,
    read_baseline,
    write_baseline,
)
from backstay.prove.finding import Finding, Location


def finding(mark: str, line: int = 1) -> Finding:
    return Finding("DAT003", "commit", Location("a.py", line), fingerprint=mark)


def test_what_is_recorded_is_held_back_wherever_it_moved(tmp_path):
    file = tmp_path / "baseline.json"
    assert write_baseline(file, [finding("x"), finding("y")]) == 2

    new = beyond([finding("x", 90), finding("z")], read_baseline(file))

    assert [one.fingerprint for one in new] == ["z"]


def test_one_more_of_the_same_is_new(tmp_path):
    file = tmp_path / "baseline.json"
    write_baseline(file, [finding("x"), finding("x", 2)])
    recorded = read_baseline(file)

    assert beyond([finding("x"), finding("x", 2)], recorded) == []
    assert len(beyond([finding("x"), finding("x", 2), finding("x", 3)], recorded)) == 1


def test_what_is_gone_is_counted(tmp_path):
    file = tmp_path / "baseline.json"
    write_baseline(file, [finding("x"), finding("y"), finding("y")])

    assert fallen([finding("y")], read_baseline(file)) == 2


def test_no_file_records_nothing(tmp_path):
    assert not read_baseline(tmp_path / "none.json")


@pytest.mark.parametrize("text", ["{", "[]", '{"findings": [{}]}', '{"findings": 3}'])
def test_a_file_that_is_none_is_said(tmp_path, text):
    file = tmp_path / "baseline.json"
    file.write_text(text)

    with pytest.raises(BaselineError, match=r"baseline.json is no baseline .* --baseline"):
        read_baseline(file)
