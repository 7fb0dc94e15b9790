"""A checked draft as the frozen blueprint, every default filled in."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.contract import Blueprint, Proof, Resource
from backstay.blueprint.model import Listing, Paging

ROWS, ACCOUNTS = 1000, 50


def freeze(draft: ContractDraft) -> Blueprint:
    """The blueprint; of a draft with mistakes as far as it could be read, for further checks."""
    return Blueprint(
        service=draft.service,
        version=draft.version,
        layout=draft.layout,
        roles=draft.roles,
        resources=tuple(_resource(draft, resource) for resource in draft.resources.values()),
        proof=_proof(draft),
        description=draft.description,
        id_kind=draft.id_kind,
        timestamps=draft.timestamps,
        page=draft.page,
        objective=draft.objective,
        limits=draft.limits,
        jobs=tuple(draft.jobs),
        keys=draft.places,
    )


def _resource(draft: ContractDraft, resource: ResourceDraft) -> Resource:
    return Resource(
        name=resource.name,
        plural=resource.plural,
        at=resource.at,
        fields=tuple(field.field for field in resource.fields.values()),
        access=tuple(resource.grants),
        listing=resource.listing or Listing((), (), (), Paging()),
        description=resource.description,
        was=resource.was,
        login=resource.name == draft.login,
        under=resource.under,
        parent_field=resource.parent_field,
        flows=tuple(resource.flows),
        rules=tuple(resource.rules),
        actions=tuple(resource.actions.values()),
        lock=resource.lock,
        soft=resource.soft,
        cache=resource.cache,
        objectives=resource.objectives,
        keys=resource.places,
    )


def _proof(draft: ContractDraft) -> Proof:
    rows = {name: ACCOUNTS if name == draft.login else ROWS for name in draft.resources}
    users, seconds = draft.load
    return Proof(rows | draft.data, users, seconds, draft.coverage)
