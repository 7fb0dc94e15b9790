"""The thirteen tools: their schemas are frozen, and together they stay short."""

import json
import sys
from pathlib import Path

import pytest
from mcp import Client, MCPError, StdioServerParameters

from backstay.agent.mcp.server import listing, make_server, tokens

FROZEN = Path(__file__).parent / "tools.json"
MOST_TOKENS = 4_000


async def test_schemas_are_frozen(project) -> None:
    """A changed schema breaks hosts that have cached it: change the file on purpose."""
    now = json.loads(await listing(make_server(project)))

    assert now == json.loads(FROZEN.read_text())
    assert len(now) == 13


async def test_the_tool_list_stays_short(project) -> None:
    text = await listing(make_server(project))

    assert tokens(text) <= MOST_TOKENS


async def test_only_readers_say_that_they_read_only(connect) -> None:
    async with connect() as client:
        tools = (await client.list_tools()).tools

    assert {one.name for one in tools if one.annotations.read_only_hint} == {
        *("backstay_detect", "backstay_route", "backstay_design", "backstay_check"),
        *("backstay_find_existing", "backstay_explain"),
    }


async def test_resources_show_what_tools_show(connect, project) -> None:
    async with connect() as client:
        contract = await client.read_resource("backstay://contract")
        timeline = await client.read_resource("backstay://timeline")

    assert contract.contents[0].text == (project / "backstay.yaml").read_text()
    assert "not there yet" in timeline.contents[0].text


@pytest.mark.parametrize("run", ["../../../etc/passwd", "..%2F..%2Fx", "/etc/passwd"])
async def test_a_resource_stays_inside(connect, run) -> None:
    async with connect() as client:
        with pytest.raises(MCPError):
            await client.read_resource(f"backstay://evidence/{run}")


async def test_it_speaks_over_stdio(project) -> None:
    server = StdioServerParameters(
        command=sys.executable,
        args=["-c", "from backstay.cli.main import run; run()", "mcp", "--root", str(project)],
    )
    async with Client(server) as client:
        assert len((await client.list_tools()).tools) == 13
        found = await client.call_tool("backstay_route", {"task": "add an endpoint"})
        assert found.structured_content["agent"] == "backend"


async def test_a_specialist_has_only_the_tools_that_its_definition_lists(project) -> None:
    """R-226."""
    folder = project / ".claude/agents"
    folder.mkdir(parents=True)
    text = "---\nname: reader\ndescription: Reads.\ntools: [mcp__backstay__backstay_check]\n---\n"
    (folder / "reader.md").write_text(text)

    tools = await make_server(project, agent="reader").list_tools()

    assert [one.name for one in tools] == ["backstay_check"]
    with pytest.raises(ValueError, match="no specialist is called ghost"):
        make_server(project, agent="ghost")
