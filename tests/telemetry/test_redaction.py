"""No secret reaches a log, whatever it is called and wherever it stands."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstay.telemetry.redaction import MASK, Redactor

CANARY = "canary7Qx"
REDACT = Redactor(["email", "name"])


def redacted(**event: Any) -> dict[str, Any]:
    return dict(REDACT(None, "info", event))


@pytest.mark.parametrize(
    "name",
    (
        "password passwd new_password client_secret SECRET_KEY access_token refreshToken cookie "
        "Authorization set-cookie api_key apikey X-Api-Key credentials private_key session_id "
        "email name"
    ).split(),
)
def test_secrets_and_personal_data_are_masked_by_name(name: str):
    assert redacted(**{name: CANARY}) == {name: MASK}
    assert redacted(outer={name: [CANARY]}) == {"outer": {name: MASK}}


def test_what_is_not_there_is_shown_as_such():
    assert redacted(password=None, token="") == {"password": None, "token": ""}


@pytest.mark.parametrize(
    "text",
    [
        f"Bearer {CANARY}",
        f"authorization: bearer {CANARY}",
        f"eyJhbGciOi.eyJ{CANARY}.{CANARY}-_",
        f"postgresql://ann:{CANARY}@db/desk",
        f"redis://:{CANARY}@cache:6379",
        f"GET /reset?token={CANARY}&x=1",
        f"host=db password={CANARY} user=ann",
        f"api_key={CANARY}",
        f"client_secret={CANARY};",
    ],
)
def test_secrets_are_masked_by_shape_wherever_they_stand(text: str):
    for value in (text, [text], (1, text), {text}, {"deep": {"er": [text]}}, text.encode()):
        assert CANARY not in repr(redacted(event=f"saw {text}", value=value))


def test_an_object_is_shown_as_its_redacted_text():
    error = ValueError(f"cannot reach redis://:{CANARY}@cache")
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    found = redacted(error=error, when=moment, id=UUID(int=1))
    assert found == {
        "error": f"cannot reach redis://{MASK}@cache",
        "when": str(moment),
        "id": str(UUID(int=1)),
    }


def test_the_rest_stays_as_it_is():
    event = {"a": 1, "b": 1.5, "c": None, "d": True, "e": "text", "f": [1, {"g": "h"}]}
    assert redacted(**event) == event


@given(
    st.recursive(
        st.just(f"Bearer {CANARY}") | st.integers() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    )
)
def test_no_nesting_hides_a_secret(value: Any):
    assert CANARY not in repr(redacted(value=value))
