"""LAY: who may import, query and decide where."""
