"""Places: ids are known by the path up to them, and there is always one of nobody."""

from backstay.prove.audit.places import NOBODYS, Place, key_of, places_in


def test_places_are_told_apart_by_what_stands_before_them():
    found = list(places_in("/a/{id}/b/{b-id}", {"id": {"type": "integer"}}))
    assert [(one.at, one.name) for one in found] == [
        ("/a/{id}", "id"),
        ("/a/{id}/b/{b-id}", "b-id"),
    ]
    assert key_of(found[1].at) == "/a/{}/b/{}"


def test_nobodys_id_has_the_right_form():
    assert Place("/a/{id}", "id", {"type": "integer"}).nobodys() == str(NOBODYS)
    assert Place("/a/{id}", "id", {"type": "integer", "maximum": 9}).nobodys() == "9"
    assert len(Place("/a/{id}", "id", {}).nobodys()) == 36
