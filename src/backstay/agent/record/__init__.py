"""What the orchestrator alone writes: context, timeline, journal."""
