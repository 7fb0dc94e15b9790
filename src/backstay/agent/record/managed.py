"""A region of a file that Backstay keeps, between two marks; the rest belongs to people."""

import re


def marks(name: str) -> tuple[str, str]:
    """The lines that begin and end a region in Markdown."""
    return f"<!-- backstay:{name} -->", f"<!-- /backstay:{name} -->"


def replaced(text: str, name: str, content: str) -> str:
    """The text with the region's content replaced; a region that is missing is added at the end."""
    start, end = marks(name)
    region = f"{start}\n{content.strip()}\n{end}"
    pattern = re.compile(rf"{re.escape(start)}\n.*?{re.escape(end)}", re.DOTALL)
    if pattern.search(text):
        return pattern.sub(lambda _: region, text, count=1)
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    return f"{text}{gap}{region}\n"


def without(text: str, name: str) -> str:
    """The text as it was before the region was added."""
    start, end = marks(name)
    return re.sub(rf"\n?{re.escape(start)}\n.*?{re.escape(end)}\n?", "", text, flags=re.DOTALL)
