"""The tests of a built project do not depend on each other: they pass backwards, too (R-166)."""

from pathlib import Path

import pytest

from tests.build import holding

BACKWARDS = "def pytest_collection_modifyitems(items):\n    items.reverse()\n"


@pytest.mark.real
def test_own_tests_pass_in_another_order(project: Path, tmp_path: Path) -> None:
    (tmp_path / "backwards.py").write_text(BACKWARDS)

    options = ["-q", "-p", "no:cacheprovider", "-p", "backwards"]
    holding.tool(project, "pytest", *options, PYTHONPATH=str(tmp_path))
