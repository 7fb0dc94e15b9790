"""Services over repositories in memory."""
