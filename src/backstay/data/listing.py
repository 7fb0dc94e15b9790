"""Listing: what a list can be asked, and the statement for what is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, String, bindparam, func, or_
from sqlalchemy.orm import InstrumentedAttribute

from backstay.data.sql import nulls_behind

_FOLD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_PLAIN = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


@dataclass(frozen=True, eq=False)
class Listing:
    """A closed set of filters, sort keys and searched columns (R-077, contract.md section 2.4).

    Attributes:
        filters: conditions by query parameter; the bind of each is named like the parameter.
        sort: columns by the name that `?sort=` uses.
        default: the order where none is asked, as `?sort=` would say it.
        search: text columns; each word must occur in one of them, A-Z folded.
    """

    filters: Mapping[str, ColumnElement[bool]]
    sort: Mapping[str, InstrumentedAttribute[Any]]
    default: str
    search: tuple[InstrumentedAttribute[Any], ...] = ()

    def given(self, query: Any) -> dict[str, Any]:
        """The filters that the query asks for, with their values; absent ones are None."""
        asked = query.__dict__
        return {name: asked[name] for name in self.filters if asked[name] is not None}

    def conditions(self, given: Sequence[str], words: int) -> list[ColumnElement[bool]]:
        """One condition per filter and per word."""
        found = [self.filters[name] for name in given]
        return found + [self._occurs(f"word_{place}") for place in range(words)]

    def order(self, sort: str) -> list[tuple[InstrumentedAttribute[Any], bool]]:
        """The columns to sort by, each with whether it descends, without the closing id."""
        names = [name for name in (sort or self.default).split(",") if name]
        return [(self.sort[name.removeprefix("-")], name.startswith("-")) for name in names]

    def _occurs(self, word: str) -> ColumnElement[bool]:
        bind: BindParameter[str] = bindparam(word, type_=String())
        return or_(*(func.lower(column).like(bind, escape="\\") for column in self.search))


def words_of(search: str | None) -> dict[str, str]:
    """The binds of a search: `%` and `_` are plain characters, only A-Z is folded."""
    words = search.split() if search else ()
    return {
        f"word_{place}": f"%{word.translate(_PLAIN).translate(_FOLD)}%"
        for place, word in enumerate(words)
    }


def in_order(
    column: Any, *, descends: bool, optional: bool, leads: bool = True
) -> ColumnElement[Any]:
    """One column of an ORDER BY; nulls come last on both databases, whichever way it goes.

    `leads` where it is the first: only there an index of SQLite serves nulls last by itself.
    """
    if optional and not descends and not leads:
        return nulls_behind(column.__clause_element__())
    ordered: ColumnElement[Any] = column.desc() if descends else column.asc()
    return ordered.nulls_last() if optional else ordered
