"""The agent surface: definitions that load, tasks that find their specialist."""
