"""How much is proven: `10_000 Task, 200 User` and `100 users for 5m`."""

from backstay.blueprint.forms.amounts import count, whole_seconds
from backstay.blueprint.forms.grammar import parse, words
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.reading.entries import entries, known, text_in
from backstay.blueprint.reading.nodes import Node, Pairs, Word

MOST_ROWS = 1_000_000
MOST_USERS = 10_000
LIKE = "load is like `100 users for 5m`"


def read_data(mistakes: Mistakes, node: Node) -> list[tuple[Word, int]]:
    """Resources with the number of rows to seed; those that could be read."""
    found: list[tuple[Word, int]] = []
    seen: set[str] = set()
    for number, name in _counts(mistakes, node):
        rows = count(number)
        if name.text in seen:
            mistakes.add(name.at, "BS110", f"{quoted(name.text)} is said twice in data")
        elif rows is None or not 1 <= rows <= MOST_ROWS:
            message = f"data has 1 to {MOST_ROWS} rows of a resource"
            mistakes.add(number.at, "BS107", message)
        else:
            found.append((name, rows))
        seen.add(name.text)
    return found


def _counts(mistakes: Mistakes, node: Node) -> list[tuple[Word, Word]]:
    found: list[tuple[Word, Word]] = []
    if isinstance(node, Pairs):
        for entry in entries(mistakes, node, "data").values():
            value = text_in(mistakes, entry.value, entry.key.value)
            if value:
                rows = Word(value.value, value.place())
                found.append((rows, Word(entry.key.value, entry.key.place())))
        return found
    text = text_in(mistakes, node, "data")
    tree = parse(mistakes, "data", text) if text else None
    for part in tree.children if text and tree else ():
        assert text is not None, "a tree comes from a text"
        number, name = words(text, part)
        found.append((number, name))
    return found


def read_load(mistakes: Mistakes, node: Node) -> tuple[int, int]:
    """How many users for how many seconds; what is not said, or wrong, is as by default."""
    if isinstance(node, Pairs):
        keys = known(mistakes, node, "a load")
        said = {key: text_in(mistakes, value, key) for key, value in keys.items()}
        words_ = {key: Word(text.value, text.place()) for key, text in said.items() if text}
        return _load(mistakes, words_.get("users"), words_.get("for"))
    text = text_in(mistakes, node, "load")
    tree = parse(mistakes, "load", text) if text else None
    if text is None or tree is None:
        return _load(mistakes, None, None)
    users, people, during, span = words(text, tree)
    for word, wanted in ((people, "users"), (during, "for")):
        if word.text != wanted:
            message = f"{LIKE}, not {quoted(word.text)}"
            mistakes.add(word.at, "BS105", message, word=word.text, allowed=[wanted])
    return _load(mistakes, users, span)


def _load(mistakes: Mistakes, users: Word | None, span: Word | None) -> tuple[int, int]:
    number = count(users) if users else 100
    if users and (number is None or not 1 <= number <= MOST_USERS):
        mistakes.add(users.at, "BS107", f"load has 1 to {MOST_USERS} users")
    seconds = whole_seconds(mistakes, span, "load", "1h") if span else 300
    return number or 100, seconds or 300
