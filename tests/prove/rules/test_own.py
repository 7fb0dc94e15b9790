"""What Backstay says itself keeps the rules of tone, as strictly as a project of a contract."""

from pathlib import Path

import pytest

import backstay
from backstay.prove.reading.project import Project
from backstay.prove.reading.source import Source
from backstay.prove.rules.fitness.cheering import cheering
from backstay.prove.rules.fitness.emoji_in_source import emoji_in_source

SOURCE = Path(backstay.__path__[0])
PARTS = sorted(one.name for one in SOURCE.iterdir() if (one / "__init__.py").is_file())


@pytest.mark.parametrize("part", PARTS)
def test_nothing_that_is_said_cheers_or_holds_an_emoji(part: str):
    """R-202: no emoji, no cheer, in a message, a log or a page."""
    strict = Project(contract=True)
    seen = [
        f"{path}:{hit.line}: {hit.message}"
        for path in (SOURCE / part).rglob("*.py")
        for rule in (cheering, emoji_in_source)
        for hit in rule.run(Source(path.as_posix(), path.read_text(encoding="utf-8"), strict))
    ]
    assert seen == []
