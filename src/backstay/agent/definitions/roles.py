"""Names of agents and teams that mean the same role (C-45, R-215, R-228)."""

from collections.abc import Mapping

from backstay.agent.definitions.identity import slug

_ROLES: Mapping[str, tuple[str, ...]] = {
    "orchestrator": ("orchestrator", "execution-coordinator", "coordinator"),
    "specialist": ("specialist", "executor"),
    "backend": ("backend", "backend-developer"),
    "api": ("api", "api-designer"),
    "database": ("database", "db", "db-architect", "database-architect"),
    "test": ("test", "tests", "tester", "testing", "qa", "qa-testing", "qa-test"),
    "security": ("security", "security-reviewer"),
    "documentation": ("documentation", "docs", "doc", "technical-writer"),
    "devops": ("devops", "ops", "platform"),
    "frontend": ("frontend", "frontend-developer", "frontend-cli"),
    "research": ("research", "researcher"),
    "planning": ("project-manager", "pm", "planner", "planning"),
}
_ROLE_OF = {name: role for role, names in _ROLES.items() for name in names}


def role_of(name: str) -> str:
    """The role that a name means, `qa-agent` and `QA Testing` being `test`; empty when unknown."""
    plain = slug(name)
    return _ROLE_OF.get(plain) or _ROLE_OF.get(plain.removesuffix("-agent"), "")
