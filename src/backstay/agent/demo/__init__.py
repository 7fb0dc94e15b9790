"""Demonstrations that anybody can run: of a task, and of an agent's session over MCP."""
