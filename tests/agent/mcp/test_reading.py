"""The tools that read: what they answer, and what they refuse."""

from backstay.agent.mcp.findings import told
from backstay.agent.work.ports import Checked, Found


async def test_detect_names_the_stack_with_its_lines(call) -> None:
    found = await call("detect")

    assert found["variables"]["backend_framework"] == "FastAPI"
    assert found["ok"]
    assert any(one.startswith("requirements.txt:") for one in found["evidence"])


async def test_route_says_who_and_why(call) -> None:
    found = await call("route", task="add an index to the migration")

    assert (found["agent"], found["ok"]) == ("database", True)
    assert found["ranked"][0]["because"]
    assert (await call("route", task="sing a song"))["agent"] == ""


async def test_design_answers_load_and_failure_for_each_operation(call) -> None:
    found = await call("design", target="GET /books")

    assert [one["id"] for one in found["operations"]] == ["list_books"]
    assert "429 after" in found["operations"][0]["under_load"]
    assert "504" in found["operations"][0]["on_failure"]


async def test_design_tells_every_mistake_of_a_draft(call) -> None:
    found = await call("design", contract="backstay: 1\nservice: x\nresources: {a: 1}\n")
    lost = await call("design", target="/nowhere")

    assert not found["ok"]
    assert found["errors"][0].startswith("contract:3:")
    assert "nothing is called" in lost["summary"]


async def test_check_gives_findings_with_their_mend(call) -> None:
    clean = await call("check")
    outside = await call("check", paths=["../x.py"])

    assert clean["ok"]
    assert clean["next_actions"] == ["backstay_prove"]
    assert "leads out of the project" in outside


def test_findings_are_told_with_rule_place_and_command() -> None:
    seen = Checked(True, tuple(Found("a.py", n, "ERR001", "bad", "mend it") for n in range(60)))

    answer = told(seen)

    assert not answer.ok
    assert answer.summary == "60 findings; 10 more are not listed"
    assert answer.findings[0].command == "backstay explain ERR001"
    assert not told(Checked(ran=False, why="no")).ok


async def test_what_exists_is_found_before_it_is_written_again(call) -> None:
    found = await call("find_existing", name="BookServices", kind="class")

    assert found["candidates"][0]["path"] == "src/services/book_service.py"
    assert (await call("find_existing", name="quantum_flux"))["candidates"] == []


async def test_explain_gives_the_page_of_a_rule(call) -> None:
    known = await call("explain", rule_id="dat003")

    assert known["page"].startswith("# DAT003: ")
    assert not (await call("explain", rule_id="XXX999"))["ok"]


async def test_arguments_out_of_schema_are_refused(call) -> None:
    assert "validation error" in await call("route", task=7)
    assert "validation error" in await call("find_existing")
