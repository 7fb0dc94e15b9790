"""The error family: one source for handler, OpenAPI and documents."""

import pytest

import backstay.errors
from backstay.errors import (
    ActionRefused,
    BackstayError,
    Detail,
    FlowRefused,
    Forbidden,
    LoginFailed,
    MethodNotAllowed,
    NotUnique,
    ReadOnlyField,
    RuleBroken,
    TokenInvalid,
    TooManyRequests,
    Unauthorized,
    Unavailable,
    UnknownReference,
)

FAMILY: list[type[BackstayError]] = [
    getattr(backstay.errors, name)
    for name in backstay.errors.__all__
    if isinstance(getattr(backstay.errors, name), type)
    and issubclass(getattr(backstay.errors, name), BackstayError)
]


@pytest.mark.parametrize("kind", FAMILY, ids=lambda kind: kind.__name__)
def test_every_error_says_what_happened_and_what_to_do(kind: type[BackstayError]):
    assert 400 <= kind.status < 600
    assert kind.code == kind.code.lower().replace(" ", "_")
    assert kind.message.endswith(".")
    assert kind.remedy.endswith(".")
    assert (kind.__doc__ or "").strip().endswith((".", ")"))
    parent = kind.__mro__[1]
    if parent not in {Exception, BackstayError}:
        assert kind.status == getattr(parent, "status", None)


def test_every_code_stands_for_one_error_of_one_status():
    codes = [kind.code for kind in FAMILY]
    assert sorted(set(codes)) == sorted(codes)


def test_the_overview_names_every_error():
    for kind in FAMILY:
        assert kind.__name__ in (backstay.errors.__doc__ or "")


def test_an_error_can_speak_for_itself():
    detail = Detail("title", "too_long", "At most 5 characters.")
    error = BackstayError("Other words.", [detail], [(b"x", b"y")], code="other")

    assert (str(error), error.code, error.details) == ("Other words.", "other", (detail,))
    assert error.headers == ((b"x", b"y"),)
    assert (str(BackstayError()), BackstayError().code) == (BackstayError.message, "internal_error")


def test_every_refusal_of_a_caller_asks_for_a_token():
    for kind in (Unauthorized, TokenInvalid, LoginFailed):
        assert kind(headers=[(b"a", b"b")]).headers == (
            (b"www-authenticate", b"Bearer"),
            (b"a", b"b"),
        )
    assert Forbidden().headers == ()


def test_what_is_away_says_when_to_come_again():
    assert TooManyRequests(7).headers == ((b"retry-after", b"7"),)
    assert Unavailable(retry_after=3).headers == ((b"retry-after", b"3"),)
    assert str(Unavailable("Words.")) == "Words."


@pytest.mark.parametrize("kind", [NotUnique, UnknownReference, ReadOnlyField, RuleBroken])
def test_fields_are_named_and_values_are_not(kind):
    error = kind("email", "name")
    assert [(detail.field, detail.code) for detail in error.details] == [
        ("email", kind.code),
        ("name", kind.code),
    ]


def test_a_flow_names_its_field():
    assert [detail.field for detail in FlowRefused("status").details] == ["status"]
    assert ActionRefused().status == 409
    assert MethodNotAllowed.status == 405
