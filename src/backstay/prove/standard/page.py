"""The page of the standard: each row with what holds it, as Markdown."""

from collections.abc import Iterator

from backstay.prove.standard.coverage import Covered, counted, coverage
from backstay.prove.standard.rows import Holder, Row

_WORDS = {
    "rule": "rule {}",
    "finding": "finding {} of every run",
    "ruff": "ruff {} underneath `backstay check`",
    "gate": "gate `{}` of `backstay check --gates`",
    "rules": "rules {}",
    "boundary": "boundary `{}` of specialists",
    "list": "list {}",
    "built": "built: `{}`",
    "example": "on examples/timetrack: `{}`",
    "code": "`{}`",
    "test": "test: `{}`",
    "probe": "probe {}",
    "page": "page: `{}`",
    "outside": "outside: {}",
    "open": "open, issue {}",
}


def page() -> str:
    """The text of docs/requirements.md, and of `backstay explain --requirements`."""
    return "\n".join(_lines(coverage())) + "\n"


def _lines(covered: list[Covered]) -> Iterator[str]:
    counts = ", ".join(f"{count} {state}" for state, count in counted(covered).items())
    yield "# The standard, row by row"
    yield ""
    yield "Rendered by `backstay explain --requirements`; rows are named as in the requirements."
    yield f"{len(covered)} rows: {counts}."
    category = ""
    for one in covered:
        if one.row.category != category:
            category = one.row.category
            yield from ("", f"## {category}", "", "| row | asks | proof | held by |")
            yield "|---|---|---|---|"
        held = "<br>".join(map(said, one.holders)) or "nothing"
        yield f"| {one.row.id} | {_asked(one.row)} | {' '.join(one.row.proof)} | {held} |"


def _asked(row: Row) -> str:
    return f"{row.title} ({row.threshold})" if row.threshold not in ("", "-") else row.title


def said(one: Holder) -> str:
    """A holder in words."""
    what = f"{one.what}::{one.part}" if one.part else one.what
    return _WORDS[one.kind].format(what)
