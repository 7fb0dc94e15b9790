"""Expressions written as the contract writes them; what is printed is read back the same."""

from decimal import Decimal

from backstay.blueprint.model import Expression

COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")
SUM = 5
GROUPED = 5
"""Digits from which on a number is written in groups."""
LEVEL = {
    "or": 1,
    "and": 2,
    "not": 3,
    "is null": 4,
    "is not null": 4,
    **dict.fromkeys(COMPARISONS, 4),
    "+": SUM,
    "-": SUM,
}


def show(expression: Expression, outer: int = 0) -> str:
    """The text of an expression, with no more brackets than it needs.

    Args:
        expression: what to print.
        outer: how tightly its surroundings bind: 0 where any expression may stand, `SUM` where
            the grammar asks for a sum (defaults, computed fields, what an action sets).
    """
    op = expression.op
    if op == "string":
        return "'" + str(expression.parts[0]).replace("'", "''") + "'"
    if op == "number":
        return number(expression.parts[0])
    if op not in LEVEL:
        return str(expression.parts[0]) if expression.parts else op
    level = LEVEL[op]
    first, *more = (part for part in expression.parts if isinstance(part, Expression))
    if op == "not":
        text = f"not {show(first, level)}"
    elif level == LEVEL["="]:
        text = " ".join([show(first, SUM), op, *(show(part, SUM) for part in more)])
    else:  # sums and logic lean to the left
        text = f"{show(first, level)} {op} {show(more[0], level + 1)}"
    return f"({text})" if level < outer else text


def number(value: object) -> str:
    """A number as the contract writes it; five digits and more in groups."""
    assert isinstance(value, Decimal | int), "a number is a Decimal or an int"
    whole, point, places = f"{Decimal(value):f}".partition(".")
    digits = whole.lstrip("-")
    return (f"{int(whole):_}" if len(digits) >= GROUPED else whole) + point + places
