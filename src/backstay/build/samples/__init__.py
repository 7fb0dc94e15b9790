"""Example values for generated tests: rows that keep every rule, and rows that break one."""
