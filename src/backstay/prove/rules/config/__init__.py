"""CFG: one place for configuration, every key documented."""
