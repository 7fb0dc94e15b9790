"""The MCP server of one project: its tools and, for hosts that show them, its resources."""

import json
import re
from pathlib import Path

from mcp.server.mcpserver import MCPServer
from mcp.types import ToolAnnotations

from backstay import __version__
from backstay.agent.definitions.model import Definition
from backstay.agent.mcp.desk import CONTRACT, Desk
from backstay.agent.mcp.reading import Reading
from backstay.agent.mcp.running import Running
from backstay.agent.mcp.schema import shortened
from backstay.agent.mcp.writing import Writing
from backstay.agent.policy.tools import refusal
from backstay.agent.work.measure import Gates
from backstay.prove import rulebook

INSTRUCTIONS = (
    "Backstay builds and proves backends. Change backstay.yaml and call backstay_build rather than "
    "writing what it builds. Ask backstay_find_existing before each new function. Call "
    "backstay_check after edits and mend every finding. Hand in with backstay_return: figures "
    "come from backstay_prove, and claims that the code contradicts are refused. Never write "
    "prose files."
)
READS = ToolAnnotations(read_only_hint=True)
WRITES = ToolAnnotations(read_only_hint=False, destructive_hint=False)
# about what one token of JSON is: a word piece, three digits, or some punctuation
_TOKEN = re.compile(r"[A-Za-z]{1,6}|\d{1,3}|[^A-Za-z\d\s]{1,2}")


def make_server(
    root: Path, home: Path | None = None, run: Gates | None = None, agent: str = ""
) -> MCPServer:
    """A server for a project. Nothing is reachable by a resource only: some hosts have none.

    Args:
        root: The project.
        home: Whose own definitions take part.
        run: What measures.
        agent: The specialist that is served; its allow-list decides which tools there are.

    Raises: ValueError when nobody is called so.
    """
    gates = run or Gates()
    # standard error belongs to the host: a proof's thousands of requests are no news there
    server = MCPServer(
        "backstay", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING"
    )
    desk = Desk(root.resolve(), home)
    served = desk.roster().named(agent) if agent else None
    if agent and served is None:
        raise ValueError(f"no specialist is called {agent}; `backstay agents list` shows all")
    reading, writing, running = Reading(desk, gates.check), Writing(desk), Running(desk, gates)
    for tools, hints in ((reading, READS), (writing, WRITES), (running, WRITES)):
        for name in dir(tools):
            if name.startswith("backstay_") and _allowed(served, name):
                server.tool(annotations=hints)(getattr(tools, name))
    _add_resources(server, desk)
    for tool in server._tool_manager.list_tools():  # noqa: SLF001 no public way to shorten a schema
        tool.parameters = shortened(tool.parameters)
        tool.fn_metadata.output_schema = shortened(tool.fn_metadata.output_schema)
    return server


def _allowed(served: Definition | None, name: str) -> bool:
    return served is None or not refusal(served, f"mcp__backstay__{name}")


def tokens(text: str) -> int:
    """About how many tokens a text is; an upper estimate for JSON."""
    return len(_TOKEN.findall(text))


async def listing(server: MCPServer) -> str:
    """The tool list as it goes over the wire."""
    tools = await server.list_tools()
    listed = [one.model_dump(mode="json", by_alias=True, exclude_none=True) for one in tools]
    return json.dumps(listed, separators=(",", ":"), ensure_ascii=False)


def _add_resources(server: MCPServer, desk: Desk) -> None:
    def text(path: str) -> str:
        place = desk.place(path)
        return place.read_text(encoding="utf-8") if place.is_file() else f"{path} is not there yet"

    @server.resource("backstay://contract", mime_type="application/yaml")
    def contract() -> str:
        """The project's contract."""
        return text(CONTRACT)

    @server.resource("backstay://context", mime_type="text/markdown")
    def context() -> str:
        """What the service has, from the code."""
        return text(".build/context.md")

    @server.resource("backstay://timeline", mime_type="text/markdown")
    def timeline() -> str:
        """What was delivered, and when."""
        return text(".build/timeline.md")

    @server.resource("backstay://rules/{rule_id}", mime_type="text/markdown")
    def rule(rule_id: str) -> str:
        """The page of a rule."""
        return rulebook.page(rule_id.upper()) or f"no rule is called {rule_id}"

    @server.resource("backstay://evidence/{run}", mime_type="application/jsonl")
    def evidence(run: str) -> str:
        """The journal of a run."""
        return text(f".build/runs/{run}.jsonl")
