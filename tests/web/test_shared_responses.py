"""A refusal stands once in a document, and every operation refers to it."""

from typing import Any

from backstay.web.shared_responses import shared

ENVELOPE = {"$ref": "#/components/schemas/ErrorBody"}


def refusal(*codes: str, words: str = "No.") -> dict[str, Any]:
    examples = {code: {"summary": words} for code in codes}
    content = {"application/json": {"schema": ENVELOPE, "examples": examples}}
    return {"description": words, "content": content}


def document(**operations: dict[str, Any]) -> dict[str, Any]:
    paths = {f"/{name}": {"get": {"responses": said}} for name, said in operations.items()}
    return {"paths": paths, "components": {"schemas": {}}}


def test_the_same_refusal_stands_once():
    good = {"description": "Fine."}
    found = shared(
        document(
            a={"200": good, "404": refusal("not_found")},
            b={"404": refusal("not_found"), "503": refusal("overloaded", "pool_exhausted")},
        )
    )
    paths, responses = found["paths"], found["components"]["responses"]
    assert paths["/a"]["get"]["responses"] == {
        "200": good,
        "404": {"$ref": "#/components/responses/NotFound"},
    }
    assert paths["/b"]["get"]["responses"]["404"] == paths["/a"]["get"]["responses"]["404"]
    assert list(responses) == ["NotFound", "OverloadedOrPoolExhausted"]
    assert responses["NotFound"] == refusal("not_found")


def test_other_words_under_the_same_code_stay_where_they_are():
    found = shared(document(a={"404": refusal("gone")}, b={"404": refusal("gone", words="Away.")}))
    assert found["components"]["responses"] == {"Gone": refusal("gone")}
    assert found["paths"]["/b"]["get"]["responses"]["404"] == refusal("gone", words="Away.")


def test_what_is_not_of_the_family_stays_where_it_is():
    own = {"description": "Mine.", "content": {"application/json": {"schema": {"type": "null"}}}}
    found = shared(document(a={"402": own, "default": own}))
    assert found["paths"]["/a"]["get"]["responses"] == {"402": own, "default": own}
    assert "responses" not in found["components"]
