"""Answers that are kept for a while: in memory or in Redis, emptied by every write."""

from backstay.cache.kept import Kept, KeptAnswers

__all__ = ["Kept", "KeptAnswers"]
