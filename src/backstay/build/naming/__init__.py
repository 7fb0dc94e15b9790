"""How things of a contract are called in generated code."""
