"""The pack of base texts: the same bytes for the same texts, and a damaged one is said."""

import os
import time

import pytest

from backstay.build.files.pack import packed, unpacked

FILES = {"b.py": b"b\n", "a/c.py": "ä\n".encode()}


def test_texts_come_back(tmp_path):
    (tmp_path / "base.zip").write_bytes(packed(FILES))

    assert unpacked(tmp_path / "base.zip") == {"a/c.py": "ä\n", "b.py": "b\n"}


def test_there_is_nothing_where_there_is_no_pack(tmp_path):
    assert unpacked(tmp_path / "base.zip") == {}


def test_neither_order_nor_clock_nor_zone_shows(monkeypatch):
    first = packed(FILES)
    monkeypatch.setitem(os.environ, "TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert packed(dict(reversed(FILES.items()))) == first
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("content", [b"no zip", packed({"a.py": b"\xff"})])
def test_a_damaged_pack_names_itself_and_what_to_do(tmp_path, content):
    (tmp_path / "base.zip").write_bytes(content)

    with pytest.raises(ValueError, match=r"base\.zip is damaged: .*; restore it from version"):
        unpacked(tmp_path / "base.zip")
