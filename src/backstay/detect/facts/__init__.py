"""Facts: what manifests and source code say, weighed against what the catalogue knows."""
