"""The JSON Schema of a whole contract (draft 2020-12)."""

from backstay.blueprint.schema import scalars, sections
from backstay.blueprint.schema.scalars import Schema, either, text, whole, words
from backstay.blueprint.schema.sections import named, section

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> Schema:
    """The schema; it accepts compact and long forms, and refuses unknown keys.

    What needs more than one value at a time (whether a name exists, whether an expression fits)
    is left to `backstay lint`.
    """
    return {
        "$schema": DIALECT,
        "title": "Backstay contract, version 1",
        **section(
            "the contract",
            {
                "backstay": {"const": 1, "description": "version of the language"},
                "service": {
                    "type": "string",
                    "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
                    "maxLength": scalars.MOST_NAME,
                    "description": "name of the service, in kebab-case",
                },
                "version": {
                    "type": "string",
                    "pattern": r"^[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}$",
                    "description": "version of the API",
                },
                "description": _description("first words of the README"),
                "layout": {"enum": ["src", "app"], "description": "name of the package"},
                "defaults": _defaults(),
                "roles": {**words("all roles; admin and one more", scalars.SNAKE), "minItems": 2},
                "resources": named(scalars.PASCAL, _resource(), "tables, services, operations"),
                "jobs": named(scalars.SNAKE, _job(), "background work"),
                "prove": _prove(),
            },
            ("backstay", "service", "resources"),
        ),
    }


def _description(what: str) -> Schema:
    return {**text(what), "maxLength": 500}


def _defaults() -> Schema:
    return section(
        "defaults",
        {
            "id": {"enum": ["uuid7", "uuid4"]},
            "timestamps": {"type": "boolean", "description": "created_at and updated_at"},
            "page": sections.page(),
            "sla": sections.objective(of_all=True),
            "limits": sections.limits(),
        },
    )


def _resource() -> Schema:
    types = either(scalars.TYPE, sections.long_type())
    verbs = either(scalars.ACCESS, words("verbs"))
    after = either(scalars.FLOW, named(scalars.WORD, words("what may follow"), "states"))
    schema = section(
        "a resource",
        {
            "description": _description("OpenAPI tag description"),
            "login": scalars.LOGIN,
            "under": {"type": "string", "pattern": f"^{scalars.PASCAL}$"},
            "plural": {"type": "string", "pattern": f"^{scalars.SNAKE}$"},
            "was": {"type": "string", "pattern": f"^{scalars.PASCAL}$"},
            "fields": named(scalars.SNAKE, types, "columns, schemas, factories"),
            "flow": named(scalars.SNAKE, after, "the only changes of an enum field"),
            "rules": named(scalars.SNAKE, sections.rule(), "what holds for every row"),
            "actions": named(scalars.SNAKE, sections.action(), "POST .../NAME"),
            "list": _list(),
            "access": named(scalars.SNAKE, verbs, "who may do what"),
            "lock": {"const": "etag", "description": "changes need If-Match"},
            "delete": {"enum": ["soft", "hard"]},
            "cache": sections.cache(),
            "sla": sections.of_operations(),
        },
    )
    return {**schema, "anyOf": [{"required": ["fields"]}, {"required": ["login"]}]}


def _list() -> Schema:
    keys = {
        "filter": words("fields for ?NAME="),
        "sort": words("fields for ?sort=, and the default order", f"-?{scalars.WORD}"),
        "expand": words("references for ?expand="),
        "page": sections.page(),
    }
    return section("a list", keys)


def _job() -> Schema:
    keys = {
        "on": scalars.EVENT,
        "every": scalars.SCHEDULE,
        "queue": {"type": "string", "pattern": f"^{scalars.SNAKE}$"},
        "retries": whole(0, 20, "how often it is tried again"),
        "timeout": scalars.SPAN,
    }
    cause = [{"required": ["on"]}, {"required": ["every"]}]
    return {**section("a job", keys), "oneOf": cause}


def _prove() -> Schema:
    rows = named(scalars.PASCAL, whole(1, 1_000_000, "rows"), "rows to seed")
    load = section("a load", {"users": whole(1, 10_000, "users at a time"), "for": scalars.SPAN})
    keys = {
        "data": either(scalars.DATA, rows),
        "load": either(scalars.LOAD, load),
        "coverage": scalars.COVERAGE,
    }
    return section("prove", keys)
