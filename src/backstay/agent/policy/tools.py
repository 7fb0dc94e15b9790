"""Tool allow-lists, enforced (R-226): what a definition does not list, it may not call."""

from fnmatch import fnmatchcase

from backstay.agent.definitions.model import Definition
from backstay.agent.definitions.tools import tool_name


def refusal(definition: Definition, tool: str) -> str:
    """Why a specialist may not call a tool; empty when it may.

    A definition that is silent about tools has all of them; a denial wins over an allowance.
    """
    name = tool_name(tool) or tool
    if _one_of(definition.denied_tools, name):
        return f"{definition.name} is denied the tool {tool}"
    if definition.tools is None or _one_of(definition.tools, name):
        return ""
    return f"{definition.name} may not call {tool}; it has {', '.join(definition.tools) or 'none'}"


def _one_of(listed: tuple[str, ...], name: str) -> bool:
    known = (tool_name(one) or one for one in listed)
    return any(fnmatchcase(name, one) for one in known)
