"""Answers that are kept for a while: in memory or in Redis, emptied by every write."""
