"""Names that generated files import or use; names of the contract keep out of their way.

`tests/build/naming/test_taken.py` holds these lists against the templates.
"""

CLASSES = frozenset(
    """
    ALL APIRouter ActionRefused Allow Annotated Any Anyone Attempts Auth AuthService
    Authorization BAD BODIES Base Between CALLER CHANGE CHECKS CREATION Callable Caller
    CheckConstraint Choice Collection CursorPage CursorPageOf CursorQuery DataOf Day Decimal
    Depends Digits EditedMeanwhile Email Exact Expands Flag FlowRefused Forbidden ForeignKey
    GOOD IfMatch Index Input Json JsonValue KNOWN LISTING LOGIN Length Listing Login
    LoginAttempts LoginFailed MIDDLEWARE MIGRATIONS Made Mapped Mapping Match MaybeMatch
    Memory Moment Money NOW NUMBERS NotFound NotUnique OperationRoute PASSWORD PROTECTED Page
    PageOf PageQuery Password Path Person PreconditionFailed PreconditionRequired Query READY
    REFRESH REMOVAL RULES Read ReadOnlyField Refresh Register Role RuleBroken SYSTEM Search
    Security Sequence Service Settings SettingsRefused SignIn SignedIn SimpleNamespace
    SoftDelete SortBy SqlRepository StillReferenced StrEnum Switch Text TokenInvalid TokenPair
    TokenReused TooManyRequests UNKNOWN UNREADY UNSET UTC UUID UnknownReference Unprocessable
    Url UtcDateTime Uuid ValidationError Work World
    """.split()
)
"""Classes, constants and types."""

DERIVED = (
    "Actions",
    "ActionsNeeded",
    "Create",
    "Creator",
    "Expand",
    "Expanded",
    "Id",
    "NotFound",
    "Query",
    "Read",
    "Reader",
    "Replace",
    "Repository",
    "Row",
    "Service",
    "Update",
)
"""What the names of a resource's own classes end with."""

VARIABLES = frozenset(
    """
    account acting action actions allowed and_ annotations at attached attempts auth authorization
    backstay bindparam body broken caller change changed changes client code_of continued
    ascending create data date datetime defaults delete descending ended errors exceptions fastapi
    fields first found get hashed holds holds_now is_first_admin judge judged limit login
    logout mapped_column match may memory message missing name names new_row now op or_ own page
    params parts password password_hash path per_database permitted policy pytest query
    readable references references_known refresh refuse_weak register requests right role rotated
    router row row_id rows rule sa security select self sent service session settings sign_in
    src start state status step stored text timedelta true uuid4 values verified who
    whole_seconds whose work world
    """.split()
)
"""Variables, functions and modules, where generated files hold a row or its repository."""
