"""Manifests: what a project declares, one reader per format."""
