"""The types of the contract language, as they travel over the wire."""

from backstay.web.fields.json import JsonValue
from backstay.web.fields.moments import Day, Moment
from backstay.web.fields.names import Expands, SortBy
from backstay.web.fields.numbers import Between, Digits, Exact, Flag, Switch
from backstay.web.fields.text import Email, Length, Password, Search, Url
from backstay.web.fields.wire import WireType

__all__ = [
    "Between",
    "Day",
    "Digits",
    "Email",
    "Exact",
    "Expands",
    "Flag",
    "JsonValue",
    "Length",
    "Moment",
    "Password",
    "Search",
    "SortBy",
    "Switch",
    "Url",
    "WireType",
]
