"""The lowest runtime that a project allows is compared with what is supported (R-201, C-25)."""

import pytest

from backstay.detect.floors import floor_notices, lowest_version
from backstay.detect.manifests.model import Manifest, Setting
from backstay.detect.model import Evidence


@pytest.mark.parametrize(
    ("written", "lowest"),
    [
        (">=3.9,<4", (3, 9)),
        ("~=3.11.2", (3, 11)),
        ("==3.12.*", (3, 12)),
        ("^3.10 || ^3.8", (3, 8)),
        ("!=3.9,>=3.10", (3, 10)),
        ("20.x", (20,)),
        (">= 18 <21", (18,)),
        ("v18.19.0", (18, 19)),
        ("18 - 20", (18,)),
        ("<4", None),
        ("*", None),
        ("lts/*", None),
    ],
)
def test_the_lowest_version_of_a_range(written: str, lowest: tuple[int, ...] | None) -> None:
    assert lowest_version(written) == lowest


@pytest.mark.parametrize(
    ("runtime", "version", "level"),
    [
        ("python", ">=3.9", "error"),
        ("python", ">=3.10", "warning"),
        ("python", "3", "error"),
        ("python", ">=3.12", None),
        ("node", "16", "error"),
        ("node", ">=18.17", "warning"),
        ("node", "^20", None),
        ("node", "*", None),
    ],
)
def test_old_runtimes_are_noticed(runtime: str, version: str, level: str | None) -> None:
    setting = Setting(runtime, Evidence("manifest", 3), version)

    notices = list(floor_notices(Manifest(settings=(setting,))))

    assert [notice.level for notice in notices] == ([level] if level else [])
    assert all((notice.path, notice.line) == ("manifest", 3) for notice in notices)
    assert all(version in notice.message for notice in notices)


def test_silence_about_the_runtime_is_no_notice() -> None:
    assert list(floor_notices(Manifest())) == []
