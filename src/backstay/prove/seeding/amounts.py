"""Amounts: how many rows of each resource, and in which order they can be stored."""

from backstay.blueprint.contract import Blueprint, Resource

ACCOUNTS, ROWS = 50, 1_000
"""What `prove.data` means where it says nothing (contract.md 2.7)."""


def amounts_of(blueprint: Blueprint, most: int | None = None) -> dict[str, int]:
    """Rows to store by resource, in an order in which what is referred to comes first.

    Args: blueprint; most, an upper bound for each, where a few rows will do.
    """
    said = blueprint.proof.data
    wanted = {
        one.name: said.get(one.name, ACCOUNTS if one.login else ROWS) for one in ordered(blueprint)
    }
    return wanted if most is None else {name: min(most, rows) for name, rows in wanted.items()}


def ordered(blueprint: Blueprint) -> list[Resource]:
    """The resources, each after those that its rows must refer to."""
    left = list(blueprint.resources)
    done: list[Resource] = []
    while left:
        names = {one.name for one in left}
        ready = [one for one in left if not _needs(one) & (names - {one.name})]
        # optional references may go in circles: they stay null then
        done += ready or left[:1]
        left = [one for one in left if one not in done]
    return done


def _needs(resource: Resource) -> set[str]:
    return {one.target for one in resource.fields if one.kind == "ref" and not one.optional}
