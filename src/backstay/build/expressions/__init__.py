"""Expressions of the contract as SQL and as Python."""
