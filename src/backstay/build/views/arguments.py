"""The ids in a path, as they stand in signatures, calls and docstrings."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.build.naming.names import Names, names_of


@dataclass(frozen=True, slots=True)
class Arguments:
    """Strings for methods on all rows (`path_`: the parents' ids) and on one row (`row_`).

    `parent_name` and `found_names` are for the repository, which knows only the nearest parent.
    """

    path_args: str
    path_params: str
    path_names: str
    path_docs: str
    row_args: str
    row_names: str
    row_docs: str
    parent_name: str
    found_names: str
    above_checks: tuple[tuple[str, str], ...]


def arguments_of(blueprint: Blueprint, resource: Resource) -> Arguments:
    """The arguments of a resource's methods."""
    parents = [names_of(blueprint, one) for one in blueprint.chain(resource)]
    own = names_of(blueprint, resource)
    above = [one.parameter for one in parents]
    row = [*above, own.parameter]
    return Arguments(
        path_args="".join(f"{name}: UUID, " for name in above),
        path_params=", ".join(f"{name}: UUID" for name in above),
        path_names=", ".join(above),
        path_docs="".join(f"{name}; " for name in above),
        row_args=", ".join(f"{name}: UUID" for name in row),
        row_names=", ".join(row),
        row_docs="; ".join(row),
        parent_name=f"{above[-1]}, " if above else "",
        found_names=", ".join(row[-2:]),
        above_checks=tuple(_above(parents)),
    )


def parameter_name(names: Names) -> str:
    """The alias of a path parameter: `TaskId`."""
    return f"{names.name}Id"


def typed_ids(blueprint: Blueprint, resource: Resource) -> tuple[str, str]:
    """The ids of the path as parameters: those of the parents, and with the row's own."""
    chain = [names_of(blueprint, one) for one in blueprint.chain(resource)]
    above = "".join(f"{one.parameter}: {parameter_name(one)}, " for one in chain)
    own = names_of(blueprint, resource)
    return above, f"{above}{own.parameter}: {parameter_name(own)}"


def _above(parents: list[Names]) -> list[tuple[str, str]]:
    """For each parent, outermost first: the condition under which it is missing, and its error."""
    found = []
    for place, parent in enumerate(parents):
        if place == 0:
            missing = f"not await self.{parent.many}.sees({parent.parameter})"
        else:
            ids = f"{parents[place - 1].parameter}, {parent.parameter}"
            missing = f"await self.{parent.many}.find_in({ids}) is None"
        found.append((missing, f"{parent.name}NotFound"))
    return found
