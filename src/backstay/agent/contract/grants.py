"""Roles and rights in a contract's text."""

from backstay.agent.contract.page import Page
from backstay.agent.contract.told import Told
from backstay.agent.phrases.changes import Grant
from backstay.blueprint.operations import operations


def add_role(page: Page, told: Told, name: str) -> None:
    """A role more; without `roles` the two that come by themselves are written out."""
    if name in told.roles:
        told.notes.append(f"the role {name} is there already")
        return
    if page.node("roles") is None:
        page.add((), "roles", [f"[{', '.join((*told.roles, name))}]"])
    else:
        page.add_words(("roles",), [name])
    told.roles.append(name)


def add_grant(page: Page, told: Told, change: Grant) -> None:
    """Verbs for somebody; rights that were implied until now are written out."""
    resource = told.resource(change.resource)
    if resource is None:
        return
    if not change.who:
        _asked_for(told, resource, change.verbs)
        return
    who = told.who(change.who) or _owner(told, resource, change.who)
    if who is None:
        told.missing.append(f"nobody is called {change.who}; roles: {', '.join(told.roles)}")
        return
    way = ("resources", resource, "access")
    if page.node("resources", resource) is None:
        told.missing.append(f"{resource} comes by itself; write it into the contract to change it")
    elif page.node(*way) is None:
        known = told.access(resource)
        lines = [f"{one.who}: {', '.join(one.verbs)}" for one in known if one.who != who]
        page.add(way[:-1], "access", [*lines, f"{who}: {', '.join(change.verbs)}"])
    elif page.node(*way, who) is None:
        page.add(way, who, [", ".join(change.verbs)])
    else:
        _extend(page, told, (*way, who), change)


def _extend(page: Page, told: Told, way: tuple[str, ...], change: Grant) -> None:
    held = next((one.verbs for one in told.access(way[1]) if one.who == way[-1]), ())
    more = [verb for verb in change.verbs if verb not in held]
    if "all" in held or not more:
        told.notes.append(f"{way[-1]} may {', '.join(change.verbs)} {way[1]} already")
    else:
        page.add_words(way, more)


def _owner(told: Told, resource: str, said: str) -> str | None:
    login = told.blueprint.login.name
    known = {one.name: one.fields for one in told.blueprint.resources}
    fields = known.get(resource, ())
    return next((one.name for one in fields if one.target == login and one.name == said), None)


def _asked_for(told: Told, resource: str, verbs: tuple[str, ...]) -> None:
    """An endpoint that nobody was named for: there already, or who may use it is missing."""
    there = [
        str(one.path)
        for one in operations(told.blueprint)
        if one.resource == resource and one.verb in verbs
    ]
    if there:
        told.notes.append(f"{resource} has it already: {there[0]}")
    else:
        verb = ", ".join(verbs)
        told.missing.append(f"who may {verb} {resource}, like `let member {verb} {resource}`")
