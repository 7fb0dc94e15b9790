"""timetrack: tasks, and the time spent on them."""
