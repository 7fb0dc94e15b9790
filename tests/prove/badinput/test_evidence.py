"""A good token is told as its owner's name; a bad one is part of the attack."""

from backstay.prove.badinput.case import Answer, Attack
from backstay.prove.badinput.evidence import exchange_of
from backstay.prove.world.person import Person

ANN = Person("Ann", "1", "admin", "ann@example.org", "good", "refresh")
ANSWER = Answer(422, {"content-type": "application/json"}, b"{}")


def test_a_good_token_stands_as_its_owner():
    headers = (("authorization", "Bearer good"), ("x-a", "b"))
    seen = exchange_of(Attack("PUT", "/a?b=c", headers, b"\xff{"), ANSWER, ANN)
    assert (seen.who, seen.method, seen.path, seen.headers) == (
        "Ann",
        "PUT",
        "/a?b=c",
        {"x-a": "b"},
    )
    assert (seen.sent, seen.status, seen.body) == ("\\xff{", 422, b"{}")


def test_a_bad_token_stays_where_it_is():
    seen = exchange_of(Attack("GET", "/", (("authorization", "Bearer bad"),)), ANSWER, ANN)
    assert (seen.who, seen.headers) == ("", {"authorization": "Bearer bad"})
