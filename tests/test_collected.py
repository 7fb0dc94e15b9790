"""No folder of tests is passed over: pytest leaves out some names by itself, `build` among them."""

from fnmatch import fnmatch
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def test_every_folder_of_tests_is_collected(pytestconfig: pytest.Config) -> None:
    left_out = pytestconfig.getini("norecursedirs")
    folders = {part for path in HERE.rglob("test_*.py") for part in path.relative_to(HERE).parts}

    assert "build" in folders
    assert not [one for one in folders if any(fnmatch(one, pattern) for pattern in left_out)]
