"""Names in the database: short enough for PostgreSQL, quoted where SQL has taken them."""

from hashlib import blake2b

LONGEST = 63
_KEPT = 54

# reserved by PostgreSQL or SQLite; names of the contract are free to use them (contract.md 6)
KEYWORDS = frozenset(
    """
    abort action add after all alter always analyse analyze and any array as asc asymmetric attach
    authorization autoincrement before begin between binary both by cascade case cast check collate
    collation column commit concurrently conflict constraint create cross current current_catalog
    current_date current_role current_schema current_time current_timestamp current_user database
    default deferrable deferred delete desc detach distinct do drop each else end escape except
    exclude exclusive exists explain fail false fetch filter first following for foreign freeze from
    full generated glob grant group groups having if ignore ilike immediate in index indexed
    initially inner insert instead intersect into is isnull join key last lateral leading left like
    limit localtime localtimestamp match materialized natural no not nothing notnull null nulls of
    offset on only or order others outer over overlaps partition placing plan pragma preceding
    primary query raise range recursive references regexp reindex release rename replace restrict
    returning right rollback row rows savepoint select session_user similar some symmetric
    system_user table tablesample temp temporary then ties to trailing transaction trigger true
    unbounded union unique update user using vacuum values variadic verbose view virtual when where
    window with without
    """.split()
)


def quoted(name: str) -> str:
    """The name as it stands in SQL text."""
    return f'"{name}"' if name in KEYWORDS else name


def short(name: str) -> str:
    """The name of a constraint or index, at most 63 characters, still unlike any other."""
    if len(name) <= LONGEST:
        return name
    return f"{name[:_KEPT]}_{blake2b(name.encode(), digest_size=4).hexdigest()}"
