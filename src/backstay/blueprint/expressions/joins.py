"""Which types each operator joins, and to what (the table of contract.md section 4)."""

from backstay.blueprint.expressions.show import COMPARISONS

NUMBERS = frozenset(("whole", "decimal"))
TIMES = frozenset(("date", "datetime", "now"))


def joined(op: str, left: str, right: str, login: str) -> str | None:
    """The type of `left op right`, or None where the two do not fit.

    `now` is a type of its own until the other side says whether a date or a datetime is meant.
    """
    if op in COMPARISONS:
        fits = same(left, right, login) and (op in ("=", "!=") or ordered(left, right))
        return "bool" if fits else None
    pair = {left, right}
    if pair <= NUMBERS:
        return "decimal" if "decimal" in pair else "whole"
    if left in TIMES and right == "whole":
        return left
    if op == "-" and pair <= TIMES and pair not in ({"date", "datetime"}, {"now"}):
        return "whole"
    return None


def same(left: str, right: str, login: str) -> bool:
    """Whether two values can be equal; nothing is converted but whole and `now`."""
    pair = {left, right}
    return (
        len(pair) == 1
        or pair <= NUMBERS
        or (pair <= TIMES and "now" in pair)
        or pair == {"caller", f"reference to {login}"}
    )


def ordered(left: str, right: str) -> bool:
    """Whether two types have an order between them; texts and words have none."""
    return {left, right} <= NUMBERS or ({left, right} <= TIMES and {left, right} != {"now"})
