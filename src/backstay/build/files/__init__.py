"""Files on disk: merged, staged, written all or none."""
