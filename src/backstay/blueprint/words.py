"""The words of the contract language: known where, reserved, said elsewhere, or meant."""

KEYS = {
    where: tuple(words.split())
    for where, words in {
        "the contract": "backstay service version description layout defaults roles resources"
        " jobs prove",
        "defaults": "id timestamps page sla limits",
        "a resource": "was description plural login under fields flow rules actions list access"
        " lock delete cache sla",
        "a list": "filter sort expand page",
        "a job": "on every queue retries timeout",
        "prove": "data load coverage",
        "a field": "type digits places min max values default computed optional unique fixed"
        " search pii write was on_delete",
        "a page": "mode default max",
        "limits": "requests body",
        "a rule": "unique when",
        "an action": "set when",
        "an objective": "class p50 p95 p99 errors",
        "the objective of all": "p50 p95 p99 errors availability at",
        "a load": "users for",
        "a cache": "list read",
    }.items()
}
# Kept for later versions (contract.md 2.9): refused by name, so that they can come.
LATER = {
    where: frozenset(words.split())
    for where, words in {
        "the contract": "accept api auth backup events files flags graphql grpc include mail"
        " monitor python seed tenant translations webhooks wire_case",
        "a resource": "audit bulk deprecated envelope events files hooks idempotency path seed"
        " slug tenant translations upsert webhooks",
        "type": "bytes file float geo list many money time",
        "modifier": "encrypted generated read secret",
        "subject": "anyone tenant",
        "verb": "bulk export restore",
        "login": "invite keys oidc sessions totp verify",
    }.items()
}
# Words that people try where the language says the same in another place.
ELSEWHERE = {
    "unique": "a rule says it: `rules: {NAME: unique A, B}`; one field takes the modifier",
    "index": "foreign keys, filter and sort fields are indexed by themselves",
    "search": "`search` is a modifier of a text field",
    "operations": "an operation exists when `access` grants it to somebody",
    "required": "a field is required unless it says `optional`",
    "enum": "write the values: `open | done = open`",
    "default": "write `= VALUE` after the type",
    "list": "`read` grants one and list",
    "money": "`decimal 10.2`, and a text or enum for the currency",
    "float": "`decimal 10.2` keeps every digit",
}
SYNONYMS = {
    word: meant
    for meant, words in {
        "text": "string str varchar char",
        "int": "integer bigint number",
        "bool": "boolean",
        "datetime": "timestamp",
        "seconds": "duration interval",
        "decimal": "double numeric",
        "json": "object jsonb dict",
        "uuid": "guid",
        "optional": "nullable null",
        "fixed": "readonly immutable",
        "update": "write edit put patch",
        "delete": "remove",
        "read": "view get list",
        "create": "post",
        "true": "yes on y",
        "false": "no off n",
        "on delete cascade": "cascade",
        "on delete restrict": "restrict",
    }.items()
    for word in words.split()
}
FLAGS = ("optional", "unique", "fixed", "search", "pii")
ON_DELETE = ("restrict", "cascade", "set null")
MODIFIERS = (
    *FLAGS,
    "computed",
    "write ROLE",
    "was NAME",
    *(f"on delete {what}" for what in ON_DELETE),
)
EVENTS = ("created", "updated", "deleted")
OBJECTIVES = ("create", "list", "read", "update", "delete")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Names that Python, Pydantic, SQLAlchemy, Alembic or the language needs (contract.md section 6).
TAKEN = {
    what: frozenset(words.split())
    for what, words in {
        "a field": "metadata registry construct copy dict from_orm json parse_file parse_obj"
        " parse_raw schema schema_json update_forward_refs validate mro register self cls now"
        " caller null true false unique",
        "a resource": "Auth Base",
        "a role": "self all anyone tenant true false null now caller",
        "an action": "all create read update delete list get replace",
        "a plural": "auth alembic_version",
        "a service": "true false null",
    }.items()
}
LITERALS = frozenset(("true", "false", "null", "now", "caller"))
# Fields that Backstay makes itself, and query parameters of every list.
KEPT = ("id", "created_at", "updated_at", "deleted_at", "row_version", "password", "password_hash")
PARAMETERS = ("page", "limit", "cursor", "sort", "expand", "search")
