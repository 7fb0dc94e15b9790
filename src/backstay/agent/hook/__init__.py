"""Hooks of coding agents: findings after an edit, bounded blocks at stop, a guarded gate."""
