"""References: each leads somewhere, in no circle, in a document that ends."""

import pytest

from backstay.prove.audit import references
from backstay.prove.audit.locate import NoDocumentError
from backstay.prove.audit.references import checked, followed


def test_references_are_followed_through_lists_and_escaped_names():
    content = {"paths": {"/a~b": [{"x": 1}]}, "y": {"$ref": "#/paths/~1a~0b/0"}}
    checked(content)
    assert followed(content, {"$ref": "#/y"}) == {"x": 1}
    assert followed(content, "text") == {}


@pytest.mark.parametrize("reference", ["#/nothing", "other.yaml#/a", "#/list/7"])
def test_what_leads_nowhere_is_said(reference):
    with pytest.raises(NoDocumentError, match="which is not in it"):
        checked({"a": {"$ref": reference}, "list": []})


def test_circles_and_endless_documents_are_refused(monkeypatch):
    with pytest.raises(NoDocumentError, match="in a circle: #/a > #/b"):
        checked({"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}})
    monkeypatch.setattr(references, "MOST_LEVELS", 3)
    with pytest.raises(NoDocumentError, match="too large or too deep"):
        checked({"a": {"b": {"c": {"d": {}}}}})
