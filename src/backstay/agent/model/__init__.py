"""Model-driven runs: a specialist of any provider works in a worktree, and is believed nothing."""
