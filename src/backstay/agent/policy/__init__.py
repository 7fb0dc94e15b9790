"""What a specialist may do: which tools, which paths, what it must ask, what it never does."""
