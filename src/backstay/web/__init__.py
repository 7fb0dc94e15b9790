"""HTTP: schemas, operations, and the guard in front of them."""

from backstay.web.app import Service
from backstay.web.error_schema import ErrorBody, errors
from backstay.web.fields import (
    Between,
    Day,
    Digits,
    Email,
    Exact,
    Expands,
    Flag,
    JsonValue,
    Length,
    Moment,
    Password,
    Search,
    SortBy,
    Switch,
    Url,
)
from backstay.web.operation import OperationRoute
from backstay.web.policy import Allow, Anyone
from backstay.web.preconditions import IfMatch, MaybeMatch
from backstay.web.promises import cached, within
from backstay.web.schema import (
    UNSET,
    CursorPageOf,
    CursorQuery,
    DataOf,
    Input,
    ListQuery,
    PageOf,
    PageQuery,
    Query,
    Read,
)
from backstay.web.security import Authorization, LoginAttempts, Security
from backstay.web.transaction import Work

__all__ = [
    "UNSET",
    "Allow",
    "Anyone",
    "Authorization",
    "Between",
    "CursorPageOf",
    "CursorQuery",
    "DataOf",
    "Day",
    "Digits",
    "Email",
    "ErrorBody",
    "Exact",
    "Expands",
    "Flag",
    "IfMatch",
    "Input",
    "JsonValue",
    "Length",
    "ListQuery",
    "LoginAttempts",
    "MaybeMatch",
    "Moment",
    "OperationRoute",
    "PageOf",
    "PageQuery",
    "Password",
    "Query",
    "Read",
    "Search",
    "Security",
    "Service",
    "SortBy",
    "Switch",
    "Url",
    "Work",
    "cached",
    "errors",
    "within",
]
