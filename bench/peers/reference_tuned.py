"""The reference with our collector settings: what of our gain is theirs for three lines."""

import gc

from bench.peers.reference import app

__all__ = ["app"]

gc.collect()
gc.freeze()
gc.set_threshold(20_000, 50, 100)
