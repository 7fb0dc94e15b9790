"""`.build/context.md`: what the service has, rendered from the tree; idempotent (R-217)."""

from collections.abc import Iterator
from pathlib import Path

from backstay.agent.record.lock import locked
from backstay.agent.record.managed import replaced
from backstay.agent.tree.facts import Facts

FILE = "context.md"
_HEAD = (
    "# Context\n\nWritten by Backstay from the code. What stands outside of the marks is yours.\n"
)


def write_context(root: Path, facts: Facts) -> bool:
    """Bring the sections to what the code says; gives whether anything changed."""
    with locked(root) as folder:
        place = folder / FILE
        before = place.read_text(encoding="utf-8") if place.is_file() else ""
        text = before or _HEAD
        for name, lines in (
            ("routes", _routes(facts)),
            ("models", _models(facts)),
            ("services", _services(facts)),
        ):
            text = replaced(text, name, "\n".join(lines))
        if text == before:
            return False
        beside = place.with_suffix(".new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(place)
        return True


def _routes(facts: Facts) -> Iterator[str]:
    yield "## Routes\n"
    for one in facts.routes:
        yield f"- `{one}` {one.function}, {one.where}"


def _models(facts: Facts) -> Iterator[str]:
    yield "## Models\n"
    for one in facts.models:
        yield f"- `{one.name}`: {', '.join(one.fields)} ({one.where})"


def _services(facts: Facts) -> Iterator[str]:
    yield "## Services\n"
    for one in facts.services:
        yield f"- `{one.name}` {one.where}"
