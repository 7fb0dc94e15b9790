"""The page of the standard: each row with what holds it, as Markdown."""

from collections.abc import Iterator

from backstay.prove.standard.coverage import Covered, counted, coverage
from backstay.prove.standard.rows import Holder


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
            yield from ("", f"## {category}", "", "| row | asks | held by |", "|---|---|---|")
        held = "<br>".join(map(said, one.holders)) or "nothing"
        yield f"| {one.row.id} | {one.row.title} | {held} |"


def said(one: Holder) -> str:
    """A holder in words."""
    words = {
        "rule": "rule {}",
        "built": "built: `{}`",
        "code": "`{}`",
        "test": "test: `{}`",
        "probe": "probe {}",
        "page": "page: `{}`",
        "outside": "outside: {}",
        "open": "open, issue {}",
    }
    return words[one.kind].format(one.what)
