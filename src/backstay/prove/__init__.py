"""Proof: rules read source, probes speak HTTP, and not run is never passed."""
