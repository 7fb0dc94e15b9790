"""A contract file as nodes with places."""
