"""docs/database-schema.md: the tables, how they change, are kept and are searched."""
