"""The pages about mistakes in contracts, one file for each code in `pages/`."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def _pages() -> Traversable:
    return files("backstay.blueprint").joinpath("pages")


def ids() -> list[str]:
    """Every code that has a page."""
    return sorted(file.name.removesuffix(".md") for file in _pages().iterdir())


def page(code: str) -> str | None:
    """What a code means, a wrong and a right contract, and what to do; None if there is no such."""
    if code not in ids():
        return None
    return _pages().joinpath(f"{code}.md").read_text("utf-8")
