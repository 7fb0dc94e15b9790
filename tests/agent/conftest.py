"""The five source documents, where they are."""

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture
def sources() -> list[Path]:
    """The five source documents; the test is skipped where they are not."""
    beside = (parent / "shared" / "source" for parent in HERE.parents)
    near = next((one for one in beside if one.is_dir()), HERE.parents[2] / "shared" / "source")
    folder = Path(os.environ.get("BACKSTAY_SOURCES", near))
    found = sorted(folder.glob("0*.txt"))
    if len(found) != 5:
        pytest.skip(f"the five source documents are not in {folder.name}; set BACKSTAY_SOURCES")
    return found
