"""SQLite through the standard library: short reads on the loop, writes in one thread."""
