"""timetrack: a service built from its contract."""
