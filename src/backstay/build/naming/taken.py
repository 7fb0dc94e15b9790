"""Names that generated files import or use; names of the contract keep out of their way.

`tests/build/views/test_taken.py` holds these lists against the templates.
"""

CLASSES = frozenset(
    """
    ANY APIRouter Any Annotated Anyone Authorization Between CALLER Caller CheckConstraint Choice
    Collection CursorPage CursorPageOf CursorQuery DataOf Day Decimal Depends Digits Email Enum
    Exact Expands Flag ForeignKey IfMatch Index Input Json JsonValue Length Listing Login Mapped
    Mapping Match MaybeMatch Moment Money OperationRoute Page PageOf PageQuery Password Path Query
    Read Refresh Register Role SYSTEM Search Security Sequence Service Settings SignIn SoftDelete
    SortBy SqlRepository StrEnum Switch Text TokenPair UNSET UUID Url UtcDateTime Uuid Work
    """.split()
)
VARIABLES = frozenset(
    """
    annotations at backstay caller changed changes client data date datetime errors exceptions
    expand fastapi judge limit match now op page params permitted query row router sa select self
    settings src start status step text timedelta true uuid4 values whole_seconds
    """.split()
)
