"""A whole contract: each section read, each check run, in the order that they need each other."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from backstay.blueprint.checks.actions import read_actions
from backstay.blueprint.checks.circles import check_circles
from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.checks.expressions import check_computed
from backstay.blueprint.checks.fields import check_writers, read_fields
from backstay.blueprint.checks.flows import read_flows
from backstay.blueprint.checks.freeze import freeze
from backstay.blueprint.checks.grants import read_grants
from backstay.blueprint.checks.head import language_fits, read_defaults, read_head, read_roles
from backstay.blueprint.checks.jobs import read_jobs
from backstay.blueprint.checks.lists import read_list
from backstay.blueprint.checks.login import check_login, check_roles_held, find_login
from backstay.blueprint.checks.names import name_fits
from backstay.blueprint.checks.nesting import check_under
from backstay.blueprint.checks.paths import check_paths, read_plural
from backstay.blueprint.checks.proof import read_proof
from backstay.blueprint.checks.reach import check_reach
from backstay.blueprint.checks.references import check_references
from backstay.blueprint.checks.renames import check_field_renames, check_resource_renames
from backstay.blueprint.checks.rules import read_rules
from backstay.blueprint.checks.switches import read_objectives, read_switches
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.model import Place
from backstay.blueprint.reading.entries import entries, known
from backstay.blueprint.reading.nodes import Node, Pairs, Text

Step: TypeAlias = Callable[[ContractDraft, ResourceDraft], None]
# Each is done for all resources before the next begins: later ones look at their neighbours.
OF_RESOURCES: tuple[Step, ...] = (
    read_switches,
    read_plural,
    check_roles_held,
    check_writers,
    check_references,
    check_field_renames,
    check_under,
    check_computed,
    read_flows,
    read_rules,
    read_actions,
    read_objectives,
    read_list,
    read_grants,
)


def read_contract(root: Pairs, mistakes: Mistakes) -> Blueprint | None:
    """Reads and checks a contract.

    Returns:
        The blueprint, which counts only if there are no mistakes; None if the contract is of
        another version of the language.
    """
    if not language_fits(mistakes, root):
        return None
    draft = ContractDraft(mistakes, places=places_of(root))
    keys = known(mistakes, root, "the contract", ["backstay", "service", "resources"])
    read_head(draft, keys)
    if "roles" in keys:
        read_roles(draft, keys["roles"])
    if "defaults" in keys:
        read_defaults(draft, keys["defaults"])
    _read_resources(draft, keys)
    if "jobs" in keys:
        read_jobs(draft, keys["jobs"])
    if "prove" in keys:
        read_proof(draft, keys["prove"])
    blueprint = freeze(draft)
    check_reach(draft, blueprint)
    return blueprint


def _read_resources(draft: ContractDraft, keys: Mapping[str, Node]) -> None:
    found = entries(draft.mistakes, keys["resources"], "resources") if "resources" in keys else {}
    for name, entry in found.items():
        if name_fits(draft.mistakes, entry.key, "a resource"):
            inner = known(draft.mistakes, entry.value, "a resource")
            resource = ResourceDraft(name, entry.key.place(), inner, places_of(entry.value))
            draft.resources[name] = resource
    find_login(draft)
    for resource in draft.resources.values():
        read_fields(draft, resource)
    check_login(draft)
    for step in OF_RESOURCES:
        for resource in draft.resources.values():
            step(draft, resource)
    check_resource_renames(draft)
    check_circles(draft)
    check_paths(draft)


def places_of(node: Node, levels: int = 2, way: str = "") -> dict[str, Place]:
    """Where each key of a mapping stands, and the keys below it: `list`, `list.filter`."""
    found: dict[str, Place] = {}
    if not isinstance(node, Pairs) or not levels:
        return found
    for key, value in node.pairs:
        if isinstance(key, Text):
            found[f"{way}{key.value}"] = key.place()
            found |= places_of(value, levels - 1, f"{way}{key.value}.")
    return found
