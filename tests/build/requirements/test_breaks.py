"""Each rule on built projects goes red when what it holds is broken in one."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from tests.build.requirements.project import Project
from tests.build.requirements.test_requirements import RULES

EXAMPLE = Path(__file__).parents[3] / "examples" / "timetrack"
BREAKS = yaml.safe_load(Path(__file__).with_name("breaks.yaml").read_text())


def test_every_rule_has_a_break():
    assert set(BREAKS) == set(RULES)


def broken(  # the words of a break
    place: Path,
    *,
    file: str,
    old: str = "",
    new: str = "",
    head: str = "",
    append: str = "",
    times: int = 1,
    remove: bool = False,
) -> None:
    """Break a file: take it away, change a text in it, or add to it."""
    if remove:
        place.unlink()
        return
    text = place.read_text() if place.is_file() else head
    assert old in text, f"{file} does not say {old}"
    place.write_text((text.replace(old, new) if old else text) + append * times)


@pytest.mark.parametrize("name", BREAKS)
def test_a_break_is_seen(name: str, tmp_path: Path):
    root = tmp_path / "timetrack"
    shutil.copytree(EXAMPLE, root)
    RULES[name](Project(root))
    place = root / BREAKS[name]["file"]
    broken(place, **BREAKS[name])
    if place.suffix == ".json":
        json.loads(place.read_text())

    with pytest.raises((AssertionError, ValueError)):
        RULES[name](Project(root))
