"""Comments of a source, a script or a document, in which waivers may stand."""

import io
import tokenize
from collections.abc import Iterator

from backstay.prove.checking.waivers import Comment
from backstay.prove.reading.document import Document
from backstay.prove.reading.script import Script
from backstay.prove.reading.source import Source

Reading = Source | Script | Document


def comments(source: Reading) -> Iterator[Comment]:
    """Every comment; in documents, whose grammar is not known, every line."""
    if isinstance(source, Source):
        yield from _python(source)
    elif isinstance(source, Script):
        for one in source.comments:
            line = source.line(one.start)
            before = source.text[: one.start].rpartition("\n")[2]
            yield line, f"// {one.text}", not before.strip()
    else:
        for number, text in enumerate(source.lines, 1):
            yield number, text, text.lstrip().startswith(("#", "//", "--"))


def _python(source: Source) -> Iterator[Comment]:
    try:
        for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
            if token.type == tokenize.COMMENT:
                line, column = token.start
                yield line, token.string, not source.lines[line - 1][:column].strip()
    except (tokenize.TokenError, SyntaxError, IndexError):  # it parsed, but not for this reader
        return
