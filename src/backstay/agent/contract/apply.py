"""Brings changes into a contract; what nobody said is collected, and marked in the text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from backstay.agent.contract.grants import add_grant, add_role
from backstay.agent.contract.page import CannotEditError, Page
from backstay.agent.contract.resources import add_resource
from backstay.agent.contract.told import Told
from backstay.agent.phrases.changes import (
    AddAction,
    AddField,
    AddJob,
    AddResource,
    AddRole,
    AddRule,
    Change,
    Field,
    Grant,
)
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.naming import snake


@dataclass(frozen=True, slots=True)
class Edited:
    """The new text; `missing` is what must be said before it may be built, `notes` what to know."""

    text: str
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())


def apply_changes(text: str, blueprint: Blueprint, changes: Sequence[Change]) -> Edited:
    """The contract with all changes in it, in their order.

    Args:
        text: The contract as it stands.
        blueprint: What it says.
        changes: What is asked for.
    """
    page, told = Page(text), Told(blueprint)
    for change in changes:
        try:
            _apply(page, told, change)
        except CannotEditError as error:
            told.missing.append(str(error))
    return Edited(str(page), tuple(told.missing), tuple(told.notes))


def _apply(page: Page, told: Told, change: Change) -> None:
    match change:
        case AddResource():
            add_resource(page, told, change)
        case AddField():
            _field(page, told, change)
        case AddRule():
            _named(page, told, (change.resource, "rules", change.name), change.text)
        case AddAction():
            _action(page, told, change)
        case AddRole():
            add_role(page, told, change.name)
        case Grant():
            add_grant(page, told, change)
        case AddJob():
            _job(page, told, change)


def _field(page: Page, told: Told, change: AddField) -> None:
    one = change.field
    if change.target:
        target = told.resource(change.target)
        if target is None:
            return
        one = Field(one.name or snake(target), f"{target}, optional")
        told.notes.append(f"{one.name} is optional, for rows that are there already")
    elif one.type == "caller":
        one = Field(one.name, f"{told.blueprint.login.name}, optional")
    if one.guessed:
        told.missing.append(one.guessed)
    _named(page, told, (change.resource, "fields", one.name), _marked(one))


def _marked(one: Field) -> str:
    return f"{one.type}  # ? {one.guessed}" if one.guessed else one.type


def _named(page: Page, told: Told, place: tuple[str, str, str], text: str) -> None:
    """A named line: of which resource, in which section, under which name."""
    said, section, name = place
    resource = told.resource(said)
    if resource is None:
        return
    if page.node("resources", resource) is None:
        message = f"{resource} comes by itself; write it into the contract to change it"
        told.missing.append(message)
    elif page.node("resources", resource, section, name) is not None:
        told.missing.append(f"{resource} has `{name}` in its {section} already")
    else:
        page.add(("resources", resource, section), name, [text])


def _action(page: Page, told: Told, change: AddAction) -> None:
    text = change.text if change.text.startswith("set ") else f"set {change.text}"
    if not change.text:
        told.missing.append(f"what {change.name} sets, like `set status = done when status = open`")
        text = "set FIELD = VALUE  # ? say what it sets, and when"
    elif " when " in text and "else" not in text:
        text += ", else 409"
    _named(page, told, (change.resource, "actions", change.name), text)


def _job(page: Page, told: Told, change: AddJob) -> None:
    if page.node("jobs", change.name) is not None:
        told.missing.append(f"there is a job `{change.name}` already")
        return
    if change.every:
        page.add(("jobs",), change.name, [f'{{every: "{change.every}"}}'])
        return
    resource = told.resource(change.resource)
    if resource is not None:
        page.add(("jobs",), change.name, [f"{{on: {resource} {change.event}}}"])
